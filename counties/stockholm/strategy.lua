-- Stockholm: strategin 2024–2027. Sex områden med egna ord över de nationella delmålen,
-- och förslag till åtgärder för den som vill komma i gång.

strategy "2024" {
  title = {
    sv = "Ett jämställt Stockholms län",
    en = "An equal Stockholm County",
  },
  lead = {
    sv = "Vad behöver göras först? Strategin pekar ut det som ger störst förändring om alla gör det.",
    en = "What needs to be done first? The strategy points out what changes most if everyone does it.",
  },
  period = { from = "2024-01-01", to = "2027-12-31" },
  text = text "texts/strategi.md",
  document = link "Rapporten hos Länsstyrelsen" {
    to = "https://www.lansstyrelsen.se/stockholm.html",
    label = { en = "The report at the County Administrative Board" },
  },

  version "1" {
    date = "2024",
    text = { sv = "Strategin börjar gälla.", en = "The strategy comes into force." },
  },

  area "makt" {
    national = "power",
    title = {
      sv = "Jämställd makt och inflytande",
      en = "Equal power and influence",
    },
    summary = {
      sv = "Kvinnor och män bestämmer tillsammans, i hela länet.",
      en = "Women and men decide together, all over the county.",
    },
    goal "beslut" {
      text = {
        sv = "Kvinnor och män har lika stort inflytande där organisationen fattar beslut.",
        en = "Women and men have equal influence where the organisation decides.",
      },
      by = "2027",
    },
    measure "fordelning" {
      text = {
        sv = "Kartlägg vilka som leder, beslutar och får ordet. Gör en plan där det är ojämnt.",
        en = "Map who leads, decides and gets the floor. Make a plan where it is uneven.",
      },
    },
    measure "rekrytering" {
      text = {
        sv = "Se över hur chefer och förtroendevalda rekryteras.",
        en = "Review how managers and elected representatives are recruited.",
      },
    },
  },

  area "ekonomi" {
    national = "economy",
    title = {
      sv = "En egen ekonomi hela livet",
      en = "An economy of one's own, for life",
    },
    summary = {
      sv = "Arbete och inkomst som räcker, från första jobbet till pensionen.",
      en = "Work and income that suffice, from the first job to retirement.",
    },
    goal "villkor" {
      text = {
        sv = "Kvinnor och män har likvärdiga anställningar, löner och möjligheter att utvecklas.",
        en = "Women and men have employment, pay and chances to develop on equal terms.",
      },
      by = "2027",
    },
    measure "loner" {
      text = {
        sv = "Analysera löner, arbetstid och anställningsformer för kvinnor och män varje år.",
        en = "Analyse pay, hours and forms of employment for women and men every year.",
      },
    },
    measure "etablering" {
      text = {
        sv = "Se till att insatser för arbete når kvinnor och män lika.",
        en = "See to it that measures for employment reach women and men alike.",
      },
    },
  },

  area "utbildning" {
    national = "education",
    title = {
      sv = "Utbildning där kön inte begränsar",
      en = "Education where gender sets no limits",
    },
    summary = {
      sv = "Den som lär sig något väljer själv vad.",
      en = "Those who learn choose for themselves what.",
    },
    goal "val" {
      text = {
        sv = "Fler väljer utbildning och yrke efter intresse i stället för kön.",
        en = "More people choose education and occupation by interest instead of gender.",
      },
      by = "2027",
    },
    measure "vagledning" {
      text = {
        sv = "Ge studie- och yrkesvägledning som vidgar valen.",
        en = "Give guidance that widens the choices of studies and careers.",
      },
    },
    measure "trygghet" {
      text = {
        sv = "Förebygg kränkningar och sexuella trakasserier i alla skolformer.",
        en = "Prevent abuse and sexual harassment in all forms of school.",
      },
    },
  },

  area "omsorg" {
    national = "care",
    title = {
      sv = "Delat ansvar för hem och omsorg",
      en = "Shared responsibility for home and care",
    },
    summary = {
      sv = "Det obetalda arbetet delas, så att alla orkar.",
      en = "Unpaid work is shared, so that everyone copes.",
    },
    goal "ansvar" {
      text = {
        sv = "Kvinnor och män tar lika stort ansvar för hem, barn och anhöriga.",
        en = "Women and men take equal responsibility for home, children and relatives.",
      },
      by = "2027",
    },
    measure "foraldrar" {
      text = {
        sv = "Stötta alla föräldrar att vara lediga och bemöt dem på samma sätt.",
        en = "Support all parents in taking leave, and treat them the same way.",
      },
    },
    measure "anhoriga" {
      text = {
        sv = "Ge stöd till anhöriga så att omsorgen inte vilar på kvinnorna.",
        en = "Support relatives, so that care does not rest on the women.",
      },
    },
  },

  area "halsa" {
    national = "health",
    title = {
      sv = "Lika god hälsa och vård",
      en = "Equally good health and care",
    },
    summary = {
      sv = "Kön avgör varken hur man mår eller hur man blir bemött.",
      en = "Gender decides neither how one feels nor how one is treated.",
    },
    goal "vard" {
      text = {
        sv = "Kvinnor och män, flickor och pojkar får vård, omsorg och stöd på lika villkor.",
        en = "Women and men, girls and boys get health care, social care and support on equal terms.",
      },
      by = "2027",
    },
    measure "bemotande" {
      text = {
        sv = "Följ upp bemötande och insatser uppdelat på kön, och rätta till det som skiljer.",
        en = "Follow up treatment and measures by sex, and mend what differs.",
      },
    },
    measure "arbetsmiljo" {
      text = {
        sv = "Förebygg ohälsa i yrken där de flesta är kvinnor eller de flesta är män.",
        en = "Prevent ill health in occupations where most are women or most are men.",
      },
    },
  },

  area "vald" {
    national = "violence",
    title = {
      sv = "Ett län fritt från mäns våld mot kvinnor",
      en = "A county free from men's violence against women",
    },
    summary = {
      sv = "Våldet ska upphöra, och den som är utsatt ska få hjälp.",
      en = "The violence shall end, and those subjected to it shall get help.",
    },
    goal "vald" {
      text = {
        sv = "Våld förebyggs och upptäcks i alla verksamheter som möter människor.",
        en = "Violence is prevented and detected wherever an organisation meets people.",
      },
      by = "2027",
    },
    measure "fraga" {
      text = {
        sv = "Fråga om våld som en rutin, och vet vad ni gör med svaret.",
        en = "Ask about violence as a routine, and know what to do with the answer.",
      },
    },
    measure "chefer" {
      text = {
        sv = "Ge chefer kunskap om våld i nära relationer bland medarbetare.",
        en = "Teach managers about violence in close relationships among staff.",
      },
    },
  },

  process "planering" {
    title = { sv = "Planering", en = "Planning" },
    question = {
      sv = "Vem vinner och vem förlorar på förslaget, kvinnor eller män?",
      en = "Who gains and who loses by the proposal, women or men?",
    },
  },

  process "budget" {
    title = { sv = "Budget", en = "Budget" },
    question = {
      sv = "Hur fördelas resurserna mellan kvinnor och män?",
      en = "How are resources shared between women and men?",
    },
  },

  process "genomforande" {
    title = { sv = "Genomförande", en = "Implementation" },
    question = {
      sv = "Får kvinnor och män samma kvalitet hos oss?",
      en = "Do women and men get the same quality from us?",
    },
  },

  process "uppfoljning" {
    title = { sv = "Uppföljning", en = "Follow-up" },
    question = {
      sv = "Blev resultatet lika för kvinnor och män?",
      en = "Was the result the same for women and men?",
    },
  },

  -- Uppföljningen: varje år, på vägen och till sist.
  evaluation "arlig" {
    text = {
      sv = "Varje år: en enkät till alla som har anslutit sig.",
      en = "Every year: a questionnaire to all who have joined.",
    },
  },
  evaluation "del" {
    text = {
      sv = "På vägen: en delutvärdering, så att vi hinner ändra kurs.",
      en = "On the way: an interim evaluation, in time to change course.",
    },
  },
  evaluation "slut" {
    date = "2027",
    text = {
      sv = "Till sist: en slututvärdering av hela strategin.",
      en = "In the end: a final evaluation of the whole strategy.",
    },
  },
}
