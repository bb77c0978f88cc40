-- Västmanland: vilka vi är. Det som ändras ofta står först.
-- Inget här är ett program: ändra texten mellan citattecknen och spara.

county "vastmanland" {
  name = "Västmanlands län",
  genitive = "Västmanlands läns",
  brand = "Ett jämställt Västmanland",
  code = "19",
  languages = { "sv", "en" },

  alert "eldningsforbud" {
    grade = "important",
    title = {
      sv = "Eldningsförbud i hela länet",
      en = "Fire ban in the whole county",
    },
    text = {
      sv = "Länsstyrelsen har fattat beslutet tillsammans med räddningstjänsterna i länet.",
      en = "The County Administrative Board has decided this together with the rescue services.",
    },
    from = "2026-05-11 17:00",
    until_further_notice = true,
  },

  alert "brandrisk" {
    grade = "notice",
    title = {
      sv = "Risk för skogsbrand",
      en = "Risk of forest fire",
    },
    text = {
      sv = "Följ det aktuella läget hos SMHI.",
      en = "Follow the current situation at SMHI.",
    },
    from = "2026-05-11",
    until_further_notice = true,
    link "Läs om brandrisken hos SMHI" {
      to = "https://www.smhi.se/",
      label = { en = "Read about the fire risk at SMHI" },
    },
  },

  owner "lansstyrelsen" {
    name = {
      sv = "Länsstyrelsen i Västmanlands län",
      en = "The County Administrative Board of Västmanland",
    },
    text = {
      sv = "Vi stödjer kommuner, myndigheter, företag och föreningar i länet som vill arbeta för jämställdhet.",
      en = "We support municipalities, authorities, companies and associations that work for gender equality.",
    },
    link "Länsstyrelsens webbplats" {
      to = "https://www.lansstyrelsen.se/vastmanland.html",
      label = { en = "The Board's website" },
    },
  },

  contact "social-hallbarhet" {
    unit = { sv = "Social hållbarhet", en = "Social Sustainability" },
    phone = "010-224 90 00",
    note = { sv = "växel", en = "switchboard" },
  },

  theme {
    colour = "#174a7c",
    accent = "#ffc845",
    symbol = "files/symbol.svg",
    hero = "circles",
  },

  municipality "1984" "Arboga",
  municipality "1982" "Fagersta",
  municipality "1961" "Hallstahammar",
  municipality "1960" "Kungsör",
  municipality "1983" "Köping",
  municipality "1962" "Norberg",
  municipality "1981" "Sala",
  municipality "1904" "Skinnskatteberg",
  municipality "1907" "Surahammar",
  municipality "1980" "Västerås",
}
