window.YTD.tweets.part0 = [
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
        "45"
      ],
      "favorite_count": "2",
      "id_str": "1785613130265526373",
      "truncated": false,
      "retweet_count": "0",
      "id": "1785613130265526373",
      "created_at": "Wed May 01 10:12:00 +0000 2024",
      "favorited": false,
      "full_text": "Delighted to announce I passed my final viva!",
      "lang": "en",
      "edit_info": {
        "edit": {
          "initialTweetId": "1785610110366646373",
          "editControlInitial": {
            "editTweetIds": [
              "1785610110366646373",
              "1785613130265526373"
            ],
            "editableUntil": "2024-05-01T11:00:00.000Z",
            "editsRemaining": "4",
            "isEditEligible": true
          }
        }
      }
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
        "urls": [
          {
            "url": "https://t.co/aa11",
            "expanded_url": "https://news.example/x?a=1&copy=2",
            "display_url": "news.example/x?a=1&copy=2",
            "indices": [
              "55",
              "72"
            ]
          }
        ],
        "media": [
          {
            "url": "https://t.co/mm22",
            "media_url_https": "https://pbs.twimg.com/media/Fxyz.jpg",
            "type": "photo",
            "id_str": "1765014949458870377",
            "indices": [
              "0",
              "0"
            ]
          }
        ]
      },
      "display_text_range": [
        "0",
        "90"
      ],
      "favorite_count": "2",
      "id_str": "1765014949458870373",
      "truncated": false,
      "retweet_count": "0",
      "id": "1765014949458870373",
      "created_at": "Tue Mar 05 14:02:11 +0000 2024",
      "favorited": false,
      "full_text": "@otter_example R&amp;D budget for rehab cut again, see https://t.co/aa11 https://t.co/mm22",
      "lang": "en",
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1765014949458870373"
          ],
          "editableUntil": "2024-03-05T15:02:11.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "in_reply_to_status_id_str": "1764999300510646373",
      "in_reply_to_status_id": "1764999300510646373",
      "in_reply_to_user_id_str": "222000111",
      "in_reply_to_user_id": "222000111",
      "in_reply_to_screen_name": "otter_example"
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
        "61"
      ],
      "favorite_count": "2",
      "id_str": "1765301290398646373",
      "truncated": false,
      "retweet_count": "0",
      "id": "1765301290398646373",
      "created_at": "Wed Mar 06 09:00:00 +0000 2024",
      "favorited": false,
      "full_text": "RT @pine_example: typed this by hand because the app was down",
      "lang": "en",
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1765301290398646373"
          ],
          "editableUntil": "2024-03-05T15:02:11.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      }
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
        "44"
      ],
      "favorite_count": "2",
      "id_str": "1785610110366646373",
      "truncated": false,
      "retweet_count": "0",
      "id": "1785610110366646373",
      "created_at": "Wed May 01 10:00:00 +0000 2024",
      "favorited": false,
      "full_text": "Delighted to anounce I passed my final viva!",
      "lang": "en",
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1785610110366646373",
            "1785613130265526373"
          ],
          "editableUntil": "2024-05-01T11:00:00.000Z",
          "editsRemaining": "4",
          "isEditEligible": true
        }
      }
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
        "135"
      ],
      "favorite_count": "2",
      "id_str": "1765278641157046373",
      "truncated": false,
      "retweet_count": "0",
      "id": "1765278641157046373",
      "created_at": "Wed Mar 06 07:30:00 +0000 2024",
      "favorited": false,
      "full_text": "RT @pine_example: New falls prevention leaflet for community teams, free to download and share with anyone who may find it useful at h…",
      "lang": "en",
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1765278641157046373"
          ],
          "editableUntil": "2024-03-05T15:02:11.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      }
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
        "44"
      ],
      "favorite_count": "2",
      "id_str": "1797538710942646373",
      "truncated": false,
      "retweet_count": "0",
      "id": "1797538710942646373",
      "created_at": "Mon Jun 03 08:00:00 +0000 2024",
      "favorited": false,
      "full_text": "Gone but answered: you were kind to me once.",
      "lang": "en",
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1797538710942646373"
          ],
          "editableUntil": "2024-03-05T15:02:11.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "in_reply_to_status_id_str": "1797000000000000001",
      "in_reply_to_user_id_str": "222000999"
    }
  }
]