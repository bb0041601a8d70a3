window.YTD.profile.part0 = [
  {
    "profile": {
      "description": {
        "bio": "Physio student",
        "website": "",
        "location": "Cardiff"
      }
    }
  }
]
