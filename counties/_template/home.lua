-- Startsidan och egna sidor.

home {
  title = "Tillsammans för ett jämställt Exempellän",
  lead = "Anslut er organisation till länets strategi och visa vad ni gör.",

  -- Vad som står på startsidan, uppifrån och ned. Stryk det ni inte vill ha. Det som finns är
  --   facts siffror     areas områden         package paketet            processes de fyra frågorna
  --   goals mål         members nya anslutna  publications rapporter     newsletter nyhetsbrevet
  --   owners ägare      national nationella mål
  -- och namnen på era egna avsnitt (section).
  order = { "facts", "areas", "varfor", "package", "processes", "members", "owners", "national" },

  section "varfor" {
    title = "Varför gör vi det här?",
    text = "Ett jämställt län är **bra för alla** som bor här.", -- ** ger fetstil
    link "Läs strategin" { to = "/strategi" },
  },
}

-- Egna sidor. Texten står i en fil i mappen texts. menu är "top", "footer" eller "none".
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
