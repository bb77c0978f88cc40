-- Vilka vi är: namn, larm, kontakt, färger och kommuner.
--
-- Så läser du filerna:
--   Rader som börjar med två bindestreck är kommentarer. De är till för dig och syns inte för besökare.
--   Text står alltid mellan raka citattecken, "så här". Ändra det som står mellan dem.
--   Varje rad inom klamrar { } slutar med ett kommatecken.
-- Har du ändrat något? Spara och kör `anslut check`. Den säger vad som är fel, i vilken fil och på vilken rad.

county "exempellan" {            -- samma namn som mappen: a–z, 0–9 och bindestreck
  name = "Exempelläns län",
  genitive = "Exempelläns läns", -- när man talar om något som är länets: ”Exempelläns läns kommuner”
  brand = "Ett jämställt Exempellän", -- portalens namn, överst på varje sida
  code = "98",                   -- länskoden, två siffror från SCB
  languages = { "sv" },          -- { "sv", "en" } när texterna finns på engelska också

  -- Ett larm visas överst på varje sida. Ta bort bindestrecken framför raderna för att använda det.
  -- alert "eldningsforbud" {
  --   grade = "important",      -- "notice", "important" eller "danger"
  --   title = "Eldningsförbud i hela länet",
  --   text = "Beslutet gäller all eldning utomhus.",
  --   from = "2027-05-11 17:00",
  --   to = "2027-06-01",        -- eller until_further_notice = true, om ingen vet
  -- },

  -- Vem som står bakom portalen. Är ni flera: skriv en owner för var och en.
  owner "lansstyrelsen" {
    name = "Länsstyrelsen i Exempelläns län",
    text = "Vi samordnar länets arbete för jämställdhet.",
  },

  -- Vart besökare vänder sig. Skriv en enhet och en funktionsadress, aldrig en persons namn eller nummer.
  contact "jamstalldhet" {
    unit = "Social hållbarhet",
    phone = "010-000 00 00",
    email = "jamstalldhet@exempellan.example",
    note = "växel",
  },

  theme {
    colour = "#2f4858",          -- länets färg. Är den för ljus för text säger `anslut check` ifrån
    accent = "#ffd166",          -- knappar och betoning, ljus nog för mörk text
    symbol = "files/symbol.svg",
    hero = "circles",            -- startsidans topp: "circles", "symbol", "plain" eller "band"
  },

  -- Alla länets kommuner, med SCB:s kommunkod. Koden börjar med länskoden.
  municipality "9801" "Norrby",
  municipality "9802" "Sörby",
  municipality "9803" "Åby",
}
