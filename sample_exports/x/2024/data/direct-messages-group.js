window.YTD.direct_messages_group.part0 = [
  {
    "dmConversation": {
      "conversationId": "1740000000000000009",
      "messages": [
        {
          "participantsJoin": {
            "initiatingUserId": "222000111",
            "userIds": [
              "222000222"
            ],
            "createdAt": "2023-12-02T10:00:00.000Z"
          }
        },
        {
          "messageCreate": {
            "id": "1740000000000000011",
            "senderId": "4200000001",
            "createdAt": "2023-12-02T10:01:00.000Z",
            "text": "Welcome to the night shift chat",
            "urls": [],
            "mediaUrls": [],
            "reactions": [],
            "editHistory": []
          }
        },
        {
          "conversationNameUpdate": {
            "initiatingUserId": "4200000001",
            "name": "Night shift",
            "createdAt": "2023-12-02T09:59:00.000Z"
          }
        }
      ]
    }
  }
]