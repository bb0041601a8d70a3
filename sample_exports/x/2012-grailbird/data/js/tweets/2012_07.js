Grailbird.data.tweets_2012_07 = [
  {
    "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
    "entities": {
      "user_mentions": [],
      "media": [],
      "hashtags": [],
      "urls": []
    },
    "geo": {},
    "id_str": "219354655749046373",
    "text": "@otter_example see you at the library",
    "id": 219354655749046373,
    "created_at": "2012-07-01 09:00:00 +0000",
    "user": {
      "name": "Robin",
      "screen_name": "robin_invented",
      "protected": false,
      "id_str": "4200000004",
      "profile_image_url_https": "https://pbs.twimg.com/r.png",
      "id": 4200000004,
      "verified": false
    },
    "in_reply_to_status_id_str": "219000000000000000",
    "in_reply_to_status_id": 219000000000000000,
    "in_reply_to_user_id": 222000111,
    "in_reply_to_user_id_str": "222000111",
    "in_reply_to_screen_name": "otter_example"
  }
]
