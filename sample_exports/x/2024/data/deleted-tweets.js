window.YTD.deleted_tweets.part0 = [
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
        "42"
      ],
      "favorite_count": "2",
      "id_str": "1814570940625846373",
      "truncated": false,
      "retweet_count": "0",
      "id": "1814570940625846373",
      "created_at": "Sat Jul 20 08:00:00 +0000 2024",
      "favorited": false,
      "full_text": "Something I had already thought better of.",
      "lang": "en",
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1814570940625846373"
          ],
          "editableUntil": "2024-03-05T15:02:11.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "deleted_at": "Sun Jul 28 09:00:00 +0000 2024"
    }
  }
]