-- Stockholm: stöd i stället för klistermärke.

welcome {
  title = {
    sv = "Välkommen till Jämställt Stockholm",
    en = "Welcome to Jämställt Stockholm",
  },
  lead = {
    sv = "Er avsiktsförklaring är mottagen. Det här får ni nu.",
    en = "We have received your letter of intent. This is what you get now.",
  },

  listing "listning" {
    title = { sv = "Er plats bland de anslutna", en = "Your place among the members" },
    text = {
      sv = "Organisationen visas på webbplatsen med områden och mål.",
      en = "The organisation is shown on the website with its areas and goals.",
    },
    because = { sv = "Alla anslutna visas.", en = "All members are shown." },
  },

  support "process" {
    title = { sv = "Processtöd", en = "Support with the process" },
    text = {
      sv = "Vi hjälper er att göra strategin till er egen, från det att ni förankrar den tills ni följer upp.",
      en = "We help you make the strategy your own, from winning support for it to following up.",
    },
    because = {
      sv = "Alla anslutna får stöd i processen.",
      en = "All members get support with the process.",
    },
  },

  support "metod" {
    title = { sv = "Metodstöd", en = "Support with methods" },
    text = {
      sv = "Analys, könsuppdelad statistik och verktyg som passar er.",
      en = "Analysis, statistics by sex and tools that suit you.",
    },
    offered_when = any_of { answered("support", "method"), kind_is("municipality", "region", "state") },
    because = {
      sv = "Ni har bett om stöd i metoder, eller är en offentlig organisation.",
      en = "You have asked for support with methods, or are a public body.",
    },
  },

  tool "handbocker" {
    title = { sv = "Handböcker och inspiration", en = "Handbooks and inspiration" },
    text = {
      sv = "Samlingar att använda i arbetet med jämställdhetsintegrering.",
      en = "Collections to use in gender mainstreaming.",
    },
    link "Till handböckerna" {
      to = "/sidor/handbocker",
      label = { en = "To the handbooks" },
    },
  },

  newsletter "nyhetsbrev" {
    title = { sv = "Nyhetsbrevet", en = "The newsletter" },
    text = {
      sv = "Nyheter, utbildningar och exempel från länet.",
      en = "News, courses and examples from the county.",
    },
  },
}
