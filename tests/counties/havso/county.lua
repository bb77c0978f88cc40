-- Havsö, en ö som inte finns: ett län med en enda kommun. Här ansluter sig också
-- delar av organisationer och gemensamma organ, och formuläret är mycket långt.

county "havso" {
  name = "Havsö län",
  genitive = "Havsö läns",
  code = "98",
  brand = "Jämställda Havsö",

  municipality "9801" "Havsö",

  owner "lansstyrelsen" { name = "Länsstyrelsen på Havsö" },
  contact "jamstalldhet" {
    unit = "Jämställdhetsfunktionen",
    email = "jamstalldhet@havso.example",
  },

  theme {
    colour = "#114b5f",
    accent = "#f0c808",
    symbol = "files/symbol.svg",
    hero = "band",
  },

  -- En förvaltning räknas med sin kommun, ett råd som så många som sitter i det.
  counting {
    parts = false,
    joint = "each",
    text = "Delar av en organisation räknas inte för sig, men alla som ingår i ett gemensamt organ gör det.",
  },
  -- Öns första anslutningar skrevs på papper; portalen fortsätter efter dem.
  numbering { from = 12, digits = 3, format = "HÖ {number}/{year}" },

  milestone "4" { text = "Nu är vi fyra organisationer på ön. Tack för att ni är med!" },
  milestone "1000" { text = "Tusen organisationer!" },
}
