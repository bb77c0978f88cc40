-- Välkomstpaketet: vad den som ansluter sig får, i den ordning det visas.
-- Det finns åtta slag: sticker (klistermärke), diploma (diplom), newsletter (nyhetsbrev), network (nätverk),
-- invitation (inbjudan), support (stöd att boka), listing (plats i registret) och tool (verktyg).

welcome {
  title = "Välkommen till Ett jämställt Exempellän",
  lead = "Tack för att ni är med. Det här får ni.",

  sticker "klistermarke" {
    title = "Digitalt klistermärke",
    text = "Portalens symbol med ert namn.",
    licence = "Får visas så länge ni är anslutna.",
  },

  diploma "diplom" {
    title = "Diplom nr {number}", -- {name}, {number} och {date} fylls i för var och en
    text = "{name} är med sedan den {date}.",
  },

  network "natverk" {
    title = "Länets nätverk för jämställdhet",
    text = "Träffa andra som är anslutna.",
  },

  -- Bara de som regeln gäller får stödet. Skriv i because varför just de får det.
  support "vald" {
    title = "En timme med vår utvecklingsledare",
    text = "Om hur ni kan förebygga våld.",
    offered_when = chose("focus", "vald"),
    because = "Ni har valt området som handlar om våld.",
  },
}
