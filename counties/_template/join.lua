-- Så ansluter sig en organisation: vilka som kan, vad ni frågar om, och vad de ställer sig bakom.

join {
  act = "Anslut er organisation", -- står på knappen
  title = "Anslut er till strategin",
  intro = text "texts/anslut.md",
  binding = false,                -- true om anslutningen är bindande
  letter_title = "Viljeyttring",  -- eller "Avsiktsförklaring"
  letter = text "texts/viljeyttring.md",
  review = false,                 -- true om en handläggare ska titta innan organisationen visas

  -- Vilka som kan ansluta sig. Ta bort listan om alla kan.
  may_join { "municipality", "region", "state", "university", "association", "company", "foundation", "joint" },
  refusal = "Än så länge är det organisationer som ansluter sig. Läs gärna om strategin här på webbplatsen.",

  -- Vad ni förväntar er. Med confirm = true ska organisationen kryssa i att det stämmer.
  expects "ledning" { text = "Ledningen har fattat beslutet.", confirm = true },
  expects "uppfoljning" { text = "Ni svarar på några frågor om året." },

  -- Varje steg blir en sida i formuläret.
  step "organisation" {
    title = "Er organisation",

    -- En fråga har tre rubriker: label i formuläret, profile på organisationens egen sida, report i rapporter.
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
      required = true,
      shown_when = none_of { kind_is("region", "state") }, -- regioner och statliga myndigheter får inte frågan
    },
  },

  step "inriktning" {
    title = "Vad ni vill bidra med",

    question.areas "focus" {
      label = "Vilka områden vill ni främst arbeta med?",
      profile = "Områden",
      report = "Område",
      required = true,
      most = 3,
    },
    question.long_text "contribution" {
      label = "Hur vill ni bidra?",
      profile = "Så bidrar vi",
      longest = 2000,
      public = true,              -- svaret visas på organisationens sida
    },
    question.by_sex "employees" {
      label = "Hur många är anställda?",
      report = "Anställda",
      unit = "personer",
      purpose = "Vi räknar samman siffror för hela länet.",
      shown_when = kind_is("municipality", "region", "state", "company"),
    },
  },

  step "kontakt" {
    title = "Kontakt",

    -- Den första e-postfrågan är dit portalen skickar länken som bekräftar.
    -- Gäller svaret en person måste ni säga varför ni frågar, och hur länge ni sparar svaret.
    question.email "email" {
      label = "E-post till den som håller i arbetet",
      hint = "Använd gärna en funktionsadress.",
      purpose = "Hit skickar vi länken som bekräftar anslutningen, och välkomstpaketet.",
      keep = "2 years after leaving",
    },
  },
}
