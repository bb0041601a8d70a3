window.YTD.profile.part0 = [
  {
    "profile": {
      "description": {
        "bio": "Physio 🏴󠁧󠁢󠁷󠁬󠁳󠁿 hips & falls. Dad to one loud girl. Llanelli born. Second-team hooker, first-team pasty eater. Barn fy hun / own views.",
        "website": "",
        "location": "Llanelli"
      },
      "avatarMediaUrl": "https://pbs.twimg.com/profile_images/1/a.jpg"
    }
  }
]