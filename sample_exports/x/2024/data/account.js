window.YTD.account.part0 = [
  {
    "account": {
      "email": "kim@example.org",
      "createdVia": "web",
      "username": "kim_invented",
      "accountId": "4200000001",
      "createdAt": "2012-02-03T10:11:12.000Z",
      "accountDisplayName": "Kim Invented"
    }
  }
]