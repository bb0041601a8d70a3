window.YTD.twitter_circle_tweet.part0 = [
  {
    "tweet": {
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "41"
      ],
      "favorite_count": "2",
      "id_str": "1588093624120246373",
      "truncated": false,
      "retweet_count": "0",
      "id": "1588093624120246373",
      "created_at": "Thu Nov 03 09:00:00 +0000 2022",
      "favorited": false,
      "full_text": "Circle only: I handed in my notice today.",
      "lang": "en",
      "scopes": {
        "followers": false
      }
    }
  }
]