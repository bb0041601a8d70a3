window.YTD.following.part0 = [
  {
    "following": {
      "accountId": "222000222",
      "userLink": "https://twitter.com/intent/user?user_id=222000222"
    }
  },
  {
    "following": {
      "accountId": "222000333",
      "userLink": "https://twitter.com/intent/user?user_id=222000333"
    }
  }
]