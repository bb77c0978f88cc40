-- Stockholm: startsidan, nyhetsbrevet och sidor.

home {
  title = "Tillsammans gör vi skillnad i länet",
  lead = "26 kommuner, statliga myndigheter, civilsamhället och näringslivet har en gemensam strategi. Skriv under avsiktsförklaringen och få stöd hela vägen.",
  order = { "areas", "facts", "varfor", "package", "processes", "newsletter", "members", "national" },

  section "varfor" {
    title = "Varför en gemensam strategi?",
    text = text "texts/varfor.md",
    link "Läs hela strategin" { to = "/strategi" },
  },
}

newsletter {
  name = "Nyhetsbrevet Jämställt Stockholm",
  text = "Nyheter, utbildningar och exempel från länet. Öppet för alla.",
  link "Prenumerera" { to = "https://www.lansstyrelsen.se/stockholm.html" },
}

page "handbocker" {
  title = "Handböcker och inspiration",
  lead = "Öppet för alla, vare sig ni är anslutna eller inte.",
  text = text "texts/handbocker.md",
  menu = "top",
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
