-- Värmland: startsidan, nyhetsbrevet och sidor.

home {
  title = "Tillsammans för ett jämställt Värmland",
  lead = "Kommunen, företaget, universitetet, föreningen: alla drar sitt strå till stacken. Berätta vad ni bidrar med, och bli en av oss.",
  order = { "facts", "members", "goals", "areas", "samhallsradet", "package", "processes", "newsletter", "national" },

  section "samhallsradet" {
    title = "Samhällsrådet gick före",
    text = text "texts/samhallsradet.md",
  },
}

newsletter {
  name = "Nyhetsbrevet Ett jämställt Värmland",
  text = "För anslutna och för alla som vill följa jämställdhetsarbetet i länet.",
  link "Prenumerera" { to = "https://www.lansstyrelsen.se/varmland.html" },
}

page "tillganglighet" {
  title = "Tillgänglighet",
  text = text "texts/tillganglighet.md",
  menu = "footer",
}

page "personuppgifter" {
  title = "Personuppgifter",
  text = text "texts/personuppgifter.md",
  menu = "footer",
}
