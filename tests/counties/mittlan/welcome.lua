-- What each who joins gets, and why it is there.

local function is_small(member)
  return member.employees == nil or member.employees.women + member.employees.men < 250
end

welcome {
  title = "Välkomna till {brand}",

  sticker "marke" {
    title = "Digitalt klistermärke",
    file = "files/symbol.svg",
    licence = "Får visas så länge ni är anslutna.",
  },
  diploma "diplom" { title = "Diplom nr {number}" },
  newsletter "nyhetsbrev" { title = "Jämställt nytt, fyra gånger om året", offer = true },
  network "chefer" {
    title = "Nätverk för chefer",
    offered_when = any_of { kind_is("municipality", "region"), chose("focus", "makt") },
    because = "Ni är en kommun eller region, eller har valt makt och inflytande.",
  },
  invitation "dagen" { title = "Jämställdhetsdagen den 8 mars" },
  support "process" {
    title = "En timme med vår utvecklingsledare",
    offered_when = function(member)
      return is_small(member)
    end,
    because = "Ni är färre än 250 anställda.",
  },
  listing "register" { title = "En egen sida i registret" },
  tool "handbok" {
    title = "Handboken",
    link "Ladda ner" { to = "files/handbok.pdf" },
  },
}
