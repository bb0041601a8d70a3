window.YTD.profile.part0 = [
  {
    "profile": {
      "description": {
        "bio": "Occupational therapist. Views mine. https://t.co/AbCd",
        "website": "https://t.co/EfGh",
        "location": "Leeds"
      },
      "avatarMediaUrl": "https://pbs.twimg.com/profile_images/1/a.jpg"
    }
  }
]