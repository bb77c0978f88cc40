-- Jönköping: startsidan och sidor.

home {
  title = "Ett jämställt län börjar hos oss som finns här",
  lead = "{genitive} organisationer visar öppet hur de bidrar. Läs vad andra gör, och lägg till er egen profil.",
  order = { "members", "areas", "facts", "lagesbild", "package", "processes", "owners", "national" },

  section "lagesbild" {
    title = "Lägesbild och prioriteringar",
    text = text "texts/lagesbild.md",
    link "Läs strategin" { to = "/strategi" },
  },
}

page "tillganglighet" {
  title = "Tillgänglighet",
  text = text "texts/tillganglighet.md",
  menu = "footer",
}

page "personuppgifter" {
  title = "Personuppgifter",
  text = text "texts/personuppgifter.md",
  menu = "footer",
}
