window.YTD.note_tweet.part0 = [
  {
    "noteTweet": {
      "noteTweetId": "1765471243596731273",
      "updatedAt": "2024-03-06T20:15:20.000Z",
      "lifecycle": {
        "value": "1",
        "name": "Active",
        "originalName": "Active",
        "annotations": {}
      },
      "createdAt": "2024-03-06T20:15:20.000Z",
      "core": {
        "styletags": [],
        "urls": [],
        "text": "A few things from ten years of student placements, from both sides of the clipboard. One: say your name and what you would like to be called, to everyone, twice. Two: ask before you touch, every single time, even when the answer was yes a minute ago. Three: it is fine to say \"I don't know, I'll find out\", as long as you find out. Four: eat. Five: the domestic on your ward knows more about who is struggling than any chart. Six: if something isn't right, tell your educator, and if that doesn't feel safe, tell your university link. Nobody decent will mark you down for it.",
        "mentions": [],
        "cashtags": [],
        "hashtags": [],
        "timestamps": []
      }
    }
  }
]