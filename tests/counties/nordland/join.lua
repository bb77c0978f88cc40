-- Kommuner, regionen, statliga myndigheter och föreningar ansluter sig. I en kommun eller region
-- undertecknar två.

join {
  act = { sv = "Anslut er organisation", en = "Join as an organisation" },
  title = { sv = "Bli en del av {brand}", en = "Become part of {brand}" },
  intro = "Den som ansluter sig lovar att arbeta för ett jämställt Nordland, och får stöd på vägen.",
  binding = true,
  letter_title = by_kind {
    association = "Föreningens löfte",
    otherwise = "Överenskommelse",
  },
  letter = by_kind {
    municipality = text "texts/brev-kommun.md",
    association = text "texts/brev-forening.md",
    otherwise = text "texts/brev.md",
  },
  refusal = "I Nordland är det kommuner, regionen, myndigheter och föreningar som ansluter sig. "
    .. "Ni är varmt välkomna att använda allt som finns i biblioteket.",

  may_join { "municipality", "region", "state", "association" },

  closed {
    from = "2026-06-15",
    to = "2026-08-15",
    message = "Under sommaren tar vi inte emot nya organisationer. Vi hörs till hösten!",
    waiting_list = true,
  },

  second_signature {
    asks = "second_email",
    deadline = 14,
    reminders = { 5, 12 },
  },

  expects "uppfoljning" { text = "Ni svarar på några frågor om året." },

  step "organisation" {
    title = "Er organisation",

    question.name "name" { label = "Vad heter organisationen?", profile = "Organisation" },
    question.kind "kind" { label = "Vad är ni för slags organisation?" },
    question.municipality "municipality" {
      label = "I vilken kommun verkar ni mest?",
      shown_when = kind_is("municipality", "association"),
      required = true,
    },
    question.email "email" {
      label = "E-post till er kontakt",
      purpose = "Dit skickar vi bekräftelsen och välkomstpaketet.",
      keep = "2 years after leaving",
      public = false,
    },
    question.email "second_email" {
      label = "E-post till den som också undertecknar",
      hint = "Till exempel kommunstyrelsens eller regionstyrelsens ordförande.",
      purpose = "Dit skickar vi brevet för underskrift.",
      keep = "30 days after joining",
      public = false,
      required = true,
      shown_when = kind_is("municipality", "region"),
    },
  },

  step "inriktning" {
    title = "Vad ni vill bidra med",

    question.areas "focus" {
      label = "Vilka områden vill ni arbeta med?",
      profile = "Områden",
      required = true,
    },
    question.long_text "contribution" {
      label = "Så bidrar ni",
      profile = "Så bidrar vi",
      longest = 1000,
      public = true,
      required = false,
    },
  },
}
