-- Länets egna prov: påhittade organisationer, och vad var och en ska möta i portalen.
-- `anslut test` kör dem. Stämmer ett prov inte publiceras inte ändringen, så löftena här håller.

-- En persona är en organisation som ni hittar på. Skriv frågornas namn och vad den svarar.
persona "en liten förening" {
  name = "Norrby IK",
  kind = "association",
  org_number = "802000-0009",
  municipality = "9801",
  focus = { "halsa" },
  contribution = "Alla får spela, och alla får leda.",
  email = "info@example.org",
}

persona "en kommun" {
  name = "Sörby kommun",
  kind = "municipality",
  org_number = "802000-0009",
  municipality = "9802",
  focus = { "makt", "vald" },
  employees = { women = 900, men = 300 },
  email = "kommun@example.org",
}

persona "en region" {
  name = "Region Exempel",
  kind = "region",
  org_number = "802000-0009",
  focus = { "vald" },
  email = "region@example.org",
}

persona "en privatperson" { name = "Ensam Exempel", kind = "other", org_number = "802000-0009", municipality = "9801" }

-- Ett prov säger vad en persona ska möta: frågor, brev, välkomstpaket, mejl och vad som visas.
expect "en liten förening" {
  is_asked = { "municipality", "focus", "contribution" },
  is_not_asked = { "employees" }, -- bara de som har anställda får frågan
  letter_says = "Norrby IK",
  gets = { "klistermarke", "diplom" },
  is_offered = { "natverk" },
  gets_not = { "vald" },
  shows = { contribution = "Alla får spela, och alla får leda." },
  shows_not = { "email", "org_number" },
}

expect "en kommun" {
  is_asked = { "employees" },
  gets = { "vald" }, -- den har valt området som handlar om våld
  shows_not = { "employees" },
}

expect "en region" { is_not_asked = { "municipality" } }

expect "en privatperson" { is_refused = "Läs gärna om strategin" }
