window.YTD.grok_chat_item.part0 = [
  {
    "grokChatItem": {
      "accountId": "4200000001",
      "createdAt": "2024-06-10T10:00:00.000Z",
      "chatId": "1800000000000000001",
      "message": "How do I word an apology to my educator?",
      "sender": {
        "name": "User"
      },
      "grokMode": "Normal"
    }
  },
  {
    "grokChatItem": {
      "accountId": "4200000001",
      "createdAt": "2024-06-10T10:00:03.000Z",
      "chatId": "1800000000000000001",
      "message": "Start by saying what happened.",
      "sender": {
        "name": "Agent"
      },
      "grokMode": "Normal"
    }
  }
]