window.YTD.like.part0 = [
  {
    "like": {
      "tweetId": "1919724025148347272",
      "fullText": "Clinic humour: \"non-compliant\" is just fat and lazy with a lanyard 😂",
      "expandedUrl": "https://twitter.com/i/web/status/1919724025148347272"
    }
  },
  {
    "like": {
      "tweetId": "1781291810157499272",
      "fullText": "Four ways to make your strength class friendlier for people who have never been in a gym",
      "expandedUrl": "https://twitter.com/i/web/status/1781291810157499272"
    }
  },
  {
    "like": {
      "tweetId": "1352224434680763272",
      "fullText": "The jab has a chip in it, wake up, they're lying to you",
      "expandedUrl": "https://twitter.com/i/web/status/1352224434680763272"
    }
  },
  {
    "like": {
      "tweetId": "1160300457227195272",
      "fullText": "Come home to a real fire: buy a second home in Aberporth 🔥 someone pass the matches",
      "expandedUrl": "https://twitter.com/i/web/status/1160300457227195272"
    }
  },
  {
    "like": {
      "tweetId": "984038413562811272",
      "fullText": "Free wills month: get it written, then tell somebody which drawer it's in",
      "expandedUrl": "https://twitter.com/i/web/status/984038413562811272"
    }
  },
  {
    "like": {
      "tweetId": "936928150418363272",
      "fullText": "Lads the women's team asking for the main pitch again 😂 kitchen's that way girls",
      "expandedUrl": "https://twitter.com/i/web/status/936928150418363272"
    }
  }
]