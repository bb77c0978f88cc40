-- Värmland: strategin 2018–2027, våra nio mål och de regionala målen för varje nationellt delmål.

strategy "2018" {
  title = "Ett jämställt Värmland",
  lead = "Hit vill vi, och så tar vi oss dit. En strategi för alla som bor och verkar i länet.",
  period = { from = "2018-01-01", to = "2027-12-31" },
  text = text "texts/strategi.md",

  version "1" {
    date = "2018",
    text = "Strategin börjar gälla.",
  },

  supplement "2023" {
    from = "2023",
    text = "Strategin växer med nya delar. Vi tar fram dem tillsammans med er i länet och berättar här när något är klart.",
  },

  mission "externt" {
    title = "Vårt uppdrag i länet",
    text = "Att göra Sveriges mål till Värmlands: mål och insatser för just vårt län, som går att mäta, och som vi arbetar med ihop med dem som kan förändra mest.",
  },
  mission "internt" {
    title = "Vårt uppdrag i det egna huset",
    text = "Att själva leva som vi lär. Också här arbetar vi jämställdhetsintegrerat, i varje beslut och varje ärende.",
  },

  -- Länsstyrelsens nio mål: vad som ska ha hänt för att de nationella målen ska märkas i Värmland.
  goal "kunskap" { text = "Fler i länet vet vad jämställdhet är, och hur man arbetar för den." },
  goal "verktyg" { text = "Den som vill i gång får rätt verktyg och metoder av oss." },
  goal "man" { text = "Arbetet handlar lika självklart om män och maskulinitet som om kvinnor." },
  goal "samverkan" {
    text = "Samverkan håller över tid: det är tydligt vem som äger den, och alla slags organisationer har en plats i den.",
  },
  goal "natverk" { text = "Det finns ställen att mötas på, och nätverk där den ena lär av den andra." },
  goal "exempel" { text = "Det som fungerar hos någon får fler veta om." },
  goal "statistik" {
    text = "Länet har färska siffror om kvinnor och män, och vi förklarar åt vilket håll de rör sig.",
  },
  goal "synliggora" { text = "Ojämställdheten i Värmland syns, och vi talar om den." },
  goal "vald" { text = "Mäns våld mot kvinnor minskar, för att vi hindrar det innan det sker och stoppar det när det sker." },

  area "makt" {
    national = "power",
    summary = "Kvinnor och män formar Värmland på lika villkor.",
    goal "representation" {
      text = "Varje styrelse, nämnd och ledning i länet har en jämn fördelning av kvinnor och män.",
      by = "2027",
      indicator "fullmaktige" {
        text = "Kvinnor och män i kommunfullmäktige",
        unit = "procent",
        source = "SCB, Nämndemän och förtroendevalda",
      },
    },
  },

  area "ekonomi" {
    national = "economy",
    summary = "Lika lön, lika villkor och makt över den egna ekonomin.",
    goal "inkomst" {
      text = "Skillnaden i inkomst mellan kvinnor och män i länet har minskat varje år.",
      by = "2027",
      indicator "medianinkomst" {
        text = "Kvinnors medianinkomst i förhållande till mäns",
        unit = "procent",
        source = "SCB, Inkomster och skatter",
      },
    },
  },

  area "utbildning" {
    national = "education",
    summary = "Skolan öppnar alla vägar för alla.",
    goal "behorighet" {
      text = "Flickor och pojkar blir behöriga till gymnasiet i lika hög grad.",
      by = "2027",
      indicator "gymnasiebehorighet" {
        text = "Flickor och pojkar med behörighet till gymnasiet",
        unit = "procent",
        source = "Skolverket",
      },
    },
  },

  area "omsorg" {
    national = "care",
    summary = "Ansvaret för hem och omsorg delas.",
    goal "foraldrapenning" {
      text = "Föräldrar i Värmland delar lika på föräldraledigheten.",
      by = "2027",
      indicator "dagar" {
        text = "Dagar med föräldrapenning som tas ut av män",
        unit = "procent",
        source = "Försäkringskassan",
      },
    },
  },

  area "halsa" {
    national = "health",
    summary = "God hälsa och likvärdig vård i hela länet.",
    goal "halsan" {
      text = "Skillnaderna i hälsa mellan kvinnor och män har minskat.",
      by = "2027",
      indicator "sjalvskattad" {
        text = "Kvinnor och män som skattar sin hälsa som god",
        unit = "procent",
        source = "Folkhälsomyndigheten",
      },
    },
  },

  area "frihet" {
    national = "violence",
    summary = "Ett Värmland fritt från mäns våld mot kvinnor.",
    goal "forebygga" {
      text = "Våldet hejdas tidigt, och den som är utsatt får skydd och stöd.",
      by = "2027",
      indicator "otrygghet" {
        text = "Kvinnor och män som avstår från att gå ut ensamma av rädsla",
        unit = "procent",
        source = "Folkhälsomyndigheten",
      },
    },
  },

  -- Uppföljningen: på vägen, och när tiden är slut.
  evaluation "lopande" { text = "Vi följer indikatorerna hela vägen och förklarar åt vilket håll de rör sig." },
  evaluation "slut" { date = "2027", text = "När strategins tid är slut ser vi hur långt vi har nått mot varje mål." },

  process "planering" { title = "Planering", question = "Vad betyder förslaget för kvinnor och för män i Värmland?" },
  process "budget" { title = "Budget", question = "Vem får del av pengarna, kvinnor eller män?" },
  process "genomforande" { title = "Genomförande", question = "Möter vi kvinnor och män lika bra?" },
  process "uppfoljning" { title = "Uppföljning", question = "Vad säger siffrorna om kvinnor och om män?" },
}
