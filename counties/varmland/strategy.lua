-- Värmland: strategin 2018–2027, våra nio mål och de regionala målen för varje nationellt delmål.

strategy "2018" {
  title = "Ett jämställt Värmland",
  lead = "Strategin beskriver vad vi vill nå och hur. Den är ett stöd för alla i länet på vägen till ett jämställt Värmland.",
  period = { from = "2018-01-01", to = "2027-12-31" },
  text = text "texts/strategi.md",

  supplement "2023" {
    from = "2023",
    text = "Från 2023 utökas och kompletteras strategin steg för steg. Nyheter om arbetet kommer här, och vi ser fram emot att göra det tillsammans med länets aktörer.",
  },

  mission "externt" {
    title = "Vårt uppdrag i länet",
    text = "Att de nationella målen får genomslag i Värmland och blir regionala mål och insatser som går att mäta och följa upp, i samverkan med de aktörer som betyder mest för förändringen.",
  },
  mission "internt" {
    title = "Vårt uppdrag i det egna huset",
    text = "Att jämställdhet är en del av Länsstyrelsens egen verksamhet. Jämställdhetsintegrering är arbetssättet, ute och hemma.",
  },

  -- Länsstyrelsens nio mål: så ska de nationella målen få genomslag utifrån Värmlands förutsättningar.
  goal "kunskap" { text = "Fler kan mer om jämställdhet och jämställdhetsintegrering." },
  goal "verktyg" { text = "Den som vill arbeta jämställdhetsintegrerat får verktyg och metoder." },
  goal "man" { text = "Frågor om män och maskulinitet är en självklar del av arbetet." },
  goal "samverkan" {
    text = "Myndigheter, lärosäten, kommuner, organisationer och företag samverkar, med aktivt ägarskap och stabila strukturer.",
  },
  goal "natverk" { text = "Det finns nätverk och mötesplatser där erfarenheter byts." },
  goal "exempel" { text = "Goda exempel lyfts fram, till lärdom och inspiration." },
  goal "statistik" {
    text = "Könsuppdelad statistik för länet tas fram regelbundet, och trender följs upp och analyseras.",
  },
  goal "synliggora" { text = "Ojämställdheten i Värmland syns och diskuteras." },
  goal "vald" { text = "Mäns våld mot kvinnor förebyggs och bekämpas." },

  area "makt" {
    national = "power",
    summary = "Kvinnor och män formar Värmland på lika villkor.",
    goal "representation" {
      text = "Varje styrelse, nämnd och ledning i länet har en jämn fördelning av kvinnor och män.",
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
      text = "Skillnaden i inkomst mellan kvinnor och män i länet minskar varje år.",
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
      text = "Skillnaderna i hälsa mellan kvinnor och män minskar.",
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
      text = "Våldet förebyggs, upptäcks tidigt och den som är utsatt får skydd och stöd.",
      indicator "otrygghet" {
        text = "Kvinnor och män som avstår från att gå ut ensamma av rädsla",
        unit = "procent",
        source = "Folkhälsomyndigheten",
      },
    },
  },

  process "planering" { title = "Planering", question = "Vad betyder förslaget för kvinnor och för män i Värmland?" },
  process "budget" { title = "Budget", question = "Vem får del av pengarna, kvinnor eller män?" },
  process "genomforande" { title = "Genomförande", question = "Möter vi kvinnor och män lika bra?" },
  process "uppfoljning" { title = "Uppföljning", question = "Vad säger siffrorna om kvinnor och om män?" },
}
