window.YTD.account.part0 = [
  {
    "account": {
      "email": "sam@example.org",
      "createdVia": "oauth:129032",
      "username": "sam_invented",
      "accountId": "4200000002",
      "createdAt": "2014-02-03T10:11:12.000Z",
      "accountDisplayName": "Sam"
    }
  }
]
