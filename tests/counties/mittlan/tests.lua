-- What the county promises itself. No part of the county's own scripts; `anslut test mittlan` runs it.

persona "en liten förening" {
  name = "Åkerby IK",
  kind = "association",
  municipality = "9903",
  email = "styrelsen@example.org",
  focus = { "vald" },
  publish = true,
}

persona "en kommun" {
  name = "Österby kommun",
  kind = "municipality",
  org_number = "212000-0001",
  municipality = "9902",
  email = "kommun@example.org",
  focus = { "makt", "vald" },
  contribution = "Alla chefer går en utbildning.",
  size = "large",
  employees = { women = 900, men = 300, other = 2 },
  plan = true,
  since = "2024-03",
  goals = { { text = "Hälften av cheferna är kvinnor.", area = { "makt" }, year = 2027 } },
  publish = true,
}

persona "en region" {
  name = "Region Mittlän",
  kind = "region",
  municipality = "9901", -- får aldrig frågan
  email = "region@example.org",
  focus = { "vald" },
  size = "small",
}

persona "ett företag" {
  name = "Mittåns såg AB",
  kind = "company",
  municipality = "9901",
  email = "sagen@example.org",
  focus = { "makt" },
  contribution = "Vi räknar våra löner.",
}

persona "en stiftelse" { name = "Stiftelsen Ån", kind = "foundation", email = "stiftelsen@example.org" }

persona "den som skriver fel" {
  name = "Västerby BK",
  kind = "association",
  org_number = "802000-0001",
  email = "bk@example.org",
}

expect "en liten förening" {
  is_asked = { "municipality", "focus", "contribution" },
  is_not_asked = { "size", "employees" },
  in_order = { "name", "kind", "focus", "publish" },
  is_asked_as = { contribution = "Så bidrar ni till Jämställt Mittlän" },
  is_refused = false,
  letter_says = { "Åkerby IK", "Frihet från våld" },
  letter_says_not = { "Makt" },
  gets = { "marke", "diplom", "process" },
  is_offered = { "nyhetsbrev" },
  gets_not = { "chefer" },
  gets_mail = { "confirm", "welcome", "approved" },
  county_gets_mail = { "review" },
  is_reviewed = true,
  shows = { name = "Åkerby IK", municipality = "Åkerby", focus = "Frihet från våld" },
  shows_not = { "email" },
}

expect "en kommun" {
  is_asked = { "size", "employees" },
  is_offered = { "nyhetsbrev", "chefer" },
  gets_not = { "process" },
  shows = { contribution = "Alla chefer går en utbildning." },
  shows_not = { "goals", "employees" },
}

expect "en region" { is_asked = { "size" }, is_not_asked = { "municipality", "employees" } }

expect "ett företag" {
  is_asked_as = { contribution = "Så bidrar företaget" },
  is_offered = { "chefer" },
  on = "2026-05-11",
  confirm_by = "2026-05-18",
}

expect "en stiftelse" { is_refused = "Prenumerera gärna på nyhetsbrevet" }

expect "den som skriver fel" { problems = { org_number = "check-digit" } }
