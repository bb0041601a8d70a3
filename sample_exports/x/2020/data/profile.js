window.YTD.profile.part0 = [
  {
    "profile": {
      "description": {
        "bio": "Student paramedic",
        "website": "",
        "location": ""
      },
      "avatarMediaUrl": "https://pbs.twimg.com/x.jpg"
    }
  }
]
