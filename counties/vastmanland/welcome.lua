-- Västmanland: välkomstpaketet, i den ordning det visas.

welcome {
  title = {
    sv = "Välkommen till Ett jämställt Västmanland",
    en = "Welcome to Ett jämställt Västmanland",
  },
  lead = {
    sv = "Tack för att ni är med. Här är ert välkomstpaket.",
    en = "Thank you for joining. Here is your welcome package.",
  },

  sticker "klistermarke" {
    title = { sv = "Digitalt klistermärke", en = "Digital sticker" },
    text = {
      sv = "Plattformens symbol med ert namn, att visa på webben, i mejl och i trycksaker.",
      en = "The platform's symbol with your name, for the web, e-mail and print.",
    },
    licence = {
      sv = "Ni får visa klistermärket i er egen marknadsföring, så länge ni är anslutna.",
      en = "You may show the sticker in your own marketing, for as long as you are a member.",
    },
  },

  network "natverk" {
    title = { sv = "Nätverk", en = "Networks" },
    text = {
      sv = "Möt andra i länet som har kommit en bit på väg, och hjälp varandra vidare.",
      en = "Meet others in the county who have come some way, and help each other along.",
    },
  },

  invitation "inbjudningar" {
    title = { sv = "Föreläsningar och konferenser", en = "Lectures and conferences" },
    text = {
      sv = "Ni får veta först när vi bjuder in till något i länet.",
      en = "You are the first to hear when we invite to something in the county.",
    },
  },

  newsletter "nyhetsbrev" {
    title = { sv = "Nyhetsbrevet, fyra gånger om året", en = "The newsletter, four times a year" },
    text = {
      sv = "Nyheter och kommande aktiviteter, från länet och från landet.",
      en = "News and coming activities, from the county and the country.",
    },
  },

  invitation "spridningskonferenser" {
    title = { sv = "Spridningskonferenser", en = "Conferences for sharing" },
    text = {
      sv = "Anslutna berättar vad som fungerade, och vad som inte gjorde det.",
      en = "Members tell what worked, and what did not.",
    },
  },

  support "samarrangera" {
    title = { sv = "Arrangera tillsammans med oss", en = "Arrange together with us" },
    text = {
      sv = "Har ni en idé till en utbildning, en föreläsning eller något annat? Hör av er, så gör vi det ihop.",
      en = "Do you have an idea for a course, a lecture or something else? Get in touch, and we do it together.",
    },
  },
}
