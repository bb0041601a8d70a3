window.YTD.screen_name_change.part0 = [
  {
    "screenNameChange": {
      "accountId": "2740081957",
      "screenNameChange": {
        "changedAt": "2014-01-05T17:00:00.000Z",
        "changedFrom": "pughy_no2",
        "changedTo": "rhys_yn_symud"
      }
    }
  }
]