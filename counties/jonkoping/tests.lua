-- Jönköping: vad portalen lovar. `anslut test jonkoping` provar det, och ingen ändring publiceras som bryter löftet.

persona "en förening i Habo" {
  name = "Habo IF",
  kind = "association",
  org_number = "802000-0009",
  municipality = "0643",
  email = "info@example.org",
  description = "Vi har fotboll och handboll för alla åldrar.",
  contribution = "Flickor och pojkar tränar på samma tider.",
  focus = { "vald-och-normer" },
  members = { women = 200, men = 210 },
}

persona "ett företag" {
  name = "Exempelmöbler AB",
  kind = "company",
  org_number = "802000-0009",
  municipality = "0662",
  policy = "https://www.example.org/policy",
  email = "kontakt@example.org",
  description = "Vi gör stolar.",
  contribution = "Vi ger alla föräldrar samma villkor.",
  focus = { "utbildning-och-arbetsliv" },
  employees = { women = 12, men = 30 },
  leaders = { women = 2, men = 3 },
}

persona "en region" {
  name = "Region Exempel",
  kind = "region",
  org_number = "802000-0009",
  email = "region@example.org",
  description = "Vi sköter vården.",
  contribution = "Vi mäter väntetider för kvinnor och män.",
  focus = { "makt-och-delaktighet", "vald-och-normer" },
}

persona "en statlig myndighet" {
  name = "Exempelmyndigheten",
  kind = "state",
  org_number = "802000-0009",
  email = "registrator@example.org",
  description = "Vi ger tillstånd.",
  contribution = "Vi granskar våra beslut.",
  focus = { "makt-och-delaktighet" },
}

persona "den som glömmer sin e-post" {
  name = "Eksjö kommun",
  kind = "municipality",
  org_number = "802000-0009",
  municipality = "0686",
  description = "Vi är en kommun.",
  contribution = "Vi utbildar alla chefer.",
  focus = { "makt-och-delaktighet" },
}

expect "en förening i Habo" {
  is_asked = { "municipality", "members" },
  is_not_asked = { "employees", "leaders" },
  is_asked_as = {
    policy = "Länk till föreningens jämställdhetspolicy",
    email = "E-post till föreningen",
    description = "Beskriv er förening",
  },
  letter_says = { "Habo IF är en del av", "Våld och destruktiva normer" },
  gets = { "profil", "verktyg", "normer" },
  is_offered = "natverk",
  gets_not = "statistik",
  is_reviewed = true,
  gets_mail = { "confirm", "welcome", "approved" },
  county_gets_mail = "review",
  shows = { email = "info@example.org", contribution = "Flickor och pojkar tränar på samma tider." },
  shows_not = { "members", "org_number" },
}

expect "ett företag" {
  is_asked = { "employees", "leaders" },
  is_not_asked = "members",
  in_order = { "policy", "email", "website", "description", "contribution", "focus" },
  is_asked_as = {
    policy = "Länk till företagets jämställdhetspolicy",
    email = "E-post till företaget",
    description = "Beskriv ert företag",
  },
  gets_not = { "statistik", "normer" },
}

expect "en region" {
  is_asked = "employees",
  is_not_asked = { "municipality", "leaders" },
  is_asked_as = { description = "Beskriv er organisation" },
  gets = { "statistik", "normer" },
}

expect "en statlig myndighet" { is_not_asked = "municipality", gets = "statistik" }

expect "den som glömmer sin e-post" { problems = { email = "required" } }
