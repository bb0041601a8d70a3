window.YTD.article_metadata.part0 = [
  {
    "articleMetadata": {
      "id": "1810000000000000001",
      "authorId": "4200000001",
      "createdAtMs": "1719907200000",
      "updatedAtMs": "1719907300000",
      "firstPublishedAtMs": "1719907300000",
      "visibility": "Public",
      "tweetId": "1808000000000000001",
      "lifecycleState": "Published"
    }
  },
  {
    "articleMetadata": {
      "id": "1810000000000000002",
      "authorId": "4200000001",
      "createdAtMs": "1719907200000",
      "lifecycleState": "Draft"
    }
  }
]