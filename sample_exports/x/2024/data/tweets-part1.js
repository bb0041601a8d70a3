window.YTD.tweets.part1 = [
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
        "23"
      ],
      "favorite_count": "2",
      "id_str": "1777667776312246373",
      "truncated": false,
      "retweet_count": "0",
      "id": "1777667776312246373",
      "created_at": "Tue Apr 09 12:00:00 +0000 2024",
      "favorited": false,
      "full_text": "Bold move for a Tuesday",
      "lang": "en",
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1777667776312246373"
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
        "user_mentions": [
          {
            "name": "Kim Invented",
            "screen_name": "kim_invented",
            "indices": [
              "3",
              "16"
            ],
            "id_str": "4200000001",
            "id": "4200000001"
          }
        ],
        "urls": []
      },
      "display_text_range": [
        "0",
        "60"
      ],
      "favorite_count": "2",
      "id_str": "1765286190904246373",
      "truncated": false,
      "retweet_count": "0",
      "id": "1765286190904246373",
      "created_at": "Wed Mar 06 08:00:00 +0000 2024",
      "favorited": false,
      "full_text": "RT @kim_invented: Proud of our placement students this week.",
      "lang": "en",
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1765286190904246373"
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
        "urls": [
          {
            "url": "https://t.co/qq44",
            "expanded_url": "https://x.com/pine_example/status/1796000000000000002",
            "display_url": "x.com/pine_example/status/1796000000000000002",
            "indices": [
              "0",
              "17"
            ]
          }
        ]
      },
      "display_text_range": [
        "0",
        "17"
      ],
      "favorite_count": "2",
      "id_str": "1797176323077046373",
      "truncated": false,
      "retweet_count": "0",
      "id": "1797176323077046373",
      "created_at": "Sun Jun 02 08:00:00 +0000 2024",
      "favorited": false,
      "full_text": "https://t.co/qq44",
      "lang": "en",
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1797176323077046373"
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
        "305"
      ],
      "favorite_count": "2",
      "id_str": "1775224175305163693",
      "truncated": false,
      "retweet_count": "0",
      "id": "1775224175305163693",
      "created_at": "Tue Apr 02 18:10:00 +0000 2024",
      "favorited": false,
      "full_text": "Long shift thread: three things I wish somebody had told me before my first night on call. One: eat before midnight, because the canteen shuts and the vending machine takes coins only. Two: find out where the bariatric chairs live. Three: ask early, ask often, and never apologise for asking. Four: write…",
      "lang": "en",
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1775224175305163693"
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
        "urls": [
          {
            "url": "https://t.co/qq33",
            "expanded_url": "https://twitter.com/pine_example/status/1796000000000000001",
            "display_url": "twitter.com/pine_example/status/1796000000000000001",
            "indices": [
              "35",
              "52"
            ]
          }
        ]
      },
      "display_text_range": [
        "0",
        "52"
      ],
      "favorite_count": "2",
      "id_str": "1796813935211446373",
      "truncated": false,
      "retweet_count": "0",
      "id": "1796813935211446373",
      "created_at": "Sat Jun 01 08:00:00 +0000 2024",
      "favorited": false,
      "full_text": "This 👇🏽 is why I love my job 👩🏾‍⚕️ https://t.co/qq33",
      "lang": "en",
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1796813935211446373"
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
        "51"
      ],
      "favorite_count": "2",
      "id_str": "1775224176060139673",
      "truncated": false,
      "retweet_count": "0",
      "id": "1775224176060139673",
      "created_at": "Tue Apr 02 18:10:00 +0000 2024",
      "favorited": false,
      "full_text": "Second post of the thread, sent in the same second.",
      "lang": "en",
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1775224176060139673"
          ],
          "editableUntil": "2024-03-05T15:02:11.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "in_reply_to_status_id_str": "1775224175305163693",
      "in_reply_to_user_id_str": "4200000001",
      "in_reply_to_screen_name": "kim_invented"
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
        "43"
      ],
      "favorite_count": "2",
      "id_str": "1797901098808246373",
      "truncated": false,
      "retweet_count": "0",
      "id": "1797901098808246373",
      "created_at": "Tue Jun 04 08:00:00 +0000 2024",
      "favorited": false,
      "full_text": "@otter_example fancy a coffee after clinic?",
      "lang": "en",
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1797901098808246373"
          ],
          "editableUntil": "2024-03-05T15:02:11.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "in_reply_to_user_id_str": "222000111",
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
        "26"
      ],
      "favorite_count": "2",
      "id_str": "1807685571179446373",
      "truncated": false,
      "retweet_count": "0",
      "id": "1807685571179446373",
      "created_at": "Sat Feb 01 00:00:00 +0000 1997",
      "favorited": false,
      "full_text": "if a &amp;lt; b then sleep",
      "lang": "en",
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1807685571179446373"
          ],
          "editableUntil": "2024-03-05T15:02:11.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      }
    }
  }
]