Grailbird.data.tweets_2012_06 = [
  {
    "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
    "entities": {
      "user_mentions": [],
      "media": [],
      "hashtags": [],
      "urls": []
    },
    "geo": {},
    "id_str": "219140763022262373",
    "text": "Exams over &amp; the pub is open #freedom",
    "id": 219140763022262373,
    "created_at": "2012-06-30 18:50:04 +0000",
    "user": {
      "name": "Robin",
      "screen_name": "robin_invented",
      "protected": false,
      "id_str": "4200000004",
      "profile_image_url_https": "https://pbs.twimg.com/r.png",
      "id": 4200000004,
      "verified": false
    }
  },
  {
    "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
    "entities": {
      "user_mentions": [],
      "media": [],
      "hashtags": [],
      "urls": [
        {
          "indices": [
            27,
            47
          ],
          "url": "http://t.co/fntz7gfM",
          "expanded_url": "http://pics.example/a1",
          "display_url": "pics.example/a1"
        }
      ]
    },
    "geo": {},
    "id_str": "218823291958198373",
    "text": "Just drove under this tree http://t.co/fntz7gfM",
    "id": 218823291958198373,
    "created_at": "2012-06-29 21:48:33 +0000",
    "user": {
      "name": "Robin",
      "screen_name": "robin_invented",
      "protected": false,
      "id_str": "4200000004",
      "profile_image_url_https": "https://pbs.twimg.com/r.png",
      "id": 4200000004,
      "verified": false
    }
  },
  {
    "source": "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>",
    "entities": {
      "user_mentions": [
        {
          "name": "Pine",
          "screen_name": "pine_example",
          "indices": [
            3,
            16
          ],
          "id_str": "222000222",
          "id": 222000222
        }
      ],
      "media": [],
      "hashtags": [],
      "urls": []
    },
    "geo": {},
    "id_str": "218408534012854373",
    "text": "RT @pine_example: A very long post about the day that the hydrotherapy pool was opened by the mayor, who fell in, and w…",
    "id": 218408534012854373,
    "created_at": "2012-06-28 18:20:27 +0000",
    "user": {
      "name": "Robin",
      "screen_name": "robin_invented",
      "protected": false,
      "id_str": "4200000004",
      "profile_image_url_https": "https://pbs.twimg.com/r.png",
      "id": 4200000004,
      "verified": false
    },
    "retweeted_status": {
      "id_str": "218381587392376833",
      "id": 218381587392376833,
      "text": "A very long post about the day that the hydrotherapy pool was opened by the mayor, who fell in, and was pulled out laughing",
      "created_at": "2012-06-28 16:33:22 +0000",
      "entities": {
        "user_mentions": [],
        "urls": []
      },
      "user": {
        "name": "Pine",
        "screen_name": "pine_example",
        "id_str": "222000222",
        "id": 222000222,
        "protected": false
      }
    }
  }
]
