window.YTD.community_tweet.part0 = [
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
        "46"
      ],
      "favorite_count": "2",
      "id_str": "1621433307755446373",
      "truncated": false,
      "retweet_count": "0",
      "id": "1621433307755446373",
      "created_at": "Fri Feb 03 09:00:00 +0000 2023",
      "favorited": false,
      "full_text": "Anyone in this community tried the new splint?",
      "lang": "en",
      "community_id": "1490000000000000001",
      "community_id_str": "1490000000000000001",
      "scopes": {
        "followers": false
      }
    }
  }
]