-- Värmland: att ansluta sig är att berätta vad man själv bidrar med.

join {
  act = "Anslut er till Ett jämställt Värmland",
  title = "Bli en del av Ett jämställt Värmland",
  intro = text "texts/anslut.md",
  letter_title = "Anslutning",
  letter = text "texts/anslutning.md",

  expects "bidrag" { text = "Ni berättar vad ni gör, eller vill göra, för ett jämställt Värmland." },
  expects "statistik" { text = "Ni tar fram könsuppdelad statistik där ni kan." },

  step "organisation" {
    title = "Er organisation",

    question.name "name" {
      label = "Vad heter organisationen?",
      profile = "Organisation",
    },
    question.kind "kind" {
      label = "Vad är ni för slags organisation?",
      profile = "Slags organisation",
    },
    question.organisation_number "org_number" {
      label = "Organisationsnummer",
      hint = "Tio siffror, till exempel 802000-0009. Visas inte i registret.",
      required = true,
    },
    question.municipality "municipality" {
      label = "I vilken kommun arbetar ni mest?",
      profile = "Kommun",
      shown_when = none_of { kind_is("region", "state", "joint") },
      required = true,
    },
    question.long_text "parts" {
      label = "Vilka organisationer ingår?",
      profile = "Ingår i samverkan",
      hint = "En organisation på varje rad.",
      required = true,
      public = true,
      longest = 1000,
      shown_when = kind_is "joint",
    },
  },

  step "bidrag" {
    title = "Ert bidrag",
    lead = "Det ni skriver här visas på er egen sida i registret.",

    question.long_text "contribution" {
      label = "Så bidrar vi till Ett jämställt Värmland",
      profile = "Så bidrar vi till Ett jämställt Värmland",
      report = "Bidrag",
      hint = "Vad gör ni i dag, och vad vill ni göra? Skriv för den som inte känner er.",
      required = true,
      public = true,
      shortest = 20,
      longest = 3000,
    },
    question.areas "focus" {
      label = "Vilka områden handlar det om?",
      profile = "Områden",
      report = "Område",
      least = 1,
      required = true,
    },
    question.group "goals" {
      label = "Egna mål",
      profile = "Våra mål",
      hint = "Om ni redan har mål som går att följa upp. Högst nio.",
      most = 9,
      public = true,
      question.text "text" { label = "Mål", longest = 200, required = true },
      question.areas "area" { label = "Område", most = 1 },
      question.year "year" { label = "Klart år", from = 2018, to = 2035 },
    },
  },

  step "manniskor" {
    title = "Kvinnor och män hos er",

    question.by_sex "employees" {
      label = "Hur många arbetar hos er?",
      report = "Anställda",
      unit = "personer",
      purpose = "Vi sammanställer siffror för hela länet. En enskild organisations siffror visas aldrig.",
      shown_when = kind_is("municipality", "region", "state", "university", "company"),
    },
    question.by_sex "board" {
      label = "Hur ser styrelsen ut?",
      report = "Styrelse",
      unit = "personer",
      purpose = "Vi sammanställer siffror för hela länet. En enskild organisations siffror visas aldrig.",
      shown_when = kind_is("association", "company", "foundation"),
    },
    question.email "email" {
      label = "E-post till den som är kontakt",
      profile = "E-post",
      hint = "Använd gärna en funktionsadress.",
      purpose = "Hit skickar vi länken som bekräftar anslutningen, diplomet och frågor om uppföljning.",
      keep = "1 year after leaving",
    },
  },
}
