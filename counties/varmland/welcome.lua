-- Värmland: diplom, digitalt märke, utbildning och utbyte.

welcome {
  title = "Välkommen till Ett jämställt Värmland",
  lead = "Nu är ni en av oss. Det här får ni med er på vägen.",

  diploma "diplom" {
    title = "Diplom nr {number}",
    text = "{name} är en del av Ett jämställt Värmland sedan den {date}.",
    because = "Alla anslutna får ett numrerat diplom att sätta upp.",
  },

  sticker "marke" {
    title = "Digitalt märke",
    text = "Visa på webben och i era utskick att ni är med.",
    licence = "Märket får användas så länge organisationen är ansluten. Det får inte ändras.",
  },

  invitation "utbildning" {
    title = "Utbildning i jämställdhetsintegrering",
    text = "Verktyg och metoder för er som vill komma i gång, eller vidare.",
    offer = true,
  },

  network "utbyte" {
    title = "Nätverk och erfarenhetsutbyte",
    text = "Här möts de anslutna och lär av varandra.",
  },

  network "statistik" {
    title = "Nätverk för könsuppdelad statistik",
    text = "För er som tar fram eller använder siffror om kvinnor och män.",
    offered_when = kind_is("municipality", "region", "state", "university"),
    because = "Ni tar fram könsuppdelad statistik i ert uppdrag.",
  },

  support "forebyggande" {
    title = "Stöd i våldsförebyggande arbete",
    text = "Boka en timme med oss och få hjälp att hitta rätt metod.",
    offered_when = answered("focus", "frihet"),
    because = "Ni har valt området som handlar om mäns våld mot kvinnor.",
  },

  newsletter "nyhetsbrev" {
    title = "Nyhetsbrevet",
    text = "Nyheter om jämställdhetsarbetet i länet.",
  },
}
