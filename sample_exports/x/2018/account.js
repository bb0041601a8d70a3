window.YTD.account.part0 = [
  {
    "account": {
      "email": "ash@example.org",
      "username": "ash_invented",
      "accountId": "4200000003",
      "createdAt": "2009-02-03T10:11:12.000Z",
      "accountDisplayName": "Ash"
    }
  }
]
