window.YTD.tweets.part0 = [
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1943968612217787272"
          ],
          "editableUntil": "2025-07-12T09:40:09.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
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
      "favorite_count": "0",
      "id_str": "1943968612217787272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1943968612217787272",
      "created_at": "Sat Jul 12 09:40:09 +0000 2025",
      "favorited": false,
      "full_text": "WE WON A GAME. JAPAN. 31-22. AFTER EIGHTEEN. somebody ring my mother",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1937617257362363272"
          ],
          "editableUntil": "2025-06-24T21:02:08.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "144"
      ],
      "favorite_count": "5",
      "id_str": "1937617257362363272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1937617257362363272",
      "created_at": "Tue Jun 24 21:02:08 +0000 2025",
      "favorited": false,
      "full_text": "dissertation two, the revenge: does a class in your own language keep people coming back? Ethics form now longer than the Mabinogi AND the Bible",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1867862341186491272"
          ],
          "editableUntil": "2024-12-14T09:21:00.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "64"
      ],
      "favorite_count": "6",
      "id_str": "1867862341186491272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1867862341186491272",
      "created_at": "Sat Dec 14 09:21:00 +0000 2024",
      "favorited": false,
      "full_text": "the wind has taken next door's trampoline and our faith in lists",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1846098705904571272"
          ],
          "editableUntil": "2024-10-15T08:00:05.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "59"
      ],
      "favorite_count": "5",
      "id_str": "1846098705904571272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1846098705904571272",
      "created_at": "Tue Oct 15 08:00:05 +0000 2024",
      "favorited": false,
      "full_text": "Diwrnod Shwmae Su'mae! Mae \"bore da\" yn ffisiotherapi hefyd",
      "lang": "cy"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1832691286012859272"
          ],
          "editableUntil": "2024-09-08T08:03:47.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "146"
      ],
      "favorite_count": "5",
      "id_str": "1832691286012859272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1832691286012859272",
      "created_at": "Sun Sep 08 08:03:47 +0000 2024",
      "favorited": false,
      "full_text": "World Physiotherapy Day is about low back pain this year. Most backs get better. Scans rarely change the plan. Keep moving, keep warm, keep asking",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1819841280734139272"
          ],
          "editableUntil": "2024-08-03T21:02:27.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "Catrin Moves",
            "screen_name": "catrin_moves",
            "indices": [
              "0",
              "13"
            ],
            "id_str": "2500000100",
            "id": "2500000100"
          }
        ],
        "urls": []
      },
      "display_text_range": [
        "0",
        "79"
      ],
      "favorite_count": "0",
      "id_str": "1819841280734139272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1819841280734139272",
      "created_at": "Sat Aug 03 21:02:27 +0000 2024",
      "favorited": false,
      "full_text": "@catrin_moves I can still do the sciatic nerve verse. Seren has asked me not to",
      "lang": "en",
      "in_reply_to_status_id_str": "1819826181239739272",
      "in_reply_to_status_id": "1819826181239739272",
      "in_reply_to_user_id_str": "2500000100",
      "in_reply_to_user_id": "2500000100",
      "in_reply_to_screen_name": "catrin_moves"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1809108107129787272"
          ],
          "editableUntil": "2024-07-05T06:12:39.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "72"
      ],
      "favorite_count": "3",
      "id_str": "1809108107129787272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1809108107129787272",
      "created_at": "Fri Jul 05 06:12:39 +0000 2024",
      "favorited": false,
      "full_text": "up all night watching results with a toddler who also demanded a recount",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1769068844938171272"
          ],
          "editableUntil": "2024-03-16T18:30:55.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "67"
      ],
      "favorite_count": "1",
      "id_str": "1769068844938171272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1769068844938171272",
      "created_at": "Sat Mar 16 18:30:55 +0000 2024",
      "favorited": false,
      "full_text": "wooden spoon. we've got a drawer of them now, we can open a kitchen",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1765471243596731272"
          ],
          "editableUntil": "2024-03-06T20:15:20.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "272"
      ],
      "favorite_count": "2",
      "id_str": "1765471243596731272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1765471243596731272",
      "created_at": "Wed Mar 06 20:15:20 +0000 2024",
      "favorited": false,
      "full_text": "A few things from ten years of student placements, from both sides of the clipboard. One: say your name and what you would like to be called, to everyone, twice. Two: ask before you touch, every single time, even when the answer was yes a minute ago. Three: it is fine to…",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1745794190668731272"
          ],
          "editableUntil": "2024-01-12T13:05:45.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
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
      "favorite_count": "6",
      "id_str": "1745794190668731272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1745794190668731272",
      "created_at": "Fri Jan 12 13:05:45 +0000 2024",
      "favorited": false,
      "full_text": "two of the greats gone in one month. dad has taken the long way home",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1713243988292539272"
          ],
          "editableUntil": "2023-10-14T17:22:52.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "99"
      ],
      "favorite_count": "7",
      "id_str": "1713243988292539272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1713243988292539272",
      "created_at": "Sat Oct 14 17:22:52 +0000 2023",
      "favorited": false,
      "full_text": "lost to argentina, watched with 40 people in a clubhouse who all suddenly had to check on the chips",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1706052271076283272"
          ],
          "editableUntil": "2023-09-24T21:05:33.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "59"
      ],
      "favorite_count": "3",
      "id_str": "1706052271076283272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1706052271076283272",
      "created_at": "Sun Sep 24 21:05:33 +0000 2023",
      "favorited": false,
      "full_text": "forty points on australia. FORTY. cover the children's ears",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1678865593660347272"
          ],
          "editableUntil": "2023-07-11T20:35:24.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "90"
      ],
      "favorite_count": "3",
      "id_str": "1678865593660347272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1678865593660347272",
      "created_at": "Tue Jul 11 20:35:24 +0000 2023",
      "favorited": false,
      "full_text": "imagine being told to \"engage your core\" by a man who cannot find his keys. that man is me",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1665647815029691272"
          ],
          "editableUntil": "2023-06-05T09:12:40.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "Catrin Moves",
            "screen_name": "catrin_moves",
            "indices": [
              "3",
              "16"
            ],
            "id_str": "2500000100",
            "id": "2500000100"
          }
        ],
        "urls": []
      },
      "display_text_range": [
        "0",
        "143"
      ],
      "favorite_count": "1",
      "id_str": "1665647815029691272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1665647815029691272",
      "created_at": "Mon Jun 05 09:12:40 +0000 2023",
      "favorited": false,
      "full_text": "RT @catrin_moves: Carers Week. If you look after somebody, you can ask for an assessment of YOUR needs. Ask the council, ask the GP, ask twice.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1629551852909499272"
          ],
          "editableUntil": "2023-02-25T18:40:12.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
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
      "favorite_count": "0",
      "id_str": "1629551852909499272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1629551852909499272",
      "created_at": "Sat Feb 25 18:40:12 +0000 2023",
      "favorited": false,
      "full_text": "eggchasing is cancelled until further notice",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1596114106446779272"
          ],
          "editableUntil": "2022-11-25T12:10:32.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "10"
      ],
      "favorite_count": "2",
      "id_str": "1596114106446779272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1596114106446779272",
      "created_at": "Fri Nov 25 12:10:32 +0000 2022",
      "favorited": false,
      "full_text": "not a word",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1594797296317371272"
          ],
          "editableUntil": "2022-11-21T20:58:00.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "57"
      ],
      "favorite_count": "0",
      "id_str": "1594797296317371272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1594797296317371272",
      "created_at": "Mon Nov 21 20:58:00 +0000 2022",
      "favorited": false,
      "full_text": "PEN. 1-1. I have woken the baby, the baby is also pleased",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1576992635220923272"
          ],
          "editableUntil": "2022-10-03T17:48:38.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "97"
      ],
      "favorite_count": "2",
      "id_str": "1576992635220923272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1576992635220923272",
      "created_at": "Mon Oct 03 17:48:38 +0000 2022",
      "favorited": false,
      "full_text": "MSc module two: leadership. I have led a toddler away from a puddle today, can I have the credits",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1567785047421883272"
          ],
          "editableUntil": "2022-09-08T08:00:58.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "90"
      ],
      "favorite_count": "7",
      "id_str": "1567785047421883272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1567785047421883272",
      "created_at": "Thu Sep 08 08:00:58 +0000 2022",
      "favorited": false,
      "full_text": "World Physiotherapy Day: osteoarthritis. Movement is not wear and tear. It's more like oil",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1533523996832699272"
          ],
          "editableUntil": "2022-06-05T18:59:47.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "69"
      ],
      "favorite_count": "2",
      "id_str": "1533523996832699272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1533523996832699272",
      "created_at": "Sun Jun 05 18:59:47 +0000 2022",
      "favorited": false,
      "full_text": "64 YEARS. WE ARE GOING TO A WORLD CUP. Yma o Hyd and I'm on the floor",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1493140935930811272"
          ],
          "editableUntil": "2022-02-14T08:31:55.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "Llan Seconds",
            "screen_name": "llan_seconds",
            "indices": [
              "3",
              "16"
            ],
            "id_str": "2500000248",
            "id": "2500000248"
          }
        ],
        "urls": []
      },
      "display_text_range": [
        "0",
        "81"
      ],
      "favorite_count": "4",
      "id_str": "1493140935930811272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1493140935930811272",
      "created_at": "Mon Feb 14 08:31:55 +0000 2022",
      "favorited": false,
      "full_text": "RT @llan_seconds: Seconds v Tumble is OFF, pitch is a lake, ducks have claimed it",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1479760292475835272"
          ],
          "editableUntil": "2022-01-08T10:22:01.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "76"
      ],
      "favorite_count": "7",
      "id_str": "1479760292475835272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1479760292475835272",
      "created_at": "Sat Jan 08 10:22:01 +0000 2022",
      "favorited": false,
      "full_text": "The baby said \"na\" and we're counting it as English, Welsh and a tackle call",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1392570946417595272"
          ],
          "editableUntil": "2021-05-12T20:02:41.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "Physio Natter",
            "screen_name": "physio_natter",
            "indices": [
              "0",
              "14"
            ],
            "id_str": "2500000285",
            "id": "2500000285"
          }
        ],
        "urls": []
      },
      "display_text_range": [
        "0",
        "118"
      ],
      "favorite_count": "2",
      "id_str": "1392570946417595272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1392570946417595272",
      "created_at": "Wed May 12 20:02:41 +0000 2021",
      "favorited": false,
      "full_text": "@physio_natter we print it in Welsh and English, biggest font that fits, one exercise a page. The fridge is the clinic",
      "lang": "en",
      "in_reply_to_status_id_str": "1392555846923195272",
      "in_reply_to_status_id": "1392555846923195272",
      "in_reply_to_user_id_str": "2500000285",
      "in_reply_to_user_id": "2500000285",
      "in_reply_to_screen_name": "physio_natter"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1365739069371323272"
          ],
          "editableUntil": "2021-02-27T19:02:23.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "65"
      ],
      "favorite_count": "2",
      "id_str": "1365739069371323272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1365739069371323272",
      "created_at": "Sat Feb 27 19:02:23 +0000 2021",
      "favorited": false,
      "full_text": "England 24 wales 40 and i have watched the quick tap eleven times",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1358757625197499272"
          ],
          "editableUntil": "2021-02-08T12:40:37.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": [
          {
            "url": "https://t.co/pHw2021vax",
            "expanded_url": "https://phw.example/covid-19-vaccine-side-effects",
            "display_url": "phw.example/covid-19-vaccin…",
            "indices": [
              "133",
              "156"
            ]
          }
        ]
      },
      "display_text_range": [
        "0",
        "156"
      ],
      "favorite_count": "2",
      "id_str": "1358757625197499272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1358757625197499272",
      "created_at": "Mon Feb 08 12:40:37 +0000 2021",
      "favorited": false,
      "full_text": "Side effects, what's normal and when to ring 111, all on the Public Health Wales page. Mine was a sore arm and a craving for toast 💉 https://t.co/pHw2021vax",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1330187028788155272"
          ],
          "editableUntil": "2020-11-21T16:31:16.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "40"
      ],
      "favorite_count": "4",
      "id_str": "1330187028788155272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1330187028788155272",
      "created_at": "Sat Nov 21 16:31:16 +0000 2020",
      "favorited": false,
      "full_text": "training myself to like the word \"pivot\"",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1283148664402875272"
          ],
          "editableUntil": "2020-07-14T21:17:36.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "207"
      ],
      "favorite_count": "4",
      "id_str": "1283148664402875272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1283148664402875272",
      "created_at": "Tue Jul 14 21:17:36 +0000 2020",
      "favorited": false,
      "full_text": "If you've been given an 8am slot by people working flat out in visors and you roll in 40 mins late and then tell me exercises \"don't work\" – with respect, they don't work in the drawer. Absolutely done today",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1274450122503099272"
          ],
          "editableUntil": "2020-06-20T21:12:42.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "55"
      ],
      "favorite_count": "6",
      "id_str": "1274450122503099272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1274450122503099272",
      "created_at": "Sat Jun 20 21:12:42 +0000 2020",
      "favorited": false,
      "full_text": "sign of the times: mam-gu has muted dad on a video call",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1253062347191227272"
          ],
          "editableUntil": "2020-04-22T20:45:19.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "116"
      ],
      "favorite_count": "1",
      "id_str": "1253062347191227272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1253062347191227272",
      "created_at": "Wed Apr 22 20:45:19 +0000 2020",
      "favorited": false,
      "full_text": "Steps for the people who taught us to breathe for them: nurses, ODPs, HCAs, cleaners. I turn, you do everything else",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1205367335154619272"
          ],
          "editableUntil": "2019-12-13T06:02:22.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "20"
      ],
      "favorite_count": "7",
      "id_str": "1205367335154619272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1205367335154619272",
      "created_at": "Fri Dec 13 06:02:22 +0000 2019",
      "favorited": false,
      "full_text": "Well. Kettle on then",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1188415149568955272"
          ],
          "editableUntil": "2019-10-27T11:20:26.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "Gwil Tycroes",
            "screen_name": "gwil_tycroes",
            "indices": [
              "0",
              "13"
            ],
            "id_str": "2500000174",
            "id": "2500000174"
          }
        ],
        "urls": []
      },
      "display_text_range": [
        "0",
        "68"
      ],
      "favorite_count": "2",
      "id_str": "1188415149568955272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1188415149568955272",
      "created_at": "Sun Oct 27 11:20:26 +0000 2019",
      "favorited": false,
      "full_text": "@gwil_tycroes semi final. 9am. my house. bring bacon and no opinions",
      "lang": "en",
      "in_reply_to_status_id_str": "1188400050074555272",
      "in_reply_to_status_id": "1188400050074555272",
      "in_reply_to_user_id_str": "2500000174",
      "in_reply_to_user_id": "2500000174",
      "in_reply_to_screen_name": "gwil_tycroes"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1176094603867067272"
          ],
          "editableUntil": "2019-09-23T11:22:59.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "79"
      ],
      "favorite_count": "0",
      "id_str": "1176094603867067272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1176094603867067272",
      "created_at": "Mon Sep 23 11:22:59 +0000 2019",
      "favorited": false,
      "full_text": "Japan kick offs are murder. Told my manager I'd be \"available from second half\"",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1137301087712187272"
          ],
          "editableUntil": "2019-06-08T10:11:24.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "47"
      ],
      "favorite_count": "6",
      "id_str": "1137301087712187272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1137301087712187272",
      "created_at": "Sat Jun 08 10:11:24 +0000 2019",
      "favorited": false,
      "full_text": "honeymoon update: seren has a tan, I have a hat",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1099382369153979272"
          ],
          "editableUntil": "2019-02-23T18:55:57.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
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
      "favorite_count": "3",
      "id_str": "1099382369153979272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1099382369153979272",
      "created_at": "Sat Feb 23 18:55:57 +0000 2019",
      "favorited": false,
      "full_text": "21-13. WHO are we. I've been to bed and come back down",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1046741727441851272"
          ],
          "editableUntil": "2018-10-01T12:40:50.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [
          {
            "text": "physio",
            "indices": [
              "128",
              "135"
            ]
          }
        ],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "135"
      ],
      "favorite_count": "8",
      "id_str": "1046741727441851272",
      "truncated": false,
      "retweet_count": "0",
      "id": "1046741727441851272",
      "created_at": "Mon Oct 01 12:40:50 +0000 2018",
      "favorited": false,
      "full_text": "Older People's Day. Strength training is not just for people in vests. Twice a week, something that feels hard, a chair will do #physio",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "969099636503483272"
          ],
          "editableUntil": "2018-03-01T06:38:53.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "166"
      ],
      "favorite_count": "6",
      "id_str": "969099636503483272",
      "truncated": false,
      "retweet_count": "0",
      "id": "969099636503483272",
      "created_at": "Thu Mar 01 06:38:53 +0000 2018",
      "favorited": false,
      "full_text": "Three miles in wellies to get in, lift for the last one off a farmer with a bale in the boot. Ward sister gave me her own porridge. NHS in the snow, there's lovely 🌨️",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "959833882096571272"
          ],
          "editableUntil": "2018-02-03T17:00:05.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
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
      "favorite_count": "5",
      "id_str": "959833882096571272",
      "truncated": false,
      "retweet_count": "0",
      "id": "959833882096571272",
      "created_at": "Sat Feb 03 17:00:05 +0000 2018",
      "favorited": false,
      "full_text": "second half of that scotland game was jazz",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "930410713707451272"
          ],
          "editableUntil": "2017-11-14T12:22:55.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "Hipsandfalls Ex",
            "screen_name": "hipsandfalls_ex",
            "indices": [
              "3",
              "19"
            ],
            "id_str": "2500000211",
            "id": "2500000211"
          }
        ],
        "urls": []
      },
      "display_text_range": [
        "0",
        "111"
      ],
      "favorite_count": "1",
      "id_str": "930410713707451272",
      "truncated": false,
      "retweet_count": "0",
      "id": "930410713707451272",
      "created_at": "Tue Nov 14 12:22:55 +0000 2017",
      "favorited": false,
      "full_text": "RT @hipsandfalls_ex: Reminder that bed rest is a treatment with side effects. Get up, get dressed, keep moving.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "921790882116539272"
          ],
          "editableUntil": "2017-10-21T17:30:47.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "Llan Seconds",
            "screen_name": "llan_seconds",
            "indices": [
              "0",
              "13"
            ],
            "id_str": "2500000248",
            "id": "2500000248"
          }
        ],
        "urls": []
      },
      "display_text_range": [
        "0",
        "80"
      ],
      "favorite_count": "2",
      "id_str": "921790882116539272",
      "truncated": false,
      "retweet_count": "0",
      "id": "921790882116539272",
      "created_at": "Sat Oct 21 17:30:47 +0000 2017",
      "favorited": false,
      "full_text": "@llan_seconds put me down for saturday but if its hooker im bringing my own neck",
      "lang": "en",
      "in_reply_to_status_id_str": "921775782622139272",
      "in_reply_to_status_id": "921775782622139272",
      "in_reply_to_user_id_str": "2500000248",
      "in_reply_to_user_id": "2500000248",
      "in_reply_to_screen_name": "llan_seconds"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "847550141035451272"
          ],
          "editableUntil": "2017-03-30T20:44:35.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "Physio Natter",
            "screen_name": "physio_natter",
            "indices": [
              "0",
              "14"
            ],
            "id_str": "2500000285",
            "id": "2500000285"
          }
        ],
        "urls": []
      },
      "display_text_range": [
        "0",
        "164"
      ],
      "favorite_count": "5",
      "id_str": "847550141035451272",
      "truncated": false,
      "retweet_count": "0",
      "id": "847550141035451272",
      "created_at": "Thu Mar 30 20:44:35 +0000 2017",
      "favorited": false,
      "full_text": "@physio_natter Best goal anyone's ever set in front of me: climbing back up onto the seat of a 1962 grey Fergie. I was only a student so I held the gate so to speak",
      "lang": "en",
      "in_reply_to_status_id_str": "847535041541051272",
      "in_reply_to_status_id": "847535041541051272",
      "in_reply_to_user_id_str": "2500000285",
      "in_reply_to_user_id": "2500000285",
      "in_reply_to_screen_name": "physio_natter"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "836848563123131272"
          ],
          "editableUntil": "2017-03-01T08:00:20.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "77"
      ],
      "favorite_count": "5",
      "id_str": "836848563123131272",
      "truncated": false,
      "retweet_count": "0",
      "id": "836848563123131272",
      "created_at": "Wed Mar 01 08:00:20 +0000 2017",
      "favorited": false,
      "full_text": "Dydd Gŵyl Dewi hapus! Gwnewch y pethau bychain. Bach o gerdded, er enghraifft",
      "lang": "cy"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "830388265415611272"
          ],
          "editableUntil": "2017-02-11T12:09:25.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [
          {
            "text": "physio",
            "indices": [
              "149",
              "156"
            ]
          },
          {
            "text": "fallsprevention",
            "indices": [
              "157",
              "173"
            ]
          }
        ],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "173"
      ],
      "favorite_count": "1",
      "id_str": "830388265415611272",
      "truncated": false,
      "retweet_count": "0",
      "id": "830388265415611272",
      "created_at": "Sat Feb 11 12:09:25 +0000 2017",
      "favorited": false,
      "full_text": "If your nan's been told \"mind you don't fall\" and nothing else: ask about strength and balance classes. Best thing we do and nobody knows it exists. #physio #fallsprevention",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "823974927135675272"
          ],
          "editableUntil": "2017-01-24T19:25:06.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "127"
      ],
      "favorite_count": "6",
      "id_str": "823974927135675272",
      "truncated": false,
      "retweet_count": "0",
      "id": "823974927135675272",
      "created_at": "Tue Jan 24 19:25:06 +0000 2017",
      "favorited": false,
      "full_text": "Lovely old boy on Ward 6 today, 84, ex-collier, NOF last Tuesday, did the stairs singing Calon Lân to the whole bay. This job 😭",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "787036077683643272"
          ],
          "editableUntil": "2016-10-14T21:03:18.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "60"
      ],
      "favorite_count": "3",
      "id_str": "787036077683643272",
      "truncated": false,
      "retweet_count": "0",
      "id": "787036077683643272",
      "created_at": "Fri Oct 14 21:03:18 +0000 2016",
      "favorited": false,
      "full_text": "half of being a physio is moving a table then moving it back",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "749002519081915272"
          ],
          "editableUntil": "2016-07-01T22:11:31.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "55"
      ],
      "favorite_count": "1",
      "id_str": "749002519081915272",
      "truncated": false,
      "retweet_count": "0",
      "id": "749002519081915272",
      "created_at": "Fri Jul 01 22:11:31 +0000 2016",
      "favorited": false,
      "full_text": "A MAN WITH NO CLUB HAS TURNED THREE BELGIANS INSIDE OUT",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "746239936558011272"
          ],
          "editableUntil": "2016-06-24T07:14:00.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "127"
      ],
      "favorite_count": "1",
      "id_str": "746239936558011272",
      "truncated": false,
      "retweet_count": "0",
      "id": "746239936558011272",
      "created_at": "Fri Jun 24 07:14:00 +0000 2016",
      "favorited": false,
      "full_text": "Llanelli voted out. Half my family voted out. Steelworks town that got EU money for the bypass. I love them all and I'm gutted.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "720686927967163272"
          ],
          "editableUntil": "2016-04-14T18:55:28.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "89"
      ],
      "favorite_count": "4",
      "id_str": "720686927967163272",
      "truncated": false,
      "retweet_count": "0",
      "id": "720686927967163272",
      "created_at": "Thu Apr 14 18:55:28 +0000 2016",
      "favorited": false,
      "full_text": "back in lectures. slept 8 hours. ate a vegetable. tell your mates when it's bad, honestly",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "699680750433211272"
          ],
          "editableUntil": "2016-02-16T19:44:25.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "102"
      ],
      "favorite_count": "7",
      "id_str": "699680750433211272",
      "truncated": false,
      "retweet_count": "0",
      "id": "699680750433211272",
      "created_at": "Tue Feb 16 19:44:25 +0000 2016",
      "favorited": false,
      "full_text": "junior doctors' picket outside our placement this morning, took them a tray of teas. fair play to them",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "691533033894843272"
          ],
          "editableUntil": "2016-01-25T08:08:18.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "78"
      ],
      "favorite_count": "0",
      "id_str": "691533033894843272",
      "truncated": false,
      "retweet_count": "0",
      "id": "691533033894843272",
      "created_at": "Mon Jan 25 08:08:18 +0000 2016",
      "favorited": false,
      "full_text": "Dydd Santes Dwynwen hapus i Seren, sy'n fy ngharu i er gwaethaf y crysau rygbi",
      "lang": "cy"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "686174542099387272"
          ],
          "editableUntil": "2016-01-10T13:15:34.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "122"
      ],
      "favorite_count": "3",
      "id_str": "686174542099387272",
      "truncated": false,
      "retweet_count": "0",
      "id": "686174542099387272",
      "created_at": "Sun Jan 10 13:15:34 +0000 2016",
      "favorited": false,
      "full_text": "Dissertation title approved: early mobilisation after hip fracture in rural Wales. Ethics form is longer than the Mabinogi",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "663046260650939272"
          ],
          "editableUntil": "2015-11-07T17:32:02.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "115"
      ],
      "favorite_count": "3",
      "id_str": "663046260650939272",
      "truncated": false,
      "retweet_count": "0",
      "id": "663046260650939272",
      "created_at": "Sat Nov 07 17:32:02 +0000 2015",
      "favorited": false,
      "full_text": "killed it in the mock viva. murdered the shoulder question. somebody bury the elbow one quietly out the back though",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "647895079842747272"
          ],
          "editableUntil": "2015-09-26T22:06:39.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "74"
      ],
      "favorite_count": "3",
      "id_str": "647895079842747272",
      "truncated": false,
      "retweet_count": "0",
      "id": "647895079842747272",
      "created_at": "Sat Sep 26 22:06:39 +0000 2015",
      "favorited": false,
      "full_text": "THAT KICK ACROSS. THAT TRY. 28-25. AT TWICKENHAM. in a kebab shop, hugging",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "645236054684603272"
          ],
          "editableUntil": "2015-09-19T14:00:38.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "65"
      ],
      "favorite_count": "2",
      "id_str": "645236054684603272",
      "truncated": false,
      "retweet_count": "0",
      "id": "645236054684603272",
      "created_at": "Sat Sep 19 14:00:38 +0000 2015",
      "favorited": false,
      "full_text": "WORLD CUP. work can wait. (there is no work, it is freshers week)",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "641166799664059272"
          ],
          "editableUntil": "2015-09-08T08:30:52.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [
          {
            "text": "WorldPTDay",
            "indices": [
              "96",
              "107"
            ]
          }
        ],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "107"
      ],
      "favorite_count": "4",
      "id_str": "641166799664059272",
      "truncated": false,
      "retweet_count": "0",
      "id": "641166799664059272",
      "created_at": "Tue Sep 08 08:30:52 +0000 2015",
      "favorited": false,
      "full_text": "World Physiotherapy Day! Two years ago I thought we rubbed knees. Turns out we get people home. #WorldPTDay",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "601118830097339272"
          ],
          "editableUntil": "2015-05-20T20:14:32.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "158"
      ],
      "favorite_count": "5",
      "id_str": "601118830097339272",
      "truncated": false,
      "retweet_count": "0",
      "id": "601118830097339272",
      "created_at": "Wed May 20 20:14:32 +0000 2015",
      "favorited": false,
      "full_text": "my educator here is useless honestly, sits on her phone in the office at bryn elli while i run the class, then marks me down for confidence. counting the days",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "593499331621819272"
          ],
          "editableUntil": "2015-04-29T19:37:22.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "Catrin Moves",
            "screen_name": "catrin_moves",
            "indices": [
              "0",
              "13"
            ],
            "id_str": "2500000100",
            "id": "2500000100"
          }
        ],
        "urls": []
      },
      "display_text_range": [
        "0",
        "125"
      ],
      "favorite_count": "3",
      "id_str": "593499331621819272",
      "truncated": false,
      "retweet_count": "0",
      "id": "593499331621819272",
      "created_at": "Wed Apr 29 19:37:22 +0000 2015",
      "favorited": false,
      "full_text": "@catrin_moves amputee gym mostly, just the 8 of us in there counting staff. learning loads about sockets. hands stink of talc",
      "lang": "en",
      "in_reply_to_status_id_str": "593484232127419272",
      "in_reply_to_status_id": "593484232127419272",
      "in_reply_to_user_id_str": "2500000100",
      "in_reply_to_user_id": "2500000100",
      "in_reply_to_screen_name": "catrin_moves"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "565109224502203272"
          ],
          "editableUntil": "2015-02-10T11:25:13.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "92"
      ],
      "favorite_count": "7",
      "id_str": "565109224502203272",
      "truncated": false,
      "retweet_count": "0",
      "id": "565109224502203272",
      "created_at": "Tue Feb 10 11:25:13 +0000 2015",
      "favorited": false,
      "full_text": "essay on informed consent due friday. my consent to this essay is neither informed nor given",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "563828300837819272"
          ],
          "editableUntil": "2015-02-06T22:35:17.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "Gwil Tycroes",
            "screen_name": "gwil_tycroes",
            "indices": [
              "0",
              "13"
            ],
            "id_str": "2500000174",
            "id": "2500000174"
          }
        ],
        "urls": []
      },
      "display_text_range": [
        "0",
        "61"
      ],
      "favorite_count": "5",
      "id_str": "563828300837819272",
      "truncated": false,
      "retweet_count": "0",
      "id": "563828300837819272",
      "created_at": "Fri Feb 06 22:35:17 +0000 2015",
      "favorited": false,
      "full_text": "@gwil_tycroes scrum went backwards faster than my dads fiesta",
      "lang": "en",
      "in_reply_to_status_id_str": "563813201343419272",
      "in_reply_to_status_id": "563813201343419272",
      "in_reply_to_user_id_str": "2500000174",
      "in_reply_to_user_id": "2500000174",
      "in_reply_to_screen_name": "gwil_tycroes"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "557282133144507272"
          ],
          "editableUntil": "2015-01-19T21:03:09.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "Catrin Moves",
            "screen_name": "catrin_moves",
            "indices": [
              "0",
              "13"
            ],
            "id_str": "2500000100",
            "id": "2500000100"
          }
        ],
        "urls": []
      },
      "display_text_range": [
        "0",
        "122"
      ],
      "favorite_count": "7",
      "id_str": "557282133144507272",
      "truncated": false,
      "retweet_count": "0",
      "id": "557282133144507272",
      "created_at": "Mon Jan 19 21:03:09 +0000 2015",
      "favorited": false,
      "full_text": "@catrin_moves do the dermatomes as a dance butt, swear to god. I did mine in the kitchen to Super Furry Animals and got 84",
      "lang": "en",
      "in_reply_to_status_id_str": "557267033650107272",
      "in_reply_to_status_id": "557267033650107272",
      "in_reply_to_user_id_str": "2500000100",
      "in_reply_to_user_id": "2500000100",
      "in_reply_to_screen_name": "catrin_moves"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "522297246348219272"
          ],
          "editableUntil": "2014-10-15T08:05:42.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "74"
      ],
      "favorite_count": "3",
      "id_str": "522297246348219272",
      "truncated": false,
      "retweet_count": "0",
      "id": "522297246348219272",
      "created_at": "Wed Oct 15 08:05:42 +0000 2014",
      "favorited": false,
      "full_text": "Shwmae pawb! Diwrnod Shwmae Su'mae. Dechreuwch bob sgwrs yn Gymraeg heddiw",
      "lang": "cy"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "518162430161851272"
          ],
          "editableUntil": "2014-10-03T22:15:25.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "84"
      ],
      "favorite_count": "0",
      "id_str": "518162430161851272",
      "truncated": false,
      "retweet_count": "0",
      "id": "518162430161851272",
      "created_at": "Fri Oct 03 22:15:25 +0000 2014",
      "favorited": false,
      "full_text": "our landlord's solution to the damp is a sign that says please do not touch the damp",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "512503865275323272"
          ],
          "editableUntil": "2014-09-18T07:30:18.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "36"
      ],
      "favorite_count": "0",
      "id_str": "512503865275323272",
      "truncated": false,
      "retweet_count": "0",
      "id": "512503865275323272",
      "created_at": "Thu Sep 18 07:30:18 +0000 2014",
      "favorited": false,
      "full_text": "if scotland goes who gets the tartan",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "481887564198843272"
          ],
          "editableUntil": "2014-06-25T19:52:03.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "173"
      ],
      "favorite_count": "6",
      "id_str": "481887564198843272",
      "truncated": false,
      "retweet_count": "0",
      "id": "481887564198843272",
      "created_at": "Wed Jun 25 19:52:03 +0000 2014",
      "favorited": false,
      "full_text": "proper sad one today. chap on our bay, 61, retired postman from the valley, told his wife the news with me stood there holding a zimmer. went and cried in the linen cupboard",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "478539360367547272"
          ],
          "editableUntil": "2014-06-16T14:07:29.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "84"
      ],
      "favorite_count": "8",
      "id_str": "478539360367547272",
      "truncated": false,
      "retweet_count": "0",
      "id": "478539360367547272",
      "created_at": "Mon Jun 16 14:07:29 +0000 2014",
      "favorited": false,
      "full_text": "first ever placement tomorrow. polished my shoes twice and written my name on my pen",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "461457461736379272"
          ],
          "editableUntil": "2014-04-30T10:50:07.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "77"
      ],
      "favorite_count": "4",
      "id_str": "461457461736379272",
      "truncated": false,
      "retweet_count": "0",
      "id": "461457461736379272",
      "created_at": "Wed Apr 30 10:50:07 +0000 2014",
      "favorited": false,
      "full_text": "practical exam: asked me to find the piriformis. found it on the third person",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "436626028622779272"
          ],
          "editableUntil": "2014-02-20T22:18:52.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "96"
      ],
      "favorite_count": "1",
      "id_str": "436626028622779272",
      "truncated": false,
      "retweet_count": "0",
      "id": "436626028622779272",
      "created_at": "Thu Feb 20 22:18:52 +0000 2014",
      "favorited": false,
      "full_text": "PSA if you put your hip model in the window of a ground floor flat people will ring the landlord",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "431406468953019272"
          ],
          "editableUntil": "2014-02-06T12:38:12.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "117"
      ],
      "favorite_count": "2",
      "id_str": "431406468953019272",
      "truncated": false,
      "retweet_count": "0",
      "id": "431406468953019272",
      "created_at": "Thu Feb 06 12:38:12 +0000 2014",
      "favorited": false,
      "full_text": "Three hours of brachial plexus on a Thursday and I can now draw a motorway junction with my eyes closed. Send pasties",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "408529388565435272"
          ],
          "editableUntil": "2013-12-05T09:32:51.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "60"
      ],
      "favorite_count": "0",
      "id_str": "408529388565435272",
      "truncated": false,
      "retweet_count": "0",
      "id": "408529388565435272",
      "created_at": "Thu Dec 05 09:32:51 +0000 2013",
      "favorited": false,
      "full_text": "3 hour lecture on the knee. the knee is a hinge with anxiety",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "388277816652731272"
          ],
          "editableUntil": "2013-10-10T12:20:20.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "102"
      ],
      "favorite_count": "5",
      "id_str": "388277816652731272",
      "truncated": false,
      "retweet_count": "0",
      "id": "388277816652731272",
      "created_at": "Thu Oct 10 12:20:20 +0000 2013",
      "favorited": false,
      "full_text": "first time in the dissection room today. didnt faint. very quiet walk home mind, somebody gave us that",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "344150127276987272"
          ],
          "editableUntil": "2013-06-10T17:52:39.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "Gwil Tycroes",
            "screen_name": "gwil_tycroes",
            "indices": [
              "0",
              "13"
            ],
            "id_str": "2500000174",
            "id": "2500000174"
          }
        ],
        "urls": []
      },
      "display_text_range": [
        "0",
        "37"
      ],
      "favorite_count": "7",
      "id_str": "344150127276987272",
      "truncated": false,
      "retweet_count": "0",
      "id": "344150127276987272",
      "created_at": "Mon Jun 10 17:52:39 +0000 2013",
      "favorited": false,
      "full_text": "@gwil_tycroes yeah 7 by the clubhouse",
      "lang": "en",
      "in_reply_to_status_id_str": "344135027782587272",
      "in_reply_to_status_id": "344135027782587272",
      "in_reply_to_user_id_str": "2500000174",
      "in_reply_to_user_id": "2500000174",
      "in_reply_to_screen_name": "gwil_tycroes"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "305756642866107272"
          ],
          "editableUntil": "2013-02-24T19:10:39.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "Dan Probert Art",
            "screen_name": "dan_probert_art",
            "indices": [
              "0",
              "16"
            ],
            "id_str": "2500000137",
            "id": "2500000137"
          }
        ],
        "urls": []
      },
      "display_text_range": [
        "0",
        "68"
      ],
      "favorite_count": "6",
      "id_str": "305756642866107272",
      "truncated": false,
      "retweet_count": "0",
      "id": "305756642866107272",
      "created_at": "Sun Feb 24 19:10:39 +0000 2013",
      "favorited": false,
      "full_text": "@dan_probert_art that trophy wont clean itself butt, lend us a cloth",
      "lang": "en",
      "in_reply_to_status_id_str": "305741543371707272",
      "in_reply_to_status_id": "305741543371707272",
      "in_reply_to_user_id_str": "2500000137",
      "in_reply_to_user_id": "2500000137",
      "in_reply_to_screen_name": "dan_probert_art"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "292560980800443272"
          ],
          "editableUntil": "2013-01-19T09:15:48.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "50"
      ],
      "favorite_count": "3",
      "id_str": "292560980800443272",
      "truncated": false,
      "retweet_count": "0",
      "id": "292560980800443272",
      "created_at": "Sat Jan 19 09:15:48 +0000 2013",
      "favorited": false,
      "full_text": "snow so deep on the dap that the ponies look short",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "272421149340603272"
          ],
          "editableUntil": "2012-11-24T19:27:18.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "56"
      ],
      "favorite_count": "0",
      "id_str": "272421149340603272",
      "truncated": false,
      "retweet_count": "0",
      "id": "272421149340603272",
      "created_at": "Sat Nov 24 19:27:18 +0000 2012",
      "favorited": false,
      "full_text": "lost to the all blacks again, in other news water is wet",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "245594494202811272"
          ],
          "editableUntil": "2012-09-11T18:47:45.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "104"
      ],
      "favorite_count": "3",
      "id_str": "245594494202811272",
      "truncated": false,
      "retweet_count": "0",
      "id": "245594494202811272",
      "created_at": "Tue Sep 11 18:47:45 +0000 2012",
      "favorited": false,
      "full_text": "anyone know if BTEC sport counts for physio at cardiff or do I have to flog myself through biology again",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "233684419867579272"
          ],
          "editableUntil": "2012-08-09T22:01:22.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "52"
      ],
      "favorite_count": "7",
      "id_str": "233684419867579272",
      "truncated": false,
      "retweet_count": "0",
      "id": "233684419867579272",
      "created_at": "Thu Aug 09 22:01:22 +0000 2012",
      "favorited": false,
      "full_text": "fastest man alive eats nuggets. i eat nuggets. maths",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "228965504906171272"
          ],
          "editableUntil": "2012-07-27T21:30:05.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
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
      "favorite_count": "8",
      "id_str": "228965504906171272",
      "truncated": false,
      "retweet_count": "0",
      "id": "228965504906171272",
      "created_at": "Fri Jul 27 21:30:05 +0000 2012",
      "favorited": false,
      "full_text": "the QUEEN jumped out of a HELICOPTER. im done",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "219103077200827272"
          ],
          "editableUntil": "2012-06-30T16:20:19.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "149"
      ],
      "favorite_count": "4",
      "id_str": "219103077200827272",
      "truncated": false,
      "retweet_count": "0",
      "id": "219103077200827272",
      "created_at": "Sat Jun 30 16:20:19 +0000 2012",
      "favorited": false,
      "full_text": "Grade 2 hamstring says the physio at the Scarlets clinic. 5 weeks no running. she had me doing bridges on a chair and honestly this job looks class??",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "193778612040635272"
          ],
          "editableUntil": "2012-04-21T19:09:56.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "65"
      ],
      "favorite_count": "8",
      "id_str": "193778612040635272",
      "truncated": false,
      "retweet_count": "0",
      "id": "193778612040635272",
      "created_at": "Sat Apr 21 19:09:56 +0000 2012",
      "favorited": false,
      "full_text": "our new winger runs like a gyppo nicking copper hahaha quick mind",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "158159496147899272"
          ],
          "editableUntil": "2012-01-14T12:12:17.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
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
      "favorite_count": "5",
      "id_str": "158159496147899272",
      "truncated": false,
      "retweet_count": "0",
      "id": "158159496147899272",
      "created_at": "Sat Jan 14 12:12:17 +0000 2012",
      "favorited": false,
      "full_text": "driving theory is just common sense with stopping distances stuck on",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "142765028930491272"
          ],
          "editableUntil": "2011-12-03T00:40:10.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "90"
      ],
      "favorite_count": "4",
      "id_str": "142765028930491272",
      "truncated": false,
      "retweet_count": "0",
      "id": "142765028930491272",
      "created_at": "Sat Dec 03 00:40:10 +0000 2011",
      "favorited": false,
      "full_text": "had 3 cans of dads bitter at gwils and been sick in a wheelie bin, classy. happy 16th gwil",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "137879277138875272"
          ],
          "editableUntil": "2011-11-19T13:05:56.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
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
      "favorite_count": "8",
      "id_str": "137879277138875272",
      "truncated": false,
      "retweet_count": "0",
      "id": "137879277138875272",
      "created_at": "Sat Nov 19 13:05:56 +0000 2011",
      "favorited": false,
      "full_text": "if u support england at all dont text me til monday",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "125172566062011272"
          ],
          "editableUntil": "2011-10-15T11:34:00.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "110"
      ],
      "favorite_count": "8",
      "id_str": "125172566062011272",
      "truncated": false,
      "retweet_count": "0",
      "id": "125172566062011272",
      "created_at": "Sat Oct 15 11:34:00 +0000 2011",
      "favorited": false,
      "full_text": "up since half seven for that. 14 men. one point. I'm sat in the bath in my wales shirt and i'm not getting out",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "83562054677435272"
          ],
          "editableUntil": "2011-06-22T15:48:41.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "25"
      ],
      "favorite_count": "8",
      "id_str": "83562054677435272",
      "truncated": false,
      "retweet_count": "0",
      "id": "83562054677435272",
      "created_at": "Wed Jun 22 15:48:41 +0000 2011",
      "favorited": false,
      "full_text": "maths module 2 can do one",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "56749672756155272"
          ],
          "editableUntil": "2011-04-09T16:05:51.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
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
      "favorite_count": "3",
      "id_str": "56749672756155272",
      "truncated": false,
      "retweet_count": "0",
      "id": "56749672756155272",
      "created_at": "Sat Apr 09 16:05:51 +0000 2011",
      "favorited": false,
      "full_text": "chips curry sauce and a scarlets win, no notes",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "54279689073595272"
          ],
          "editableUntil": "2011-04-02T20:31:01.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
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
      "favorite_count": "4",
      "id_str": "54279689073595272",
      "truncated": false,
      "retweet_count": "0",
      "id": "54279689073595272",
      "created_at": "Sat Apr 02 20:31:01 +0000 2011",
      "favorited": false,
      "full_text": "ok im on twitter now what is the point of it",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "46651260924859272"
          ],
          "editableUntil": "2011-03-12T19:18:22.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "98"
      ],
      "favorite_count": "0",
      "id_str": "46651260924859272",
      "truncated": false,
      "retweet_count": "0",
      "id": "46651260924859272",
      "created_at": "Sat Mar 12 19:18:22 +0000 2011",
      "favorited": false,
      "full_text": "ref today was an absolute clown, someone needs to wait for him in the car park and do his knees in",
      "lang": "en"
    }
  }
]