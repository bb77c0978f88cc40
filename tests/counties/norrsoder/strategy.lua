-- Fem strategier på tjugo år: en förlängdes, en avslutades i förtid och ersattes,
-- två gällde samtidigt, och ibland gällde ingen alls.

strategy "2016" {
  title = { sv = "Grunden", en = "The foundation" },
  period = { from = "2016-01-01", to = "2020-12-31" },
  prolonged_to = "2021-12-31",
  changed = { sv = "Pandemin sköt upp arbetet ett år.", en = "The pandemic put the work off for a year." },
  area "makt" { national = "power" },
  area "vald" { national = "violence" },
}

strategy "2023" {
  title = { sv = "Nystarten", en = "A new start" },
  period = { from = "2023-01-01", to = "2026-12-31" },
  ends_early = "2024-06-30",
  replaced_by = "2024",
  changed = { sv = "De båda länen slog ihop sitt arbete.", en = "The two counties joined their work." },
  area "makt" { national = "power" },
}

strategy "2024" {
  title = { sv = "Tillsammans vid viken", en = "Together by the bay" },
  lead = { sv = "Det vi gör bättre ihop.", en = "What we do better together." },
  period = { from = "2024-04-01", to = "2029-12-31" },

  area "makt" {
    national = "power",
    summary = { sv = "Lika plats där det bestäms.", en = "Equal room where decisions are made." },

    area "politik" {
      title = { sv = "I politiken", en = "In politics" },
      goal "namnder" {
        text = { sv = "Ingen nämnd har mindre än 40 procent kvinnor eller män.", en = "No board has less than 40 per cent women or men." },
        by = "2029",
        stage "start" {
          text = { sv = "Alla nämnder är räknade.", en = "All boards are counted." },
          by = "2024-12",
        },
        stage "halvtid" {
          text = { sv = "Hälften av nämnderna är i mål.", en = "Half of the boards are there." },
          when = { sv = "Klart till halvtid", en = "Done by halfway" },
        },
        indicator "andel" {
          text = { sv = "Andel i nämnder", en = "Share of boards" },
          unit = { sv = "procent", en = "per cent" },
          source = "SCB",
          every = 2,
          other_label = { sv = "Uppgift saknas", en = "Not known" },
          measured "2023" { women = 37.5, men = 61, other = 1.5 },
          measured "2025" { women = 39, men = 61 },
        },
      },
    },
    area "foreningsliv" {
      title = { sv = "I föreningslivet", en = "In associations" },
      measure "val" { text = { sv = "Nominera lika många kvinnor och män.", en = "Nominate as many women as men." } },
    },
  },
  area "bat" {
    title = { sv = "Båten över viken", en = "The boat across the bay" },
    summary = { sv = "En tur som går när den behövs.", en = "A boat that goes when it is needed." },
    goal "turlista" {
      text = { sv = "Turlistan är prövad mot hur kvinnor och män reser.", en = "The timetable is held against how women and men travel." },
      by = "2027-03-14",
    },
  },

  follow_up {
    text = { sv = "Vartannat år svarar de anslutna på några frågor.", en = "Every other year members answer a few questions." },
    round "2025" {
      title = { sv = "Uppföljningen 2025", en = "The follow-up of 2025" },
      opens = "2025-02-01",
      closes = "2025-03-31",
    },
    round "2027" {
      title = { sv = "Uppföljningen 2027", en = "The follow-up of 2027" },
      opens = "2027-02-01",
      closes = "2027-03-31",
      text = { sv = "Ni får ett mejl när det är dags.", en = "You will get an email when it is time." },
      question.long_text "gjort" { label = { sv = "Vad har ni gjort?", en = "What have you done?" }, longest = 2000 },
      question.yes_no "plan" { label = { sv = "Har ni en plan?", en = "Do you have a plan?" } },
    },
  },
}

strategy "unga" {
  title = { sv = "Ungas plats", en = "Room for the young" },
  period = { from = "2026-01-01", to = "2027-12-31" },
  takes_members = false,
  area "ungdom" { title = { sv = "Unga i beslut", en = "The young in decisions" } },
}

strategy "2031" {
  title = { sv = "Efter viken", en = "Beyond the bay" },
  period = { from = "2031-01-01" },
  area "makt" { national = "power" },
  area "klimat" { title = { sv = "Klimatet", en = "The climate" } },
}
