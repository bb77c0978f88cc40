-- Jönköping: ledningen svarar för organisationen. Svaren blir en offentlig profil, i den ordning de står här.
-- Frågans ord beror på vem som svarar: en myndighet är inget företag.

join {
  act = "Bli en del av Ett jämställt Jönköpings län",
  title = "Visa hur ni bidrar",
  intro = text "texts/anslut.md",
  letter_title = "Ställningstagande",
  letter = text "texts/stallningstagande.md",
  review = true,

  expects "ledningen" {
    text = "Svaren är förankrade i ledningen.",
    confirm = true,
  },
  expects "kartlaggning" { text = "Ni tar fram siffror om kvinnor och män i er verksamhet." },

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
      hint = "Tio siffror, till exempel 802000-0009. Visas inte på er profil.",
      required = true,
    },
    question.municipality "municipality" {
      label = "I vilken kommun finns ni?",
      profile = "Kommun",
      required = true,
      shown_when = none_of { kind_is("region", "state") },
    },
  },

  step "profil" {
    title = "Er profil",
    lead = "Allt på den här sidan visas offentligt.",

    question.web_address "policy" {
      label = by_kind {
        company = "Länk till företagets jämställdhetspolicy",
        association = "Länk till föreningens jämställdhetspolicy",
        otherwise = "Länk till er jämställdhetspolicy eller plan",
      },
      profile = "Policy",
      hint = "Om den finns på webben.",
      public = true,
    },
    question.email "email" {
      label = by_kind {
        company = "E-post till företaget",
        association = "E-post till föreningen",
        otherwise = "E-post till organisationen",
      },
      profile = "E-post",
      hint = "En funktionsadress. Den visas på er profil, och hit kommer länken som bekräftar.",
      purpose = "Den som läser er profil ska kunna nå er. Vi skickar även länken som bekräftar hit.",
      keep = "with membership",
      public = true,
    },
    question.web_address "website" {
      label = "Webbplats",
      profile = "Webbplats",
      public = true,
    },
    question.long_text "description" {
      label = by_kind {
        company = "Beskriv ert företag",
        association = "Beskriv er förening",
        otherwise = "Beskriv er organisation",
      },
      profile = by_kind {
        company = "Om företaget",
        association = "Om föreningen",
        otherwise = "Om organisationen",
      },
      report = "Beskrivning",
      required = true,
      public = true,
      longest = 2500,
    },
    question.long_text "contribution" {
      label = "Hur bidrar ni till ett jämställt Jönköpings län?",
      profile = "Vårt bidrag till ett jämställt län",
      report = "Bidrag",
      required = true,
      public = true,
      longest = 4000,
    },
    question.areas "focus" {
      label = "Vilka teman arbetar ni främst med?",
      profile = "Teman",
      report = "Tema",
      required = true,
      least = 1,
    },
  },

  step "kartlaggning" {
    title = "Kvinnor och män hos er",
    lead = "Siffrorna visas inte på er profil. De används för att beskriva hela länet.",

    question.by_sex "employees" {
      label = "Hur många är anställda?",
      report = "Anställda",
      unit = "personer",
      purpose = "Kartläggning av kvinnor och män i länets organisationer.",
      shown_when = none_of { kind_is "association" },
    },
    question.by_sex "leaders" {
      label = "Hur många är chefer?",
      report = "Chefer",
      unit = "personer",
      purpose = "Kartläggning av kvinnor och män i länets organisationer.",
      shown_when = answered "employees",
    },
    question.by_sex "members" {
      label = "Hur många är medlemmar?",
      report = "Medlemmar",
      unit = "personer",
      purpose = "Kartläggning av kvinnor och män i länets organisationer.",
      shown_when = kind_is "association",
    },
  },
}
