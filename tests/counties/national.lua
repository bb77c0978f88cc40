-- The country's goals for the tests' counties: short stand-ins.

national_goal "overall" {
  title = "Samma makt",
  text = "Kvinnor och män ska ha samma makt att forma samhället och sina liv.",
}
national_goal "power" { title = "Makt", text = "Makt och inflytande delas lika." }
national_goal "economy" { title = "Ekonomi", text = "Arbete och ekonomi är jämställda." }
national_goal "education" { title = "Utbildning", text = "Alla har samma möjligheter att lära." }
national_goal "care" { title = "Omsorg", text = "Hemarbetet delas lika." }
national_goal "health" { title = "Hälsa", text = "Alla har samma förutsättningar för god hälsa." }
national_goal "violence" { title = "Våld", text = "Mäns våld mot kvinnor ska upphöra." }
