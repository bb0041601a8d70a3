window.YTD.like.part0 = [
  {
    "like": {
      "tweetId": "1351801636254646373",
      "fullText": "Salt &amp; vinegar is the only crisp flavour, and I will die on this hill",
      "expandedUrl": "https://twitter.com/i/web/status/1351801636254646373"
    }
  },
  {
    "like": {
      "tweetId": "1256493627601846373",
      "expandedUrl": "https://twitter.com/i/web/status/1256493627601846373"
    }
  }
]