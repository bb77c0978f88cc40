-- Jönköping: profilen, nätverket och verktygen.

welcome {
  title = "Ni är en del av Ett jämställt Jönköpings län",
  lead = "Tack för att ni visar vägen. Här är det ni får.",

  listing "profil" {
    title = "En offentlig profil",
    text = "Er beskrivning och ert bidrag visas bland länets anslutna organisationer.",
    because = "Alla anslutna har en profil.",
  },

  network "natverk" {
    title = "Nätverk för jämställdhet i länet",
    text = "Möt andra som arbetar med samma frågor.",
  },

  tool "verktyg" {
    title = "Verktyg för jämställdhetsintegrering",
    text = "Metoder, checklistor och statistik att använda i vardagen.",
    link "Verktyg hos Jämställdhetsmyndigheten" { to = "https://www.jamstalldhetsmyndigheten.se/" },
  },

  tool "statistik" {
    title = "Statistik om kvinnor och män i länet",
    text = "Underlag till er egen kartläggning.",
    link "Jämställdhetsstatistik hos SCB" { to = "https://www.scb.se/" },
    offered_when = kind_is("municipality", "region", "state"),
    because = "Ni planerar för många människor och behöver siffror om både kvinnor och män.",
  },

  support "normer" {
    title = "Stöd i arbetet mot våld",
    text = "Samtal om hur ni kan förebygga våld och arbeta med normer.",
    offered_when = answered("focus", "vald-och-normer"),
    because = "Ni har valt temat våld och destruktiva normer.",
  },
}
