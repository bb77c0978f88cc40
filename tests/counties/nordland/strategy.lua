-- Två strategier: den som gäller nu, och den som avlöser den.

strategy "2022" {
  title = "Lika i Nordland 2022–2026",
  period = { from = "2022-01-01", to = "2026-12-31" },
  document = link "Strategin som PDF" { to = "files/strategi.pdf" },

  area "makt" {
    national = "power",
    title = "Makt och inflytande",
    summary = "Den som berörs av ett beslut är med och fattar det.",
  },
  area "halsa" {
    national = "health",
    title = "Jämställd hälsa",
    summary = "Vården är lika bra för alla.",
  },
}

strategy "2027" {
  title = "Lika i Nordland 2027–2031",
  period = { from = "2027-01-01", to = "2031-12-31" },

  area "makt" {
    national = "power",
    title = "Makt, inflytande och ansvar",
    summary = "Den som berörs av ett beslut är med, fattar det och följer upp det.",
  },
  area "vald" {
    national = "violence",
    title = "Frihet från våld",
    summary = "Ingen är rädd hemma.",
  },
}
