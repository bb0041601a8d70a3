window.YTD.tweet.part0 = [
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
      "id_str": "1245803206538166373",
      "truncated": false,
      "retweet_count": "0",
      "id": "1245803206538166373",
      "created_at": "Thu Apr 02 20:00:05 +0000 2020",
      "favorited": false,
      "full_text": "Clap for carers: whole street out. Thank you 💙",
      "lang": "en"
    }
  },
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
        "68"
      ],
      "favorite_count": "2",
      "id_str": "1245954201482166373",
      "truncated": false,
      "retweet_count": "0",
      "id": "1245954201482166373",
      "created_at": "Fri Apr 03 06:00:05 +0000 2020",
      "favorited": false,
      "full_text": "Three nights in a row. I am so tired I put the kettle in the fridge.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "Pine",
            "screen_name": "pine_example",
            "indices": [
              "3",
              "16"
            ],
            "id_str": "222000222",
            "id": "222000222"
          }
        ],
        "urls": []
      },
      "display_text_range": [
        "0",
        "47"
      ],
      "favorite_count": "2",
      "id_str": "1256825837450166373",
      "truncated": false,
      "retweet_count": "0",
      "id": "1256825837450166373",
      "created_at": "Sun May 03 06:00:05 +0000 2020",
      "favorited": false,
      "full_text": "RT @pine_example: Wash your hands &amp; stay in",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "Otter",
            "screen_name": "otter_example",
            "indices": [
              "0",
              "14"
            ],
            "id_str": "222000111",
            "id": "222000111"
          }
        ],
        "urls": []
      },
      "display_text_range": [
        "0",
        "22"
      ],
      "favorite_count": "2",
      "id_str": "1356844888355766373",
      "truncated": false,
      "retweet_count": "0",
      "id": "1356844888355766373",
      "created_at": "Wed Feb 03 06:00:05 +0000 2021",
      "favorited": false,
      "full_text": "@otter_example agreed!",
      "lang": "en",
      "in_reply_to_status_id_str": "1356829767889846373",
      "in_reply_to_user_id_str": "222000111",
      "in_reply_to_screen_name": "otter_example"
    }
  }
];
