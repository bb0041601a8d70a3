window.YTD.note_tweet.part0 = [
  {
    "noteTweet": {
      "noteTweetId": "1777667776312240001",
      "updatedAt": "2024-04-09T12:00:00.000Z",
      "lifecycle": {
        "value": "1",
        "name": "Active",
        "originalName": "Active",
        "annotations": {}
      },
      "createdAt": "2024-04-09T12:00:00.000Z",
      "core": {
        "styletags": [],
        "urls": [],
        "text": "Bold move for a Tuesday",
        "mentions": [],
        "cashtags": [],
        "hashtags": [],
        "timestamps": []
      }
    }
  },
  {
    "noteTweet": {
      "noteTweetId": "1775224174801840001",
      "updatedAt": "2024-04-02T18:10:00.000Z",
      "lifecycle": {
        "value": "1",
        "name": "Active",
        "originalName": "Active",
        "annotations": {}
      },
      "createdAt": "2024-04-02T18:10:00.000Z",
      "core": {
        "styletags": [],
        "urls": [
          {
            "shortUrl": "https://t.co/zz99",
            "expandedUrl": "https://docs.example/bleep",
            "displayUrl": "docs.example/bleep",
            "fromIndex": "393",
            "toIndex": "410"
          }
        ],
        "text": "Long shift thread: three things I wish somebody had told me before my first night on call. One: eat before midnight, because the canteen shuts and the vending machine takes coins only. Two: find out where the bariatric chairs live. Three: ask early, ask often, and never apologise for asking. Four: write down the bleep numbers <before> you need them & keep the list in your pocket. Template: https://t.co/zz99",
        "mentions": [],
        "cashtags": [],
        "hashtags": [],
        "timestamps": []
      }
    }
  }
]