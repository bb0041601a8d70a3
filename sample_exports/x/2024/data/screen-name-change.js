window.YTD.screen_name_change.part0 = [
  {
    "screenNameChange": {
      "accountId": "4200000001",
      "screenNameChange": {
        "changedAt": "2015-06-01T12:00:00.000Z",
        "changedFrom": "kim_the_student",
        "changedTo": "kim_invented"
      }
    }
  }
]