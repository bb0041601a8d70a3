window.YTD.article.part0 = [
  {
    "article": {
      "id": "1810000000000000001",
      "title": "What splinting taught me",
      "content": {
        "sections": [
          {
            "text": "I used to think that a splint was plastic.",
            "mentions": [],
            "hashtags": [],
            "styles": [
              {
                "type": "bold"
              }
            ]
          },
          {
            "text": "It is a promise about a Tuesday.",
            "styles": []
          }
        ]
      }
    }
  },
  {
    "article": {
      "id": "1810000000000000002",
      "title": "Not ready",
      "content": {
        "sections": [
          {
            "text": "Half a thought"
          }
        ]
      }
    }
  }
]