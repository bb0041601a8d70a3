window.YTD.direct_messages.part0 = [
  {
    "dmConversation": {
      "conversationId": "222000111-4200000001",
      "messages": [
        {
          "messageCreate": {
            "id": "1750000000000000003",
            "senderId": "4200000001",
            "createdAt": "2024-01-20T21:42:09.068Z",
            "text": "see https://t.co/q1 &amp; tell me",
            "urls": [
              {
                "url": "https://t.co/q1",
                "expanded": "https://e.example",
                "display": "e.example"
              }
            ],
            "mediaUrls": [],
            "reactions": [],
            "editHistory": [],
            "recipientId": "222000111"
          }
        },
        {
          "messageCreate": {
            "id": "1750000000000000002",
            "senderId": "222000111",
            "createdAt": "2024-01-20T21:40:00.000Z",
            "text": "Did you find the rota?",
            "urls": [],
            "mediaUrls": [],
            "reactions": [],
            "editHistory": [],
            "recipientId": "4200000001"
          }
        }
      ]
    }
  }
]