-- How an organisation joins: who may, what we ask, what it agrees to.

join {
  act = { sv = "Anslut er organisation", en = "Join as an organisation" },
  intro = "Att ansluta sig är **frivilligt** och kostar ingenting.",
  binding = false,
  letter_title = "Viljeyttring",
  letter = text "texts/viljeyttring.md",
  review = true,
  refusal = "Än så länge är det organisationer som ansluter sig. Prenumerera gärna på nyhetsbrevet.",

  expects "ledning" { text = "Ledningen har fattat beslutet.", confirm = true },
  expects "uppfoljning" { text = "Ni svarar på några frågor om året." },

  may_join { "municipality", "region", "state", "association", "company" },

  step "organisation" {
    title = "Er organisation",
    lead = "Det här visas i registret.",

    question.name "name" { label = "Vad heter organisationen?", profile = "Organisation" },
    question.kind "kind" { label = "Vad är ni för slags organisation?" },
    question.organisation_number "org_number" {
      label = "Organisationsnummer",
      hint = "Tio siffror.",
      public = false,
    },
    question.municipality "municipality" {
      label = "I vilken kommun verkar ni mest?",
      shown_when = none_of { kind_is "region", kind_is "state" },
    },
    question.email "email" {
      label = "E-post till er kontakt",
      purpose = "Dit skickar vi välkomstpaketet.",
      keep = "2 years after leaving",
      public = false,
    },
    question.phone "phone" {
      label = "Telefon",
      required = false,
      purpose = "Om e-posten inte når fram.",
      keep = "with membership",
      public = false,
    },
    question.web_address "web" { label = "Webbplats", required = false },
  },

  step "bidrag" {
    title = "Vad ni vill bidra med",

    question.areas "focus" {
      label = "Vilka områden vill ni arbeta med?",
      profile = "Områden",
      report = "Område",
      required = true,
      most = 2,
    },
    question.long_text "contribution" {
      label = by_kind {
        company = "Så bidrar företaget",
        otherwise = { sv = "Så bidrar ni till {brand}", en = "How you contribute to {brand}" },
      },
      longest = 1000,
      public = true,
    },
    question.choice "size" {
      label = "Hur stora är ni?",
      option "small" "Under 50 anställda",
      option "large" { label = "50 eller fler", hint = "Räkna hela koncernen." },
      shown_when = kind_is("municipality", "region", "state", "company"),
    },
    question.by_sex "employees" {
      label = "Hur många är anställda?",
      unit = "personer",
      other = true,
      shown_when = answered("size", "large"),
      purpose = "Till länets statistik.",
    },
    question.yes_no "plan" { label = "Har ni en plan för jämställdhet?" },
    question.month "since" { label = "Sedan när arbetar ni med det?", required = false },
    question.group "goals" {
      label = "Era egna mål",
      most = 5,
      question.text "text" { label = "Mål", longest = 200 },
      question.areas "area" { label = "Område", most = 1 },
      question.year "year" { label = "Klart år", from = 2024, to = 2035 },
    },
    question.consent "publish" { label = "Vi får visas i registret." },
  },
}
