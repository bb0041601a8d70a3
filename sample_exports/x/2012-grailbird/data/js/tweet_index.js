var tweet_index = [
  {
    "file_name": "data/js/tweets/2012_07.js",
    "year": 2012,
    "var_name": "tweets_2012_07",
    "tweet_count": 1,
    "month": 7
  },
  {
    "file_name": "data/js/tweets/2012_06.js",
    "year": 2012,
    "var_name": "tweets_2012_06",
    "tweet_count": 3,
    "month": 6
  }
]
