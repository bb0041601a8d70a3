window.YTD.periscope_comments_made_by_user.part0 = [
  {
    "periscopeCommentsMadeByUser": {
      "broadcastId": "1eaKbmRnEwLKX",
      "byAccountId": "1XXYYZZ",
      "createdAt": "2017-05-05T18:00:00.000Z",
      "text": "Greetings from Leeds!"
    }
  }
]