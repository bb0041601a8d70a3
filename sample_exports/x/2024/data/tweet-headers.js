window.YTD.tweet_headers.part0 = [
  {
    "tweet": {
      "tweet_id": "1765014949458870373",
      "user_id": "4200000001",
      "created_at": "Tue Mar 05 14:02:11 +0000 2024"
    }
  },
  {
    "tweet": {
      "tweet_id": "1765278641157046373",
      "user_id": "4200000001",
      "created_at": "Wed Mar 06 07:30:00 +0000 2024"
    }
  },
  {
    "tweet": {
      "tweet_id": "1765286190904246373",
      "user_id": "4200000001",
      "created_at": "Wed Mar 06 08:00:00 +0000 2024"
    }
  },
  {
    "tweet": {
      "tweet_id": "1765301290398646373",
      "user_id": "4200000001",
      "created_at": "Wed Mar 06 09:00:00 +0000 2024"
    }
  },
  {
    "tweet": {
      "tweet_id": "1775224175305163693",
      "user_id": "4200000001",
      "created_at": "Tue Apr 02 18:10:00 +0000 2024"
    }
  },
  {
    "tweet": {
      "tweet_id": "1775224176060139673",
      "user_id": "4200000001",
      "created_at": "Tue Apr 02 18:10:00 +0000 2024"
    }
  },
  {
    "tweet": {
      "tweet_id": "1777667776312246373",
      "user_id": "4200000001",
      "created_at": "Tue Apr 09 12:00:00 +0000 2024"
    }
  },
  {
    "tweet": {
      "tweet_id": "1785610110366646373",
      "user_id": "4200000001",
      "created_at": "Wed May 01 10:00:00 +0000 2024"
    }
  },
  {
    "tweet": {
      "tweet_id": "1785613130265526373",
      "user_id": "4200000001",
      "created_at": "Wed May 01 10:12:00 +0000 2024"
    }
  },
  {
    "tweet": {
      "tweet_id": "1796813935211446373",
      "user_id": "4200000001",
      "created_at": "Sat Jun 01 08:00:00 +0000 2024"
    }
  },
  {
    "tweet": {
      "tweet_id": "1797176323077046373",
      "user_id": "4200000001",
      "created_at": "Sun Jun 02 08:00:00 +0000 2024"
    }
  },
  {
    "tweet": {
      "tweet_id": "1797538710942646373",
      "user_id": "4200000001",
      "created_at": "Mon Jun 03 08:00:00 +0000 2024"
    }
  },
  {
    "tweet": {
      "tweet_id": "1797901098808246373",
      "user_id": "4200000001",
      "created_at": "Tue Jun 04 08:00:00 +0000 2024"
    }
  },
  {
    "tweet": {
      "tweet_id": "1807685571179446373",
      "user_id": "4200000001",
      "created_at": "Sat Feb 01 00:00:00 +0000 1997"
    }
  }
]