-- The country's goals for gender equality: one for the whole and six that it rests on. They are the same for every
-- county and stand only here; a county's areas point at them by id (`national = "power"`) and may carry titles of
-- their own.

national_goal "overall" {
  title = {
    sv = "Kvinnor och män ska ha samma makt att forma samhället och sina egna liv",
    en = "Women and men shall have the same power to shape society and their own lives",
  },
  text = {
    sv = "Det övergripande målet. De sex delmålen hänger ihop: det ena nås inte utan de andra.",
    en = "The overall goal. The six goals below it hang together: none is reached without the others.",
  },
}

national_goal "power" {
  title = {
    sv = "En jämn fördelning av makt och inflytande",
    en = "An even distribution of power and influence",
  },
  text = {
    sv = "Den som lever i samhället ska kunna vara med och bestämma om det, oavsett kön.",
    en = "Whoever lives in society shall be able to take part in deciding on it, whatever their sex.",
  },
}

national_goal "economy" {
  title = {
    sv = "Ekonomisk jämställdhet",
    en = "Economic equality",
  },
  text = {
    sv = "Arbete, lön och villkor ska räcka till ett eget liv, lika för kvinnor och män, från första jobbet till "
      .. "pensionen.",
    en = "Work, pay and conditions shall suffice for a life of one's own, alike for women and men, from the first job "
      .. "to retirement.",
  },
}

national_goal "education" {
  title = {
    sv = "Jämställd utbildning",
    en = "Equality in education",
  },
  text = {
    sv = "Kön ska varken styra vad någon väljer att lära sig eller hur väl det går, från förskolan och framåt.",
    en = "Sex shall decide neither what anyone chooses to learn nor how well it goes, from preschool onwards.",
  },
}

national_goal "care" {
  title = {
    sv = "En jämn fördelning av det obetalda hem- och omsorgsarbetet",
    en = "An even distribution of unpaid work in the home and of care",
  },
  text = {
    sv = "Hemmet och dem som behöver omsorg tar kvinnor och män hand om tillsammans, och den som behöver omsorg får "
      .. "den på samma villkor.",
    en = "Women and men look after the home, and after those who need care, together; and whoever needs care gets it "
      .. "on the same terms.",
  },
}

national_goal "health" {
  title = {
    sv = "Jämställd hälsa",
    en = "Equality in health",
  },
  text = {
    sv = "Chansen till ett friskt liv, och till god vård när den behövs, ska vara lika stor för alla.",
    en = "The chance of a healthy life, and of good care when it is needed, shall be the same for everyone.",
  },
}

national_goal "violence" {
  title = {
    sv = "Mäns våld mot kvinnor ska upphöra",
    en = "Men's violence against women must stop",
  },
  text = {
    sv = "Ingen, i vilken ålder som helst, ska utsättas för våld eller leva i rädsla för det.",
    en = "No one, whatever their age, shall be subjected to violence or live in fear of it.",
  },
}
