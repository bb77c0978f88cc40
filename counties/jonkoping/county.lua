-- Jönköping: vilka vi är. Det som ändras ofta står först.
-- Inget här är ett program: ändra texten mellan citattecknen och spara.

county "jonkoping" {
  name = "Jönköpings län",
  genitive = "Jönköpings läns",
  brand = "Ett jämställt Jönköpings län",
  code = "06",
  languages = { "sv" },

  owner "lansstyrelsen" {
    name = "Länsstyrelsen i Jönköpings län",
    text = "Vi företräder staten i länet. Vi samordnar, utbildar och tar fram kunskap åt alla som vill arbeta med jämställdhet.",
    link "Länsstyrelsens webbplats" { to = "https://www.lansstyrelsen.se/jonkoping.html" },
  },

  owner "region" {
    name = "Region Jönköpings län",
    text = "Regionen äger strategin tillsammans med Länsstyrelsen.",
    link "Regionens webbplats" { to = "https://www.rjl.se/" },
  },

  contact "lansstyrelsen" {
    unit = "Jämställdhet, Länsstyrelsen i Jönköpings län",
    email = "jonkoping@lansstyrelsen.se",
  },

  theme {
    colour = "#6b1e4b",
    accent = "#f3c66b",
    symbol = "files/symbol.svg",
    symbol_text = "Ett hjärta i två lika stora halvor",
    hero = "symbol",
  },

  municipality "0604" "Aneby",
  municipality "0686" "Eksjö",
  municipality "0662" "Gislaved",
  municipality "0617" "Gnosjö",
  municipality "0643" "Habo",
  municipality "0680" "Jönköping",
  municipality "0642" "Mullsjö",
  municipality "0682" "Nässjö",
  municipality "0684" "Sävsjö",
  municipality "0687" "Tranås",
  municipality "0665" "Vaggeryd",
  municipality "0685" "Vetlanda",
  municipality "0683" "Värnamo",
}
