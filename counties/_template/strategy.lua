-- Strategin: vad länet vill, i vilka områden, och frågorna som hör till.
-- Områdena är också det som organisationer väljer mellan när de ansluter sig.

strategy "2027" {
  title = "Strategi för ett jämställt Exempellän",
  lead = "Vad vi vill nå tillsammans, och vad vi gör först.",
  period = { from = "2027-01-01", to = "2030-12-31" }, -- ta bort raden om strategin inte har något slut
  text = text "texts/strategi.md",

  -- national kopplar området till ett nationellt delmål. De sex heter:
  --   "power" makt och inflytande      "economy" ekonomi       "education" utbildning
  --   "care" hem- och omsorgsarbete    "health" hälsa          "violence" mäns våld mot kvinnor
  -- Utan title används delmålets namn. Utan national är området länets eget.
  area "makt" {
    national = "power",
    title = "Makt och inflytande",
    summary = "Kvinnor och män bestämmer tillsammans.",

    goal "styrelser" {
      text = "Varje styrelse i länet har minst 40 procent kvinnor och minst 40 procent män.",
      by = "2030",
      indicator "andel" { text = "Andel kvinnor och män i styrelser", unit = "procent", source = "SCB" },
    },
    measure "ordet" { text = "Räkna vem som får ordet på era möten." },
  },

  area "halsa" {
    national = "health",
    summary = "Vården är lika bra för alla.",
  },

  area "vald" {
    national = "violence",
    title = "Ett län utan våld",
    summary = "Ingen behöver vara rädd.",
  },

  -- De fyra processerna, var och en med sin fråga.
  process "planering" { title = "Planering", question = "Vem berörs av förslaget, och hur?" },
  process "budget" { title = "Budget", question = "Till vem går pengarna?" },
  process "genomforande" { title = "Genomförande", question = "Når vi både kvinnor och män?" },
  process "uppfoljning" { title = "Uppföljning", question = "Blev det lika bra för alla?" },
}
