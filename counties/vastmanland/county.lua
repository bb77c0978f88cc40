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
      sv = "Vi har beslutat om förbudet tillsammans med länets räddningstjänster.",
      en = "We have decided on the ban together with the county's rescue services.",
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
      en = "the County Administrative Board of Västmanland",
    },
    text = {
      sv = "Vi ger stöd till den kommun, den myndighet, det företag eller den förening som vill göra länet mer jämställt.",
      en = "We support any municipality, authority, company or association that wants to make the county more equal.",
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
