-- Västmanland: startsidan, nyhetsbrevet, rapporter och sidor.

home {
  title = {
    sv = "Samma makt att forma sitt liv, i hela Västmanland",
    en = "The same power to shape one's life, all over Västmanland",
  },
  lead = {
    sv = "Jämställdhet avgörs i vardagen: i besluten, i budgeten och i hur vi bemöter varandra. Anslut er organisation till Ett jämställt Västmanland, så väntar ett välkomstpaket på er.",
    en = "Gender equality is settled in everyday life: in decisions, in budgets and in how we treat each other. Let your organisation join Ett jämställt Västmanland, and a welcome package awaits you.",
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
    sv = "Nyheter och det som är på gång, här i länet och i resten av landet. Både anslutna och alla andra är välkomna som läsare.",
    en = "News and what is coming up, in the county and in the rest of the country. Members and everyone else are welcome as readers.",
  },
  link "Prenumerera" {
    to = "https://www.lansstyrelsen.se/vastmanland.html",
    label = { en = "Subscribe" },
  },
  link "Arkiv: tidigare nummer" {
    to = "https://www.lansstyrelsen.se/vastmanland.html",
    label = { en = "Archive: earlier issues" },
  },
}

publication "kartlaggning" {
  title = {
    sv = "Kartläggning: att främja jämställdhet och motverka våld",
    en = "Mapping: promoting gender equality and countering violence",
  },
  text = {
    sv = "Försörjningsstöd ur ett jämställdhetsperspektiv: så kan handläggningen bli mer likvärdig, och så blir frågan om våld en rutin. Skriven för socialtjänsten.",
    en = "Income support from a gender perspective: how cases can be handled more equally, and how asking about violence becomes routine. Written for social services.",
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
