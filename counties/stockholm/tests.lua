-- Stockholm: vad portalen lovar. `anslut test stockholm` provar det, och ingen ändring publiceras som bryter löftet.

persona "en kommun" {
  name = "Exempelköpings kommun",
  kind = "municipality",
  org_number = "802000-0009",
  municipality = "0127",
  decided = "2024-02-01",
  decided_by = "Kommunstyrelsen",
  focus = { "makt", "ekonomi", "vald" },
  goals = { { text = "Lika lön för likvärdigt arbete", area = { "ekonomi" }, year = 2027 } },
  email = "kommun@example.org",
  employees = { women = 4000, men = 1200, other = 3 },
}

persona "en förening" {
  name = "Exempelklubben",
  kind = "association",
  org_number = "802000-0009",
  municipality = "0136",
  decided = "2024-03-14",
  decided_by = "Årsmötet",
  focus = { "halsa" },
  support = { "process" },
  email = "info@example.org",
}

persona "ett företag som vill ha metodstöd" {
  name = "Exempelbolaget AB",
  kind = "company",
  org_number = "802000-0009",
  municipality = "0123",
  decided = "2024-04-02",
  decided_by = "Vd",
  focus = { "ekonomi" },
  support = { "method" },
  email = "bolaget@example.org",
}

persona "en region" {
  name = "Region Exempel",
  kind = "region",
  org_number = "802000-0009",
  decided = "2024-02-01",
  decided_by = "Regionstyrelsen",
  focus = { "halsa" },
  email = "region@example.org",
}

persona "en statlig myndighet" {
  name = "Exempelmyndigheten",
  kind = "state",
  org_number = "802000-0009",
  decided = "2024-02-01",
  decided_by = "Generaldirektören",
  focus = { "vald" },
  email = "registrator@example.org",
}

persona "något helt annat" { name = "Grannarna i trapphuset", kind = "other", org_number = "802000-0009", municipality = "0136" }

persona "den som beslutade för länge sedan" {
  name = "Exempelklubben",
  kind = "association",
  org_number = "802000-0009",
  municipality = "0136",
  decided = "2023-12-31",
  decided_by = "Styrelsen",
}

persona "den som vill allt" {
  name = "Exempelklubben",
  kind = "association",
  org_number = "802000-0009",
  municipality = "0136",
  decided = "2024-03-14",
  decided_by = "Årsmötet",
  focus = { "makt", "ekonomi", "halsa", "vald" },
}

expect "en kommun" {
  is_asked = { "municipality", "employees" },
  in_order = { "name", "kind", "org_number", "municipality", "decided", "decided_by", "focus", "goals", "support", "email" },
  letter_says = { "Exempelköpings kommun ansluter sig", "svara på en enkät om uppföljning varje år" },
  gets = { "listning", "process", "metod", "handbocker" },
  is_offered = "nyhetsbrev",
  gets_mail = { "confirm", "welcome" },
  shows = { "focus", "goals" },
  shows_not = { "employees", "decided", "decided_by", "email", "org_number" },
}

expect "en förening" { is_asked = "municipality", is_not_asked = "employees", gets = "process", gets_not = "metod" }

expect "ett företag som vill ha metodstöd" { is_asked = "employees", gets = "metod" }

expect "en region" { is_not_asked = "municipality", gets = "metod" }

expect "en statlig myndighet" {
  is_not_asked = "municipality",
  gets = "metod",
  language = "en",
  is_asked_as = { decided = "When did the management decide?" },
}

expect "något helt annat" { is_refused = "Följ arbetet i nyhetsbrevet", is_not_asked = "decided" }

expect "den som beslutade för länge sedan" { problems = { decided = "too-early" } }

expect "den som vill allt" { problems = { focus = "too-many" } }
