window.YTD.following.part0 = [
  {
    "following": {
      "accountId": "2500000100",
      "userLink": "https://twitter.com/intent/user?user_id=2500000100"
    }
  },
  {
    "following": {
      "accountId": "2500000137",
      "userLink": "https://twitter.com/intent/user?user_id=2500000137"
    }
  },
  {
    "following": {
      "accountId": "2500000174",
      "userLink": "https://twitter.com/intent/user?user_id=2500000174"
    }
  },
  {
    "following": {
      "accountId": "2500000211",
      "userLink": "https://twitter.com/intent/user?user_id=2500000211"
    }
  },
  {
    "following": {
      "accountId": "2500000248",
      "userLink": "https://twitter.com/intent/user?user_id=2500000248"
    }
  },
  {
    "following": {
      "accountId": "2500000285",
      "userLink": "https://twitter.com/intent/user?user_id=2500000285"
    }
  }
]