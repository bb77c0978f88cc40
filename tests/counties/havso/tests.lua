-- Vad ön lovar sig själv.

persona "kommunen" {
  name = "Havsö kommun",
  kind = "municipality",
  org_number = "212000-0001",
  municipality = "9801",
  focus = { "makt" },
  staff = { women = 300, men = 90, other = 2 },
  email = "kommun@example.org",
}

persona "rådet" {
  name = "Öns jämställdhetsråd",
  kind = "joint",
  bodies = { "Havsö kommun", "Region Havsö", "Havsö stift" },
  municipality = "9801",
  focus = { "farjan" },
  email = "rad@example.org",
}

expect "kommunen" {
  on = "2026-05-01",
  is_asked = { "within", "org_number" },
  is_not_asked = { "bodies" },
  gets = { "diplom", "plats" },
}

expect "rådet" {
  on = "2026-05-01",
  is_asked = { "bodies" },
  is_not_asked = { "within", "org_number" },
  letter_says = { "Öns jämställdhetsråd", "Färjan och vägarna" },
}
