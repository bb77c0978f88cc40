-- Västmanland: startsidan, nyhetsbrevet, rapporter och sidor.

home {
  title = {
    sv = "Samma makt att forma sitt liv, i hela Västmanland",
    en = "The same power to shape one's life, all over Västmanland",
  },
  lead = {
    sv = "Jämställdhet skapas där beslut fattas, pengar fördelas och normer uppstår. Anslut er organisation, bli en del av Ett jämställt Västmanland och få ett välkomstpaket.",
    en = "Gender equality is made where decisions are taken, money is shared out and norms arise. Join with your organisation and get a welcome package.",
  },
  order = { "facts", "areas", "package", "jamstalldhet", "processes", "uppdrag", "newsletter", "publications", "national" },

  section "jamstalldhet" {
    title = { sv = "Vad är jämställdhet?", en = "What is gender equality?" },
    text = text "texts/jamstalldhet.md",
    link "Läs mer om vårt synsätt" {
      to = "/sidor/jamstalldhet",
      label = { en = "Read more about our view" },
    },
  },

  section "uppdrag" {
    title = { sv = "Länsstyrelsens uppdrag", en = "The Board's tasks" },
    text = text "texts/uppdrag.md",
  },
}

newsletter {
  name = "Nyhetsbrevet Ett jämställt Västmanland",
  times_a_year = 4,
  text = {
    sv = "För er som är anslutna och för alla andra som vill veta vad som händer för jämställdheten, i länet och i landet.",
    en = "For members and for everyone else who wants to know what happens in gender equality, in the county and the country.",
  },
  link "Prenumerera på nyhetsbrevet och läs tidigare nummer" {
    to = "https://www.lansstyrelsen.se/vastmanland.html",
    label = { en = "Subscribe to the newsletter and read earlier issues" },
  },
}

publication "kartlaggning" {
  title = {
    sv = "Kartläggning: att främja jämställdhet och motverka våld",
    en = "Mapping: promoting gender equality and countering violence",
  },
  text = {
    sv = "Hur socialtjänsten kan arbeta jämställdhetsintegrerat med försörjningsstöd, och rutinmässigt fråga om våld i nära relationer. Ett stöd för den som vill stärka sitt arbete.",
    en = "How social services can mainstream gender equality in income support, and routinely ask about violence in close relationships.",
  },
  finished = "2020-04",
  link "Länsstyrelsens publikationer" {
    to = "https://www.lansstyrelsen.se/vastmanland.html",
    label = { en = "The Board's publications" },
  },
}

page "jamstalldhet" {
  title = { sv = "Så ser vi på jämställdhet", en = "How we see gender equality" },
  lead = {
    sv = "Kön är inte det enda som avgör vilka möjligheter en människa får. Men utan statistik om kvinnor och män syns inte skillnaderna.",
    en = "Gender is not all that decides what chances a person gets. But without statistics on women and men the differences stay unseen.",
  },
  text = text "texts/synsatt.md",
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
