window.YTD.like.part0 = [
  {
    "like": {
      "tweetId": "991588097848246373",
      "fullText": "Hydrotherapy pool is open again"
    }
  }
]
