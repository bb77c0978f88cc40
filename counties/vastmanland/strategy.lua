-- Västmanland: strategin, dess områden och de fyra processerna.
-- Områdena är de nationella delmålen. Deras rubriker hämtas därifrån, om vi inte skriver egna.

strategy "lansstrategi" {
  title = {
    sv = "Länsstrategi för jämställdhetsintegrering i Västmanland",
    en = "County strategy for gender mainstreaming in Västmanland",
  },
  lead = {
    sv = "Jämställdhet ska finnas med när vi planerar, fördelar pengar, gör jobbet och följer upp – varje dag, i varje organisation.",
    en = "Gender equality belongs in planning, budgeting, everyday work and follow-up – every day, in every organisation.",
  },
  text = text "texts/strategi.md",

  area "makt" {
    national = "power",
    summary = {
      sv = "Kvinnor och män deltar på lika villkor där besluten fattas.",
      en = "Women and men take part on equal terms where decisions are made.",
    },
  },

  area "ekonomi" {
    national = "economy",
    summary = {
      sv = "Arbete som det går att leva på, hela livet.",
      en = "Work that pays enough to live on, for life.",
    },
  },

  area "utbildning" {
    national = "education",
    summary = {
      sv = "Intresse och förmåga styr valen, inte kön.",
      en = "Interest and ability guide the choices, not gender.",
    },
  },

  area "omsorg" {
    national = "care",
    summary = {
      sv = "Ansvaret för hem och omsorg går att dela.",
      en = "Responsibility for home and care can be shared.",
    },
  },

  area "halsa" {
    national = "health",
    summary = {
      sv = "God hälsa och ett likvärdigt bemötande för alla.",
      en = "Good health and equal treatment for everyone.",
    },
  },

  area "vald" {
    national = "violence",
    summary = {
      sv = "Ingen ska behöva vara rädd, varken hemma eller ute.",
      en = "Nobody should have to be afraid, at home or outside.",
    },
  },

  process "planering" {
    title = { sv = "Planering", en = "Planning" },
    question = {
      sv = "Vad händer för kvinnor och för män om vi beslutar så här?",
      en = "What happens to women and to men if we decide this?",
    },
  },
  process "budget" {
    title = { sv = "Budget", en = "Budget" },
    question = {
      sv = "Kommer pengarna kvinnor och män till del i samma grad?",
      en = "Does the money reach women and men to the same degree?",
    },
  },
  process "genomforande" {
    title = { sv = "Genomförande", en = "Implementation" },
    question = {
      sv = "Är chansen lika stor för en kvinna som för en man?",
      en = "Is the chance as good for a woman as for a man?",
    },
  },
  process "uppfoljning" {
    title = { sv = "Uppföljning", en = "Follow-up" },
    question = {
      sv = "Nådde vi dit vi ville, för både kvinnor och män?",
      en = "Did we get where we wanted, for both women and men?",
    },
  },
}
