window.YTD.deleted_tweet_headers.part0 = [
  {
    "tweet": {
      "tweet_id": "1814570940625846373",
      "user_id": "4200000001",
      "created_at": "Sat Jul 20 08:00:00 +0000 2024",
      "deleted_at": "Sun Jul 28 09:00:00 +0000 2024"
    }
  }
]