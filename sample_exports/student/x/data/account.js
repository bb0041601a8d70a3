window.YTD.account.part0 = [
  {
    "account": {
      "email": "rhys@example.org",
      "createdVia": "web",
      "username": "rhys_yn_symud",
      "accountId": "2740081957",
      "createdAt": "2011-03-12T18:02:10.000Z",
      "accountDisplayName": "Rhys Pugh-Hartley"
    }
  }
]