-- Värmland: vilka vi är. Det som ändras ofta står först.
-- Inget här är ett program: ändra texten mellan citattecknen och spara.

county "varmland" {
  name = "Värmlands län",
  genitive = "Värmlands läns",
  brand = "Ett jämställt Värmland",
  code = "17",
  languages = { "sv" },

  owner "lansstyrelsen" {
    name = "Länsstyrelsen Värmland",
    text = "Vi håller ihop arbetet, sköter webbplatsen och är själva anslutna.",
    link "Länsstyrelsens webbplats" { to = "https://www.lansstyrelsen.se/varmland.html" },
  },

  owner "samhallsradet" {
    name = "Samhällsråd Värmland",
    text = "Tre parter som gör gemensam sak för ett tryggt och socialt hållbart Värmland. De anslöt sig först av alla.",
    parts = { "Länsstyrelsen Värmland", "Region Värmland", "Polisområde Värmland" },
    formed = "2009",
  },

  contact "anslutning" {
    unit = "Jämställdhet: strategi och anslutning",
    email = "varmland@lansstyrelsen.se",
    note = "skriv ”Ett jämställt Värmland” i ämnesraden",
  },

  contact "vald" {
    unit = "Jämställdhet: våldsförebyggande arbete",
    email = "varmland@lansstyrelsen.se",
  },

  theme {
    colour = "#1f5135",
    accent = "#ffb08a",
    symbol = "files/symbol.svg",
    hero = "band",
  },

  municipality "1784" "Arvika",
  municipality "1730" "Eda",
  municipality "1782" "Filipstad",
  municipality "1763" "Forshaga",
  municipality "1764" "Grums",
  municipality "1783" "Hagfors",
  municipality "1761" "Hammarö",
  municipality "1780" "Karlstad",
  municipality "1715" "Kil",
  municipality "1781" "Kristinehamn",
  municipality "1762" "Munkfors",
  municipality "1760" "Storfors",
  municipality "1766" "Sunne",
  municipality "1785" "Säffle",
  municipality "1737" "Torsby",
  municipality "1765" "Årjäng",
}

occasion "lansmiddagen" {
  title = "Starten på länsmiddagen",
  date = "2015-11-20",
  text = "Där började Ett jämställt Värmland. Samhällsrådets tre parter anslöt sig samma kväll, som de första.",
}
