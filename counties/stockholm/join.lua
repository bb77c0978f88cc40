-- Stockholm: en avsiktsförklaring, med beslut i ledningen och fem saker som vi förväntar oss.

join {
  act = "Anslut din organisation",
  title = "Anslut din organisation till strategin",
  intro = text "texts/anslut.md",
  letter_title = "Avsiktsförklaring",
  letter = text "texts/avsiktsforklaring.md",

  may_join { "municipality", "region", "state", "university", "association", "company", "foundation", "joint" },
  refusal = "Avsiktsförklaringen är till för organisationer i länet. Är du ensam, eller är ni något helt annat? Följ arbetet i nyhetsbrevet och använd gärna våra handböcker, de är öppna för alla.",

  expects "ledningsbeslut" {
    text = "Ledningen har beslutat att organisationen ansluter sig.",
    confirm = true,
  },
  expects "egna-mal" { text = "Ni sätter egna mål." },
  expects "kontaktperson" { text = "Ni har en kontakt som håller i arbetet." },
  expects "exempel" { text = "Ni delar med er av exempel." },
  expects "uppfoljning" { text = "Ni svarar på en enkät om året." },

  step "organisation" {
    title = "Din organisation",

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
      label = "I vilken kommun finns ni?",
      profile = "Kommun",
      required = true,
      shown_when = none_of { kind_is("region", "state") },
    },
  },

  step "beslut" {
    title = "Beslut i ledningen",

    question.date "decided" {
      label = "När fattade ledningen beslutet?",
      report = "Ledningsbeslut",
      hint = "Till exempel 14 3 2026.",
      required = true,
      from = "2024-01-01",
    },
    question.text "decided_by" {
      label = "Vem eller vilka fattade beslutet?",
      report = "Beslutat av",
      hint = "Skriv funktionen, till exempel kommunstyrelsen eller vd.",
      required = true,
      longest = 200,
    },
  },

  step "inriktning" {
    title = "Inriktning och egna mål",

    question.areas "focus" {
      label = "Vilka områden vill ni främst arbeta med?",
      profile = "Områden",
      report = "Område",
      required = true,
      least = 1,
      most = 3,
    },
    question.group "goals" {
      label = "Egna mål",
      profile = "Egna mål",
      hint = "Har ni inga än? Hoppa över, och skriv dem i uppföljningen.",
      most = 6,
      public = true,
      question.text "text" { label = "Mål", longest = 200, required = true },
      question.areas "area" { label = "Område", most = 1 },
      question.year "year" { label = "Klart år", from = 2024, to = 2035 },
    },
    question.choices "support" {
      label = "Vilket stöd vill ni ha?",
      report = "Stöd",
      option "process" "Stöd i processen: komma i gång, förankra, följa upp",
      option "method" "Stöd i metoder: analys, statistik, verktyg",
      option "later" "Inget just nu",
    },
  },

  step "kontakt" {
    title = "Kontakt och uppföljning",

    question.email "email" {
      label = "E-post till den som håller i arbetet",
      profile = "E-post",
      hint = "Använd gärna en funktionsadress.",
      purpose = "Hit skickar vi länken som bekräftar, stödet ni ber om och den årliga enkäten.",
      keep = "2 years after leaving",
    },
    question.phone "phone" {
      label = "Telefon",
      purpose = "Om vi behöver stämma av stödet ni har bett om.",
      keep = "with membership",
    },
    question.by_sex "employees" {
      label = "Hur många är anställda?",
      report = "Anställda",
      unit = "personer",
      other = true,
      purpose = "Könsuppdelad statistik för länet. En enskild organisations siffror visas aldrig.",
      shown_when = none_of { kind_is "association" },
    },
  },
}
