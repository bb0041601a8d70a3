window.YTD.direct_messages.part0 = [
  {
    "dmConversation": {
      "conversationId": "2500000100-2740081957",
      "messages": [
        {
          "messageCreate": {
            "id": "701544447472571272",
            "senderId": "2740081957",
            "createdAt": "2016-02-21T23:10:05.000Z",
            "text": "thanks for staying on the phone. will ring the GP when they open",
            "urls": [],
            "mediaUrls": [],
            "reactions": [],
            "editHistory": [],
            "recipientId": "2500000100"
          }
        },
        {
          "messageCreate": {
            "id": "701527485707195272",
            "senderId": "2500000100",
            "createdAt": "2016-02-21T22:02:41.000Z",
            "text": "Promise me you'll tell one more person",
            "urls": [],
            "mediaUrls": [],
            "reactions": [],
            "editHistory": [],
            "recipientId": "2740081957"
          }
        },
        {
          "messageCreate": {
            "id": "564899609965499272",
            "senderId": "2740081957",
            "createdAt": "2015-02-09T21:32:17.000Z",
            "text": "you got the notes for consent &amp; capacity? mine have a curry on them",
            "urls": [],
            "mediaUrls": [],
            "reactions": [],
            "editHistory": [],
            "recipientId": "2500000100"
          }
        },
        {
          "messageCreate": {
            "id": "564899035345851272",
            "senderId": "2500000100",
            "createdAt": "2015-02-09T21:30:00.000Z",
            "text": "Library at 9?",
            "urls": [],
            "mediaUrls": [],
            "reactions": [],
            "editHistory": [],
            "recipientId": "2740081957"
          }
        }
      ]
    }
  }
]