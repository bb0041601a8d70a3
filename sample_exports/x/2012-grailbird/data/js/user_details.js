var user_details = {
  "expanded_url": "http://robin.example",
  "screen_name": "robin_invented",
  "location": "Hull",
  "url": "http://t.co/r",
  "full_name": "Robin Invented",
  "bio": "Nursing student",
  "id": "4200000004",
  "created_at": "2009-04-10 16:25:30 +0000"
}
