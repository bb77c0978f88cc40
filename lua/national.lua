-- The country's goals for gender equality: one for the whole and six that it rests on, in Swedish, English and Finnish;
-- other languages show the next of their chain, marked so. They are the same for every county and stand only here; a
-- county's areas point at them by id (`national = "power"`) and may carry titles of their own.

national_goal "overall" {
  title = {
    sv = "Kvinnor och män ska ha samma makt att forma samhället och sina egna liv",
    en = "Women and men shall have the same power to shape society and their own lives",
    fi = "Naisilla ja miehillä on oltava sama valta muovata yhteiskuntaa ja omaa elämäänsä",
  },
  text = {
    sv = "Det övergripande målet. De sex delmålen hänger ihop: det ena nås inte utan de andra.",
    en = "The overall goal. The six goals below it hang together: none is reached without the others.",
    fi = "Yleistavoite. Kuusi osatavoitetta kuuluvat yhteen: yhtä ei saavuteta ilman muita.",
  },
}

national_goal "power" {
  title = {
    sv = "En jämn fördelning av makt och inflytande",
    en = "An even distribution of power and influence",
    fi = "Vallan ja vaikutusvallan tasainen jakautuminen",
  },
  text = {
    sv = "Den som lever i samhället ska kunna vara med och bestämma om det, oavsett kön.",
    en = "Whoever lives in society shall be able to take part in deciding on it, whatever their sex.",
    fi = "Yhteiskunnan jäsenen on voitava olla mukana päättämässä siitä sukupuolesta riippumatta.",
  },
}

national_goal "economy" {
  title = {
    sv = "Ekonomisk jämställdhet",
    en = "Economic equality",
    fi = "Taloudellinen tasa-arvo",
  },
  text = {
    sv = "Arbete, lön och villkor ska räcka till ett eget liv, lika för kvinnor och män, från första jobbet till "
      .. "pensionen.",
    en = "Work, pay and conditions shall suffice for a life of one's own, alike for women and men, from the first job "
      .. "to retirement.",
    fi = "Työn, palkan ja työehtojen on riitettävä omaan elämään, yhtä lailla naisille ja miehille, ensimmäisestä "
      .. "työpaikasta eläkkeeseen.",
  },
}

national_goal "education" {
  title = {
    sv = "Jämställd utbildning",
    en = "Equality in education",
    fi = "Tasa-arvoinen koulutus",
  },
  text = {
    sv = "Kön ska varken styra vad någon väljer att lära sig eller hur väl det går, från förskolan och framåt.",
    en = "Sex shall decide neither what anyone chooses to learn nor how well it goes, from preschool onwards.",
    fi = "Sukupuoli ei saa ratkaista, mitä kukin haluaa oppia tai miten hyvin se sujuu, esikoulusta alkaen.",
  },
}

national_goal "care" {
  title = {
    sv = "En jämn fördelning av det obetalda hem- och omsorgsarbetet",
    en = "An even distribution of unpaid work in the home and of care",
    fi = "Palkattoman koti- ja hoivatyön tasainen jakautuminen",
  },
  text = {
    sv = "Hemmet och dem som behöver omsorg tar kvinnor och män hand om tillsammans, och den som behöver omsorg får "
      .. "den på samma villkor.",
    en = "Women and men look after the home, and after those who need care, together; and whoever needs care gets it "
      .. "on the same terms.",
    fi = "Naiset ja miehet huolehtivat yhdessä kodista ja hoivaa tarvitsevista, ja hoivaa tarvitseva saa sitä samoin "
      .. "ehdoin.",
  },
}

national_goal "health" {
  title = {
    sv = "Jämställd hälsa",
    en = "Equality in health",
    fi = "Tasa-arvoinen terveys",
  },
  text = {
    sv = "Chansen till ett friskt liv, och till god vård när den behövs, ska vara lika stor för alla.",
    en = "The chance of a healthy life, and of good care when it is needed, shall be the same for everyone.",
    fi = "Mahdollisuuden terveeseen elämään, ja hyvään hoitoon silloin kun sitä tarvitaan, on oltava kaikille yhtä "
      .. "suuri.",
  },
}

national_goal "violence" {
  title = {
    sv = "Mäns våld mot kvinnor ska upphöra",
    en = "Men's violence against women must stop",
    fi = "Miesten naisiin kohdistaman väkivallan on loputtava",
  },
  text = {
    sv = "Ingen, i vilken ålder som helst, ska utsättas för våld eller leva i rädsla för det.",
    en = "No one, whatever their age, shall be subjected to violence or live in fear of it.",
    fi = "Kukaan, minkä ikäinen tahansa, ei saa joutua väkivallan kohteeksi tai elää sen pelossa.",
  },
}
