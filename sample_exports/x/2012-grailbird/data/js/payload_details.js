var payload_details = {
  "tweets": 5,
  "created_at": "2012-08-14 05:16:38 +0000",
  "lang": "en"
}
