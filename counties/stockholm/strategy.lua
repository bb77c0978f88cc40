-- Stockholm: strategin 2024–2027. Sex områden med egna ord över de nationella delmålen,
-- och förslag till åtgärder för den som vill komma i gång.

strategy "2024" {
  title = "Ett jämställt Stockholms län",
  lead = "Strategin pekar ut vad länets organisationer behöver göra först, för att förändringen ska bli så stor som möjligt.",
  period = { from = "2024-01-01", to = "2027-12-31" },
  text = text "texts/strategi.md",
  document = link "Rapporten hos Länsstyrelsen" { to = "https://www.lansstyrelsen.se/stockholm.html" },

  area "makt" {
    national = "power",
    title = "Jämställd makt och inflytande",
    summary = "Kvinnor och män bestämmer tillsammans, i hela länet.",
    goal "beslut" { text = "Kvinnor och män har lika stort inflytande där organisationen fattar beslut.", by = "2027" },
    measure "fordelning" { text = "Kartlägg vilka som leder, beslutar och får ordet. Gör en plan där det är ojämnt." },
    measure "rekrytering" { text = "Se över hur chefer och förtroendevalda rekryteras." },
  },

  area "ekonomi" {
    national = "economy",
    title = "Ekonomisk jämställdhet",
    summary = "Arbete och inkomst som räcker, genom hela livet.",
    goal "villkor" { text = "Kvinnor och män har likvärdiga anställningar, löner och möjligheter att utvecklas.", by = "2027" },
    measure "loner" { text = "Analysera löner, arbetstid och anställningsformer för kvinnor och män varje år." },
    measure "etablering" { text = "Se till att insatser för arbete når kvinnor och män lika." },
  },

  area "utbildning" {
    national = "education",
    title = "Jämställd utbildning",
    summary = "Skolor och utbildningar där kön inte begränsar.",
    goal "val" { text = "Fler väljer utbildning och yrke efter intresse i stället för kön.", by = "2027" },
    measure "vagledning" { text = "Ge studie- och yrkesvägledning som vidgar valen." },
    measure "trygghet" { text = "Förebygg kränkningar och sexuella trakasserier i alla skolformer." },
  },

  area "omsorg" {
    national = "care",
    title = "Delat ansvar för hem och omsorg",
    summary = "Det obetalda arbetet delas, så att alla orkar.",
    goal "ansvar" { text = "Kvinnor och män tar lika stort ansvar för hem, barn och anhöriga.", by = "2027" },
    measure "foraldrar" { text = "Stötta alla föräldrar att vara lediga och bemöt dem på samma sätt." },
    measure "anhoriga" { text = "Ge stöd till anhöriga så att omsorgen inte vilar på kvinnorna." },
  },

  area "halsa" {
    national = "health",
    title = "Jämställd hälsa",
    summary = "God hälsa och god vård, utan skillnad.",
    goal "vard" { text = "Kvinnor och män, flickor och pojkar får vård, omsorg och stöd på lika villkor.", by = "2027" },
    measure "bemotande" { text = "Följ upp bemötande och insatser uppdelat på kön, och rätta till det som skiljer." },
    measure "arbetsmiljo" { text = "Förebygg ohälsa i yrken där de flesta är kvinnor eller de flesta är män." },
  },

  area "vald" {
    national = "violence",
    title = "Ett län fritt från mäns våld mot kvinnor",
    summary = "Våldet ska upphöra, och den som är utsatt ska få hjälp.",
    goal "vald" { text = "Våld förebyggs och upptäcks i alla verksamheter som möter människor.", by = "2027" },
    measure "fraga" { text = "Fråga om våld som en rutin, och vet vad ni gör med svaret." },
    measure "chefer" { text = "Ge chefer kunskap om våld i nära relationer bland medarbetare." },
  },

  process "planering" { title = "Planering", question = "Vem vinner och vem förlorar på förslaget, kvinnor eller män?" },
  process "budget" { title = "Budget", question = "Hur fördelas resurserna mellan kvinnor och män?" },
  process "genomforande" { title = "Genomförande", question = "Får kvinnor och män samma kvalitet hos oss?" },
  process "uppfoljning" { title = "Uppföljning", question = "Blev resultatet lika för kvinnor och män?" },

  evaluation "slut" {
    date = "2027",
    text = "En slututvärdering av hela strategin. En delutvärdering görs på vägen.",
  },
}
