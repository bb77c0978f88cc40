-- Norrvik och Södervik: två län som inte finns och som delar portal. Hit kan man
-- ansluta sig bara när en strategi gäller.

county "norrsoder" {
  name = { sv = "Norrviks och Söderviks län", en = "the counties of Norrvik and Södervik" },
  genitive = { sv = "Norrviks och Söderviks läns", en = "the counties of Norrvik and Södervik's" },
  code = "97",
  brand = { sv = "Jämställt vid viken", en = "Equal by the bay" },
  languages = { "sv", "en" },

  covers "97" { name = { sv = "Norrviks län", en = "Norrvik County" } },
  covers "96" { name = { sv = "Söderviks län", en = "Södervik County" } },

  municipality "9701" "Norrvik",
  municipality "9702" "Strömnäs",
  municipality "9703" "Älvkarleö",
  municipality "9601" "Södervik",
  municipality "9602" "Åsunda",

  owner "rad" {
    name = { sv = "Vikens jämställdhetsråd", en = "The equality council of the bay" },
    parts = { "Länsstyrelsen i Norrviks län", "Länsstyrelsen i Söderviks län" },
    formed = "2015",
  },
  contact "kansli" {
    unit = { sv = "Rådets kansli", en = "The council's office" },
    email = "kansli@viken.example",
  },

  theme {
    colour = "#5b2a4e",
    accent = "#9fd356",
    symbol = "files/symbol.svg",
    hero = "plain",
  },

  home {
    title = { sv = "Två län, samma makt", en = "Two counties, the same power" },
    order = { "facts", "areas", "goals", "members", "owners" },
  },
}
