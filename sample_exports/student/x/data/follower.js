window.YTD.follower.part0 = [
  {
    "follower": {
      "accountId": "2500000100",
      "userLink": "https://twitter.com/intent/user?user_id=2500000100"
    }
  },
  {
    "follower": {
      "accountId": "2500000137",
      "userLink": "https://twitter.com/intent/user?user_id=2500000137"
    }
  },
  {
    "follower": {
      "accountId": "2500000174",
      "userLink": "https://twitter.com/intent/user?user_id=2500000174"
    }
  }
]