-- What the county has agreed to work for.

strategy "2024" {
  title = "Ett jämställt Mittlän 2024–2027",
  lead = "Fyra år, två områden, en riktning.",
  period = { from = "2024-01-01", to = "2027-12-31" },
  document = link "Strategin som PDF" { to = "files/strategi.pdf" },

  version "1" { date = "2024-01-15", text = "Beslutad av rådet." },
  supplement "2026" { from = "2026-01-01", text = "Mål för föreningslivet." },
  evaluation "halvtid" { date = "2026-02", text = "Hälften av målen är nådda." },

  area "makt" {
    national = "power",
    title = "Makt och inflytande",
    summary = "Den som berörs av ett beslut är med och fattar det.",
    goal "styrelser" {
      text = "Ingen styrelse har mindre än 40 procent kvinnor eller män.",
      by = "2027",
      indicator "andel" { text = "Andel kvinnor", unit = "procent", source = "SCB" },
    },
    measure "ordet" { text = "Räkna vem som får ordet på möten." },
  },

  area "vald" {
    national = "violence",
    title = { sv = "Frihet från våld", en = "Freedom from violence" },
    text = "Ingen är rädd hemma.",
    goal "fraga" { text = "Alla som söker stöd får frågan om våld." },
  },

  mission "lan" { title = "Länsstyrelsens uppdrag", text = "Vi samordnar och följer upp." },

  process "planering" { question = "Vad betyder planen för kvinnor och för män?" },
  process "beslut" { question = "Vem berörs, och hur?" },
  process "genomforande" { question = "Når vi alla?" },
  process "uppfoljning" { question = "Blev det lika bra för alla?" },

  follow_up {
    text = "Ni svarar på några frågor om året.",
    round "2027" {
      opens = "2027-02-01",
      closes = "2027-03-31",
      question.yes_no "klart" { label = "Är planen klar?" },
    },
  },
}
