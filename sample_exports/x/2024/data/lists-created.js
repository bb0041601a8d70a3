window.YTD.lists_created.part0 = [
  {
    "userListInfo": {
      "url": "https://twitter.com/kim_invented/lists/therapists-i-rate"
    }
  }
]