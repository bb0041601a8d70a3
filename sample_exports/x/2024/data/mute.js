window.YTD.mute.part0 = [
  {
    "muting": {
      "accountId": "222000555",
      "userLink": "https://twitter.com/intent/user?user_id=222000555"
    }
  }
]