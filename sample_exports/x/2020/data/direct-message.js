window.YTD.direct_message.part0 = [
  {
    "dmConversation": {
      "conversationId": "222000111-4200000002",
      "messages": [
        {
          "messageCreate": {
            "id": "1220000000000000003",
            "senderId": "4200000002",
            "createdAt": "2020-01-20T21:42:09.068Z",
            "text": "on my way",
            "urls": [],
            "mediaUrls": [],
            "reactions": [],
            "editHistory": [],
            "recipientId": "222000111"
          }
        },
        {
          "messageCreate": {
            "id": "1220000000000000002",
            "senderId": "222000111",
            "createdAt": "2020-01-20T21:40:00.000Z",
            "text": "where are you?",
            "urls": [],
            "mediaUrls": [],
            "reactions": [],
            "editHistory": [],
            "recipientId": "4200000002"
          }
        }
      ]
    }
  }
]
