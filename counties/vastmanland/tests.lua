-- Västmanland: vad portalen lovar. `anslut test vastmanland` provar det, och ingen ändring publiceras som bryter löftet.

persona "en förening i Sala" {
  name = "Sala IK",
  kind = "association",
  org_number = "802000-0009",
  municipality = "1981",
  focus = { "makt", "halsa" },
  email = "info@example.org",
}

persona "en region" {
  name = "Region Exempel",
  kind = "region",
  org_number = "802000-0009",
  focus = { "halsa" },
  email = "region@example.org",
}

persona "en statlig myndighet" {
  name = "Exempelmyndigheten",
  kind = "state",
  org_number = "802000-0009",
  focus = { "vald" },
  email = "registrator@example.org",
}

persona "den som skriver fel nummer" {
  name = "Köpings BK",
  kind = "association",
  org_number = "802000-0001",
  municipality = "1983",
}

persona "den som inte väljer något område" {
  name = "Arboga kommun",
  kind = "municipality",
  org_number = "802000-0009",
  municipality = "1984",
}

expect "en förening i Sala" {
  in_order = { "name", "kind", "org_number", "municipality", "focus", "email" },
  letter_says = { "Sala IK ansluter sig till länsstrategin", "Den är inte bindande" },
  gets = { "klistermarke", "inbjudningar", "spridningskonferenser", "samarrangera" },
  is_offered = { "natverk", "nyhetsbrev" },
  gets_mail = { "confirm", "welcome" },
  is_reviewed = false,
  shows = { name = "Sala IK", municipality = "Sala" },
  shows_not = { "org_number", "email" },
}

expect "en region" { is_not_asked = "municipality", shows_not = "municipality" }

expect "en statlig myndighet" {
  is_not_asked = "municipality",
  language = "en",
  is_asked_as = { focus = "Which of the strategy's areas do you want to work with most?" },
}

expect "den som skriver fel nummer" { problems = { org_number = "check-digit" } }

expect "den som inte väljer något område" { problems = { focus = "required-choice" } }
