strategy "2026" {
  title = {
    sv = "Ett jämställt Norrskog 2026–2029",
    fi = "Tasa-arvoinen Norrskog 2026–2029",
    en = "An equal Norrskog 2026–2029",
  },
  lead = {
    sv = "Fyra år och två områden.",
    fi = "Neljä vuotta ja kaksi osa-aluetta.",
    en = "Four years and two areas.",
  },
  period = { from = "2026-01-01", to = "2029-12-31" },

  area "makt" {
    national = "power",
    title = { sv = "Makt och inflytande", fi = "Valta ja vaikuttaminen", en = "Power and influence" },
    summary = {
      sv = "Den som berörs av ett beslut är med och fattar det.",
      fi = "Se, jota päätös koskee, on mukana tekemässä sitä.",
      en = "Whoever a decision concerns takes part in making it.",
    },
    goal "styrelser" {
      text = {
        sv = "Ingen styrelse har mindre än 40 procent kvinnor eller män.",
        fi = "Missään johtokunnassa ei ole alle 40:tä prosenttia naisia tai miehiä.",
        en = "No board has less than 40 per cent women or men.",
      },
      by = "2029",
    },
  },

  area "vald" {
    national = "violence",
    title = { sv = "Frihet från våld", fi = "Väkivallaton elämä", en = "Freedom from violence" },
    summary = { sv = "Ingen är rädd hemma.", fi = "Kukaan ei pelkää kotona.", en = "Nobody is afraid at home." },
  },

  process "planering" {
    title = { sv = "Planering", fi = "Suunnittelu", en = "Planning" },
    question = {
      sv = "Vad betyder planen för kvinnor och för män?",
      fi = "Mitä suunnitelma merkitsee naisille ja miehille?",
      en = "What does the plan mean for women and for men?",
    },
  },
}
