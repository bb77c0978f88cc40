-- Stockholm: en avsiktsförklaring, med beslut i ledningen och fem saker som vi förväntar oss.

join {
  act = { sv = "Anslut din organisation", en = "Join with your organisation" },
  title = {
    sv = "Anslut din organisation till strategin",
    en = "Join the strategy with your organisation",
  },
  intro = text "texts/anslut.md",
  letter_title = { sv = "Avsiktsförklaring", en = "Letter of intent" },
  letter = text "texts/avsiktsforklaring.md",

  may_join { "municipality", "region", "state", "university", "association", "company", "foundation", "joint" },
  refusal = {
    sv = "Avsiktsförklaringen är till för organisationer i länet. Är du ensam, eller är ni något helt annat? Följ arbetet i nyhetsbrevet och använd gärna våra handböcker, de är öppna för alla.",
    en = "The letter of intent is meant for organisations in the county. Are you on your own, or something else altogether? Follow the work in the newsletter, and do use our handbooks: they are open to all.",
  },

  expects "ledningsbeslut" {
    text = {
      sv = "Ledningen har beslutat att organisationen ansluter sig.",
      en = "The management has decided that the organisation joins.",
    },
    confirm = true,
  },
  expects "egna-mal" {
    text = { sv = "Ni sätter egna mål.", en = "You set goals of your own." },
  },
  expects "kontaktperson" {
    text = {
      sv = "Ni har en kontaktperson som håller i arbetet.",
      en = "You have a contact person who leads the work.",
    },
  },
  expects "exempel" {
    text = { sv = "Ni delar med er av exempel.", en = "You share examples." },
  },
  expects "uppfoljning" {
    text = { sv = "Ni svarar på en enkät om året.", en = "You answer one questionnaire a year." },
  },

  step "organisation" {
    title = { sv = "Din organisation", en = "Your organisation" },

    question.name "name" {
      label = { sv = "Vad heter organisationen?", en = "What is the organisation called?" },
      profile = { sv = "Organisation", en = "Organisation" },
    },
    question.kind "kind" {
      label = { sv = "Vad är ni för slags organisation?", en = "What kind of organisation are you?" },
      profile = { sv = "Slags organisation", en = "Kind of organisation" },
    },
    question.organisation_number "org_number" {
      label = { sv = "Organisationsnummer", en = "Organisation number" },
      hint = {
        sv = "Tio siffror, till exempel 802000-0009. Visas inte i registret.",
        en = "Ten digits, such as 802000-0009. Not shown in the register.",
      },
      required = true,
    },
    question.municipality "municipality" {
      label = { sv = "I vilken kommun finns ni?", en = "In which municipality are you?" },
      profile = { sv = "Kommun", en = "Municipality" },
      required = true,
      shown_when = none_of { kind_is("region", "state") },
    },
  },

  step "beslut" {
    title = { sv = "Beslut i ledningen", en = "The management's decision" },

    question.date "decided" {
      label = { sv = "När fattade ledningen beslutet?", en = "When did the management decide?" },
      report = { sv = "Ledningsbeslut", en = "Decision of the management" },
      hint = { sv = "Till exempel 14 3 2026.", en = "For example 14 3 2026." },
      required = true,
      from = "2024-01-01",
    },
    question.text "decided_by" {
      label = { sv = "Vem eller vilka fattade beslutet?", en = "Who decided?" },
      report = { sv = "Beslutat av", en = "Decided by" },
      hint = {
        sv = "Skriv funktionen, till exempel kommunstyrelsen eller vd.",
        en = "Write the function, such as the municipal executive board or the CEO.",
      },
      required = true,
      longest = 200,
    },
  },

  step "inriktning" {
    title = { sv = "Inriktning och egna mål", en = "Direction and goals of your own" },

    question.areas "focus" {
      label = {
        sv = "Vilka områden vill ni främst arbeta med?",
        en = "Which areas do you mainly want to work with?",
      },
      profile = { sv = "Områden", en = "Areas" },
      report = { sv = "Område", en = "Area" },
      required = true,
      least = 1,
      most = 3,
    },
    question.group "goals" {
      label = { sv = "Egna mål", en = "Goals of your own" },
      profile = { sv = "Egna mål", en = "Own goals" },
      hint = {
        sv = "Har ni inga än? Hoppa över, och skriv dem i uppföljningen.",
        en = "None yet? Skip this, and write them in the follow-up.",
      },
      most = 6,
      public = true,
      question.text "text" { label = { sv = "Mål", en = "Goal" }, longest = 200, required = true },
      question.areas "area" { label = { sv = "Område", en = "Area" }, most = 1 },
      question.year "year" { label = { sv = "Klart år", en = "Done by the year" }, from = 2024, to = 2035 },
    },
    question.choices "support" {
      label = { sv = "Vilket stöd vill ni ha?", en = "Which support would you like?" },
      report = { sv = "Stöd", en = "Support" },
      option "process" {
        label = {
          sv = "Stöd i processen: komma i gång, förankra, följa upp",
          en = "Support with the process: getting started, winning support, following up",
        },
      },
      option "method" {
        label = {
          sv = "Stöd i metoder: analys, statistik, verktyg",
          en = "Support with methods: analysis, statistics, tools",
        },
      },
      option "later" {
        label = { sv = "Inget just nu", en = "None for now" },
      },
    },
  },

  step "kontakt" {
    title = { sv = "Kontakt och uppföljning", en = "Contact and follow-up" },

    question.email "email" {
      label = {
        sv = "E-post till den som håller i arbetet",
        en = "E-mail to the person who leads the work",
      },
      profile = { sv = "E-post", en = "E-mail" },
      hint = {
        sv = "Använd gärna en funktionsadress.",
        en = "Preferably a functional address.",
      },
      purpose = {
        sv = "Hit skickar vi länken som bekräftar, stödet ni ber om och den årliga enkäten.",
        en = "This is where we send the link that confirms, the support you ask for and the yearly questionnaire.",
      },
      keep = "2 years after leaving",
    },
    question.phone "phone" {
      label = { sv = "Telefon", en = "Phone" },
      purpose = {
        sv = "Om vi behöver stämma av stödet ni har bett om.",
        en = "In case we need to talk about the support you have asked for.",
      },
      keep = "with membership",
    },
    question.by_sex "employees" {
      label = { sv = "Hur många är anställda?", en = "How many are employed?" },
      report = { sv = "Anställda", en = "Employees" },
      unit = { sv = "personer", en = "people" },
      other = true,
      purpose = {
        sv = "Könsuppdelad statistik för länet. En enskild organisations siffror visas aldrig.",
        en = "Statistics by sex for the county. The figures of a single organisation are never shown.",
      },
      shown_when = none_of { kind_is "association" },
    },
  },
}
