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
      sv = "Klistermärket får användas i er egen marknadsföring så länge ni är anslutna.",
      en = "The sticker may be used in your own marketing for as long as you are a member.",
    },
  },

  network "natverk" {
    title = { sv = "Nätverk", en = "Networks" },
    text = {
      sv = "Träffa andra som arbetar aktivt för jämställdhet och byt erfarenheter.",
      en = "Meet others who actively work for gender equality and share experience.",
    },
  },

  invitation "inbjudningar" {
    title = { sv = "Föreläsningar och konferenser", en = "Lectures and conferences" },
    text = {
      sv = "Ni får en inbjudan när något är på gång i länet.",
      en = "You are invited whenever something is coming up in the county.",
    },
  },

  newsletter "nyhetsbrev" {
    title = { sv = "Nyhetsbrevet, fyra gånger om året", en = "The newsletter, four times a year" },
    text = {
      sv = "Nyheter och aktiviteter om jämställdhet i länet och i landet.",
      en = "News and activities on gender equality in the county and the country.",
    },
  },

  invitation "spridningskonferenser" {
    title = { sv = "Spridningskonferenser", en = "Conferences for sharing" },
    text = {
      sv = "Där tar vi del av varandras lärdomar.",
      en = "Where we learn from one another.",
    },
  },

  support "samarrangera" {
    title = { sv = "Arrangera tillsammans med oss", en = "Arrange together with us" },
    text = {
      sv = "Har ni en idé till en utbildning, en föreläsning eller ett annat evenemang? Vi gör det gärna tillsammans.",
      en = "Do you have an idea for a course, a lecture or another event? We gladly do it together.",
    },
  },
}
