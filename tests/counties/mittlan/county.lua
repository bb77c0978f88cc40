-- Mittlän, a county that does not exist: sound in every part, for the tests.
-- Each kind of word stands here or in the files beside this one.

county "mittlan" {
  name = "Mittläns län",
  genitive = "Mittläns läns",
  code = "99",
  brand = { sv = "Jämställt Mittlän", en = "An equal Mittlän" },
  languages = { "sv", "en" },
  hosts = { "jamstallt.mittlan.example" },

  alert "oversvamning" {
    grade = "important",
    title = "Höga flöden i Mittån",
    text = "Håll avstånd till vattnet.",
    from = "2026-04-20 08:00",
    to = "2026-05-02 12:00",
    link "Läget just nu" { to = "https://www.smhi.se/" },
  },
  alert "vaccination" {
    title = "Drop-in för vaccination",
    until_further_notice = true,
  },

  owner "lansstyrelsen" { name = "Länsstyrelsen i Mittläns län" },
  owner "samverkan" {
    name = "Mittläns jämställdhetsråd",
    text = "Rådet bär strategin tillsammans.",
    parts = { "Länsstyrelsen", "Region Mittlän", "länets tre kommuner" },
    formed = "2012",
    link "Om rådet" { to = "/sidor/radet" },
  },

  contact "jamstalldhet" {
    unit = "Enheten för social hållbarhet",
    phone = "010-000 00 00",
    email = "jamstalldhet@mittlan.example",
    note = { sv = "Växeln svarar vardagar.", en = "The switchboard answers on weekdays." },
  },

  theme {
    colour = "#1d4f73",
    accent = "#f4c542",
    symbol = "files/symbol.svg",
    symbol_text = "Tre vågor",
    hero = "circles",
  },

  municipality "9901" "Västerby",
  municipality "9902" "Österby",
  municipality "9903" "Åkerby",

  newsletter {
    name = "Jämställt nytt",
    times_a_year = 4,
    link "Läs det senaste numret" { to = "https://mittlan.example/nyhetsbrev" },
  },

  home {
    title = { sv = "Tillsammans för ett jämställt Mittlän", en = "Together for an equal Mittlän" },
    lead = "Anslut er och visa vad ni gör.",
    section "varfor" {
      title = "Varför vi gör det här",
      text = "Ett jämställt län är **bra för alla** som bor här.",
    },
  },

  page "radet" {
    title = "Jämställdhetsrådet",
    text = text "texts/radet.md",
    menu = "footer",
  },

  publication "lagesbild" {
    title = "Lägesbild 2025",
    finished = "2025-11",
    link "Lägesbild (PDF)" { to = "files/lagesbild.pdf" },
  },

  occasion "avstamp" {
    title = "Avstampet i Österby",
    date = "2024-03-08",
    text = "De första nio anslöt sig tillsammans.",
  },
}
