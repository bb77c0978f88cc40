-- Vad Nordland lovar sig självt: vilka som får ansluta sig, och vad de möter.

persona "en kommun" {
  name = "Älvstads kommun",
  kind = "municipality",
  municipality = "9702",
  email = "kommun@example.org",
  second_email = "ordforande@example.org",
  focus = { "makt", "halsa" },
  contribution = "Vi räknar vem som talar på våra möten.",
}

persona "regionen" {
  name = "Region Nordland",
  kind = "region",
  municipality = "9701", -- får aldrig frågan
  email = "region@example.org",
  second_email = "regionstyrelsen@example.org",
  focus = { "halsa" },
}

persona "en förening" {
  name = "Kustby IK",
  kind = "association",
  municipality = "9703",
  email = "styrelsen@example.org",
  focus = { "makt" },
}

persona "en myndighet" {
  name = "Fjällmyndigheten",
  kind = "state",
  email = "registrator@example.org",
  focus = { "makt" },
}

persona "ett företag" { name = "Älvstads såg AB", kind = "company", email = "sagen@example.org" }

persona "den som kommer i sommar" {
  name = "Fjällköpings IF",
  kind = "association",
  municipality = "9701",
  email = "fjallkoping@example.org",
  focus = { "makt" },
  comes { on = "2026-07-01" },
}

persona "en kommun på papper" {
  name = "Kustby kommun",
  kind = "municipality",
  municipality = "9703",
  email = "kustby@example.org",
  second_email = "kommunstyrelsen@example.org",
  focus = { "makt" },
  comes { way = "paper", on = "2022-03-08" },
}

persona "en kommun som är med sedan förut" {
  contribution = "Nu räknar vi också vem som blir avbruten.",
  renews "2022" {
    name = "Älvstads kommun",
    kind = "municipality",
    municipality = "9702",
    email = "kommun@example.org",
    second_email = "ordforande@example.org",
    focus = { "makt", "halsa" },
    contribution = "Vi räknar vem som talar på våra möten.",
  },
  comes { on = "2027-02-01" },
}

expect "en kommun" {
  on = "2026-03-02",
  is_asked = { "municipality", "second_email" },
  letter_says = "Älvstads kommun",
  gets = { "marke", "diplom" },
  is_offered = "larande",
  gets_mail = { "confirm", "sign_waits", "welcome" },
  second_gets_mail = { "sign", "sign_again" },
  confirm_by = "2026-03-09",
  sign_by = "2026-03-16",
  is_reviewed = false,
  shows = { "focus", contribution = "Vi räknar vem som talar på våra möten." },
  shows_not = { "email", "second_email" },
}

expect "regionen" { is_not_asked = "municipality", is_asked = "second_email", is_offered = "larande" }

expect "en förening" {
  is_not_asked = "second_email",
  letter_says = "Kustby IK",
  gets_not = "larande",
  gets_mail = { "confirm", "welcome" },
}

expect "en myndighet" { is_not_asked = { "municipality", "second_email" }, gets = "diplom" }

expect "ett företag" { is_refused = "välkomna att använda allt som finns i biblioteket" }

expect "den som kommer i sommar" {
  is_closed = "Vi hörs till hösten!",
  gets_mail = { "waiting", "open" },
}
expect "den som kommer i sommar" { on = "2026-08-16", is_closed = false, gets_mail = { "confirm", "welcome" } }

expect "en kommun på papper" {
  letter_says = { "Kustby kommun", "8 mars 2022", "Makt och inflytande" },
  letter_says_not = "ansvar", -- så heter området först från 2027
  gets_mail = "welcome",
  shows = { focus = "Makt och inflytande" },
}

-- Hälsa är inget område i den nya strategin, så det valet är borta. Två undertecknar också nu.
expect "en kommun som är med sedan förut" {
  gets_mail = { "renew", "renew_waits", "sign_waits", "renewed" },
  second_gets_mail = { "sign", "sign_again" },
  sign_by = "2027-02-15",
  letter_says = "Älvstads kommun",
  shows = {
    name = "Älvstads kommun",
    focus = "Makt, inflytande och ansvar",
    contribution = "Nu räknar vi också vem som blir avbruten.",
  },
}
