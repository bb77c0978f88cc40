-- Stockholm: vilka vi är. Det som ändras ofta står först.
-- Inget här är ett program: ändra texten mellan citattecknen och spara.

county "stockholm" {
  name = "Stockholms län",
  genitive = "Stockholms läns",
  brand = "Jämställt Stockholm",
  code = "01",
  languages = { "sv", "en" },
  hosts = { "jamstalltstockholm.se" },
  org_number = "202100-2247",

  owner "lansstyrelsen" {
    name = {
      sv = "Länsstyrelsen Stockholm",
      en = "the County Administrative Board of Stockholm",
    },
    text = {
      sv = "Vi har tagit fram strategin på regeringens uppdrag och ger stöd till dem som ansluter sig.",
      en = "We have drawn up the strategy on behalf of the government and support those who join.",
    },
    link "Länsstyrelsens webbplats" {
      to = "https://www.lansstyrelsen.se/stockholm.html",
      label = { en = "The Board's website" },
    },
  },

  contact "jamstalldhet" {
    unit = {
      sv = "Jämställdhet, Länsstyrelsen Stockholm",
      en = "Gender equality, the County Administrative Board of Stockholm",
    },
    email = "stockholm@lansstyrelsen.se",
    visiting_address = "Regeringsgatan 66",
    postal_address = "Box 22067, 104 22 Stockholm",
  },

  theme {
    colour = "#22304f",
    accent = "#5fd0c5",
    symbol = "files/symbol.svg",
    hero = "plain",
  },

  municipality "0127" "Botkyrka",
  municipality "0162" "Danderyd",
  municipality "0125" "Ekerö",
  municipality "0136" "Haninge",
  municipality "0126" "Huddinge",
  municipality "0123" "Järfälla",
  municipality "0186" "Lidingö",
  municipality "0182" "Nacka",
  municipality "0188" "Norrtälje",
  municipality "0140" "Nykvarn",
  municipality "0192" "Nynäshamn",
  municipality "0128" "Salem",
  municipality "0191" "Sigtuna",
  municipality "0163" "Sollentuna",
  municipality "0184" "Solna",
  municipality "0180" "Stockholm",
  municipality "0183" "Sundbyberg",
  municipality "0181" "Södertälje",
  municipality "0138" "Tyresö",
  municipality "0160" "Täby",
  municipality "0114" "Upplands Väsby",
  municipality "0139" "Upplands-Bro",
  municipality "0115" "Vallentuna",
  municipality "0187" "Vaxholm",
  municipality "0120" "Värmdö",
  municipality "0117" "Österåker",
}
