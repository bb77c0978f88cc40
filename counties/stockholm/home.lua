-- Stockholm: startsidan, nyhetsbrevet och sidor.

home {
  title = {
    sv = "Ett län, en riktning: jämställt",
    en = "One county, one direction: equality",
  },
  lead = {
    sv = "26 kommuner, statliga myndigheter, civilsamhället och näringslivet har en gemensam strategi. Skriv under avsiktsförklaringen och få stöd hela vägen.",
    en = "26 municipalities, state authorities, civil society and business share one strategy. Sign the letter of intent and get support all the way.",
  },
  order = { "areas", "facts", "varfor", "package", "processes", "newsletter", "members", "national" },

  section "varfor" {
    title = { sv = "Varför en gemensam strategi?", en = "Why one strategy for all?" },
    text = text "texts/varfor.md",
    link "Läs hela strategin" {
      to = "/strategi",
      label = { en = "Read the whole strategy" },
    },
    link "Handböcker och inspiration" {
      to = "/sidor/handbocker",
      label = { en = "Handbooks and inspiration" },
    },
  },
}

newsletter {
  name = {
    sv = "Nyhetsbrevet Jämställt Stockholm",
    en = "The newsletter Jämställt Stockholm",
  },
  text = {
    sv = "Nyheter, utbildningar och exempel från länet. Öppet för alla.",
    en = "News, courses and examples from the county. Open to all.",
  },
  link "Prenumerera" {
    to = "https://www.lansstyrelsen.se/stockholm.html",
    label = { en = "Subscribe" },
  },
}

page "handbocker" {
  title = { sv = "Handböcker och inspiration", en = "Handbooks and inspiration" },
  lead = {
    sv = "Öppet för alla, vare sig ni är anslutna eller inte.",
    en = "Open to all, whether you have joined or not.",
  },
  text = text "texts/handbocker.md",
  menu = "top",
}

page "tillganglighet" {
  title = { sv = "Tillgänglighet", en = "Accessibility" },
  text = text "texts/tillganglighet.md",
  menu = "footer",
}

page "personuppgifter" {
  title = { sv = "Personuppgifter", en = "Personal data" },
  text = text "texts/personuppgifter.md",
  menu = "footer",
}
