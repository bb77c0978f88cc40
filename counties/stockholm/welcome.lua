-- Stockholm: stöd i stället för klistermärke.

welcome {
  title = "Välkommen till Jämställt Stockholm",
  lead = "Er avsiktsförklaring är mottagen. Det här får ni nu.",

  listing "listning" {
    title = "Er plats bland de anslutna",
    text = "Organisationen visas på webbplatsen med områden och mål.",
    because = "Alla anslutna visas.",
  },

  support "process" {
    title = "Processtöd",
    text = "Vi hjälper er att införa strategin i den egna verksamheten, från förankring till uppföljning.",
    because = "Alla anslutna får stöd i processen.",
  },

  support "metod" {
    title = "Metodstöd",
    text = "Analys, könsuppdelad statistik och verktyg som passar er.",
    offered_when = any_of { answered("support", "method"), kind_is("municipality", "region", "state") },
    because = "Ni har bett om stöd i metoder, eller är en offentlig organisation.",
  },

  tool "handbocker" {
    title = "Handböcker och inspiration",
    text = "Samlingar att använda i arbetet med jämställdhetsintegrering.",
    link "Till handböckerna" { to = "/sidor/handbocker" },
  },

  newsletter "nyhetsbrev" {
    title = "Nyhetsbrevet",
    text = "Nyheter, utbildningar och exempel från länet.",
  },
}
