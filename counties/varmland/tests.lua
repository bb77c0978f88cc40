-- Värmland: vad portalen lovar. `anslut test varmland` provar det, och ingen ändring publiceras som bryter löftet.

persona "en förening i Arvika" {
  name = "Arvika IF",
  kind = "association",
  org_number = "802000-0009",
  municipality = "1784",
  contribution = "Vi delar halltiderna lika mellan flickor och pojkar.",
  focus = { "halsa", "frihet" },
  goals = { { text = "Lika många ledare som är kvinnor och män", area = { "makt" }, year = 2027 } },
  board = { women = 4, men = 3 },
  email = "info@example.org",
}

persona "en kommun" {
  name = "Eda kommun",
  kind = "municipality",
  org_number = "802000-0009",
  municipality = "1730",
  contribution = "Alla nämnder får könsuppdelad statistik.",
  focus = { "ekonomi" },
  employees = { women = 900, men = 300 },
  email = "kommun@example.org",
}

persona "en samverkan" {
  name = "Kulturnätverket",
  kind = "joint",
  org_number = "802000-0009",
  parts = "Arvika kommun\nEda kommun",
  contribution = "Vi ordnar utställningar om konstnärer som glömts bort.",
  focus = { "makt" },
  email = "natverket@example.org",
}

persona "ett företag" {
  name = "Exempelbruket AB",
  kind = "company",
  org_number = "802000-0009",
  municipality = "1782",
  contribution = "Vi kartlägger våra löner och rättar dem.",
  focus = { "ekonomi" },
  employees = { women = 20, men = 60 },
  board = { women = 2, men = 4 },
  email = "bruket@example.org",
}

persona "den som bara skriver några ord" {
  name = "Grums BK",
  kind = "association",
  org_number = "802000-0009",
  municipality = "1764",
  contribution = "Lite allt möjligt.",
  focus = { "makt" },
}

expect "en förening i Arvika" {
  is_asked = { "municipality", "board" },
  is_not_asked = { "parts", "employees" },
  letter_says = "Arvika IF ansluter sig till Ett jämställt Värmland",
  gets = { "diplom", "marke", "forebyggande" },
  is_offered = { "utbildning", "utbyte", "nyhetsbrev" },
  gets_not = "statistik",
  shows = { "goals", contribution = "Vi delar halltiderna lika mellan flickor och pojkar." },
  shows_not = { "board", "email", "org_number" },
}

expect "en kommun" {
  is_asked = "employees",
  is_not_asked = { "board", "parts" },
  is_offered = "statistik",
  gets_not = "forebyggande",
}

expect "en samverkan" {
  is_asked = "parts",
  is_not_asked = { "municipality", "employees", "board" },
  in_order = { "org_number", "parts", "contribution" },
  shows = "parts",
}

expect "ett företag" { is_asked = { "employees", "board" }, shows_not = { "employees", "board" } }

expect "den som bara skriver några ord" { problems = { contribution = "too-short" } }
