-- Västmanland: så ansluter sig en organisation. Vem som får, vad vi frågar om, vad man ställer sig bakom.

join {
  act = {
    sv = "Anslut er organisation",
    en = "Join with your organisation",
  },
  title = {
    sv = "Anslut er till länsstrategin",
    en = "Join the county strategy",
  },
  intro = text "texts/anslut.md",
  binding = false,
  letter_title = { sv = "Viljeyttring", en = "Declaration of will" },
  letter = text "texts/viljeyttring.md",

  step "organisation" {
    title = { sv = "Er organisation", en = "Your organisation" },

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
      label = {
        sv = "I vilken kommun arbetar ni mest?",
        en = "In which municipality do you mostly work?",
      },
      profile = { sv = "Kommun", en = "Municipality" },
      required = true,
      shown_when = none_of { kind_is("region", "state") },
    },
  },

  step "inriktning" {
    title = { sv = "Vad ni vill arbeta med", en = "What you want to work with" },

    question.areas "focus" {
      label = {
        sv = "Vilka av strategins områden vill ni arbeta mest med?",
        en = "Which of the strategy's areas do you want to work with most?",
      },
      profile = { sv = "Områden i fokus", en = "Areas in focus" },
      report = { sv = "Område", en = "Area" },
      hint = { sv = "Välj ett eller flera.", en = "Choose one or more." },
      required = true,
      least = 1,
    },
  },

  step "kontakt" {
    title = { sv = "Kontakt", en = "Contact" },

    question.email "email" {
      label = {
        sv = "Till vilken e-postadress ska vi skicka välkomstpaketet?",
        en = "To which e-mail address shall we send the welcome package?",
      },
      profile = { sv = "E-post", en = "E-mail" },
      hint = {
        sv = "Använd gärna en funktionsadress, till exempel info@organisationen.se.",
        en = "Preferably a functional address, such as info@organisation.se.",
      },
      purpose = {
        sv = "Hit skickar vi länken som bekräftar anslutningen, välkomstpaketet och inbjudningar.",
        en = "This is where we send the link that confirms, the welcome package and invitations.",
      },
      keep = "with membership",
    },
  },
}
