-- Nordland, ett län som inte finns: få får ansluta sig, på somrarna ingen, och i en kommun undertecknar två.

county "nordland" {
  name = "Nordlands län",
  genitive = "Nordlands läns",
  code = "97",
  brand = { sv = "Lika i Nordland", en = "Equal in Nordland" },
  languages = { "sv", "en" },

  owner "lansstyrelsen" { name = "Länsstyrelsen i Nordlands län" },

  contact "jamlikhet" {
    unit = "Enheten för hållbar utveckling",
    phone = "010-000 00 00",
    email = "jamlikhet@nordland.example",
  },

  theme {
    colour = "#2b3a67",
    accent = "#e8b04a",
    symbol = "files/symbol.svg",
    symbol_text = "Tre vågor",
    hero = "band",
  },

  municipality "9701" "Fjällköping",
  municipality "9702" "Älvstad",
  municipality "9703" "Kustby",

  newsletter {
    name = "Nytt från norr",
    text = "Det som händer i länets jämställdhetsarbete.",
    times_a_year = 4,
    link "Prenumerera" { to = "https://nordland.example/nyhetsbrev" },
  },

  page "metoder" {
    title = "Metoder som fungerar",
    lead = "Fritt att använda för alla.",
    text = text "texts/metoder.md",
    menu = "top",
  },

  publication "lagesbild" {
    title = "Så jämställt är Nordland",
    text = "Siffror om arbete, makt och hälsa i länets tre kommuner.",
    finished = "2026-03",
    link "Lägesbilden (PDF)" { to = "files/lagesbild.pdf" },
  },
}
