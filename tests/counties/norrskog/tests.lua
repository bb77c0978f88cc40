-- What Norrskog promises itself, in each of its languages.

persona "en kommun" {
  name = "Älvby kommun",
  kind = "municipality",
  municipality = "9601",
  email = "kommun@example.org",
  focus = { "makt" },
  employees = { women = 120, men = 80 },
}

persona "yhdistys" {
  name = "Koskelan nuorisoseura",
  kind = "association",
  municipality = "9603",
  email = "nuoret@example.org",
  focus = { "vald" },
}

persona "den som inte väljer område" { name = "Gransele IK", kind = "association", municipality = "9602", email = "ik@example.org" }

expect "en kommun" {
  on = "2026-05-11",
  is_asked = { "name", "kind", "municipality", "email", "focus", "employees" },
  in_order = { "municipality", "focus" },
  letter_says = "Älvby kommun",
  gets = { "marke", "diplom" },
  is_offered = "nyhetsbrev",
  is_reviewed = false,
  gets_mail = { "confirm", "welcome" },
  shows = { "employees", municipality = "Älvby", focus = "Makt och inflytande" },
  shows_not = "email",
}

expect "yhdistys" {
  language = "fi",
  is_asked_as = { municipality = "Missä kunnassa toimitte eniten?", focus = "Minkä osa-alueiden parissa haluatte työskennellä?" },
  shows = { municipality = "Koskela", focus = "Väkivallaton elämä" },
}

-- What Meänkieli lacks comes from Finnish, what North Sámi and English lack from Swedish.
expect "yhdistys" { language = "fit", is_asked_as = { name = "Mikä on organisaation nimi?" } }
expect "yhdistys" { language = "se", is_asked_as = { name = "Vad heter organisationen?" }, shows = { municipality = "Åfors" } }
expect "yhdistys" { language = "en", is_asked_as = { name = "What is the organisation called?" }, shows = { focus = "Freedom from violence" } }

expect "den som inte väljer område" { problems = { focus = "required-choice" } }
