-- Norrskog, a county that does not exist, in the far north: its portal speaks five languages. The county's own texts stand in
-- Swedish, nearly all in Finnish and English, and some in Meänkieli and North Sámi; what is missing comes from the next
-- language of the chain.

county "norrskog" {
  name = { sv = "Norrskogs län", fi = "Norrskogin lääni", en = "Norrskog County" },
  genitive = { sv = "Norrskogs läns", fi = "Norrskogin läänin", en = "Norrskog County's" },
  code = "96",
  brand = { sv = "Jämställt Norrskog", fi = "Tasa-arvoinen Norrskog", en = "Equal Norrskog" },
  languages = { "sv", "fi", "fit", "se", "en" },
  fallback = { fit = { "fi", "sv" }, se = { "sv" }, en = { "sv" } },

  alert "vinter" {
    grade = "notice",
    title = { sv = "Mötet den 6 februari är flyttat", fi = "Helmikuun 6. päivän kokous on siirretty" },
    until_further_notice = true,
  },

  owner "lansstyrelsen" {
    name = { sv = "Länsstyrelsen i Norrskogs län", fi = "Norrskogin lääninhallitus", en = "Norrskog County Administrative Board" },
  },

  contact "jamstalldhet" {
    unit = { sv = "Enheten för social hållbarhet", fi = "Sosiaalisen kestävyyden yksikkö", en = "Social sustainability unit" },
    phone = "010-000 00 00",
    email = "jamstalldhet@norrskog.example",
  },

  theme { colour = "#1f5a3d", accent = "#f2c14e", symbol = "files/symbol.svg", hero = "band" },

  -- Each place by its names. Readers of every language find them in their own order.
  municipality "9601" { name = { sv = "Älvby", fi = "Jokikylä", fit = "Jokikylä", se = "Johkagilli" } },
  municipality "9602" { name = { sv = "Gransele", fi = "Kuusisuanto" } },
  municipality "9603" { name = { sv = "Åfors", fi = "Koskela" } },

  newsletter {
    name = { sv = "Jämställt nytt", fi = "Tasa-arvouutisia", en = "Equality news" },
    times_a_year = 2,
  },

  home {
    title = {
      sv = "Tillsammans för ett jämställt Norrskog",
      fi = "Yhdessä kohti tasa-arvoista Norrskogia",
      en = "Together for an equal Norrskog",
    },
    lead = {
      sv = "Samma makt att forma samhället och sitt eget liv, på vilket språk man än talar.",
      fi = "Sama valta muovata yhteiskuntaa ja omaa elämää, puhuipa mitä kieltä tahansa.",
      en = "The same power to shape society and one's own life, whatever language one speaks.",
    },
    section "sprak" {
      title = { sv = "Fem språk", fi = "Viisi kieltä", se = "Vihtta giela", en = "Five languages" },
      text = text "texts/sprak.md",
    },
  },

  page "om" {
    title = { sv = "Om portalen", fi = "Tietoa portaalista", en = "About the portal" },
    text = text "texts/om.md",
    menu = "footer",
  },
}
