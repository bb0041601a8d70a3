window.__THAR_CONFIG = {
  "userInfo": {
    "accountId": "4200000002",
    "userName": "sam_invented",
    "displayName": "Sam"
  },
  "archiveInfo": {
    "sizeBytes": "9",
    "generationDate": "2021-07-30T12:21:58.798Z",
    "isPartialArchive": false,
    "maxPartSizeBytes": "53687091200"
  },
  "dataTypes": {
    "tweet": {
      "files": [
        {
          "fileName": "data/tweet.js",
          "globalName": "YTD.tweet.part0",
          "count": "5"
        }
      ]
    }
  }
}
