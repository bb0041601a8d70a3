window.YTD.tweet.part0 = [
  {
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
      "54"
    ],
    "favorite_count": "2",
    "id_str": "1036343020221366373",
    "truncated": false,
    "retweet_count": "0",
    "id": "1036343020221366373",
    "created_at": "Sun Sep 02 20:00:05 +0000 2018",
    "favorited": false,
    "full_text": "First day on placement tomorrow, ironed my tunic twice",
    "lang": "en"
  },
  {
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
      "24"
    ],
    "favorite_count": "2",
    "id_str": "1080554339824566373",
    "truncated": false,
    "retweet_count": "0",
    "id": "1080554339824566373",
    "created_at": "Wed Jan 02 20:00:05 +0000 2019",
    "favorited": false,
    "full_text": "@otter_example same here",
    "lang": "en",
    "in_reply_to_status_id_str": "1080539219358646373",
    "in_reply_to_user_id_str": "222000111",
    "in_reply_to_screen_name": "otter_example"
  },
  {
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
      "26"
    ],
    "favorite_count": "2",
    "id_str": "1262000000",
    "truncated": false,
    "retweet_count": "0",
    "id": "1262000000",
    "created_at": "Sun Mar 01 12:00:00 +0000 2009",
    "favorited": false,
    "full_text": "just setting this thing up",
    "lang": "en"
  },
  {
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
      "43"
    ],
    "favorite_count": "2",
    "id_str": "1101935223894966373",
    "truncated": false,
    "retweet_count": "0",
    "id": "1101935223894966373",
    "created_at": "Sat Mar 02 20:00:05 +0000 2019",
    "favorited": false,
    "full_text": "RT @pine_example: Please fill in our survey",
    "lang": "en"
  }
]
