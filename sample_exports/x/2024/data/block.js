window.YTD.block.part0 = [
  {
    "blocking": {
      "accountId": "222000444",
      "userLink": "https://twitter.com/intent/user?user_id=222000444"
    }
  }
]