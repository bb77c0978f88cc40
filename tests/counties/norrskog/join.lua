-- Whoever joins signs in the language of the page; the Swedish letter stands beside.

join {
  act = { sv = "Anslut er organisation", fi = "Liittykää mukaan", en = "Join" },
  intro = {
    sv = "Att ansluta sig är frivilligt och kostar ingenting.",
    fi = "Liittyminen on vapaaehtoista eikä maksa mitään.",
    en = "Joining is voluntary and free of charge.",
  },
  binding = false,
  letter_title = { sv = "Viljeyttring", fi = "Tahdonilmaus", en = "Letter of intent" },
  letter = text "texts/viljeyttring.md",

  expects "ledning" {
    text = { sv = "Ledningen har fattat beslutet.", fi = "Johto on tehnyt päätöksen.", en = "The management has decided." },
    confirm = true,
  },

  step "organisation" {
    title = { sv = "Er organisation", fi = "Organisaationne", en = "Your organisation" },
    question.name "name" {
      label = { sv = "Vad heter organisationen?", fi = "Mikä on organisaation nimi?", en = "What is the organisation called?" },
    },
    question.kind "kind" {
      label = { sv = "Vad är ni för slags organisation?", fi = "Minkälainen organisaatio olette?", en = "What kind of organisation is it?" },
    },
    question.municipality "municipality" {
      label = { sv = "I vilken kommun verkar ni mest?", fi = "Missä kunnassa toimitte eniten?", en = "In which municipality do you mostly work?" },
    },
    question.email "email" {
      label = { sv = "E-post till er kontakt", fi = "Yhteyshenkilönne sähköposti", en = "E-mail of your contact" },
      purpose = { sv = "Dit skickar vi välkomstpaketet.", fi = "Sinne lähetämme tervetuliaispaketin.", en = "We send the welcome package there." },
      keep = "2 years after leaving",
    },
  },

  step "bidrag" {
    title = { sv = "Vad ni vill göra", fi = "Mitä haluatte tehdä", en = "What you want to do" },
    question.areas "focus" {
      label = { sv = "Vilka områden vill ni arbeta med?", fi = "Minkä osa-alueiden parissa haluatte työskennellä?", en = "Which areas do you want to work with?" },
      required = true,
    },
    question.by_sex "employees" {
      label = { sv = "Hur många är anställda?", fi = "Kuinka monta työntekijää teillä on?", en = "How many are employed?" },
      required = false,
      public = true,
    },
  },
}
