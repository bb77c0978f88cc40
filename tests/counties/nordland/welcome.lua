-- Vad den får som har anslutit sig.

welcome {
  title = "Välkomna till {brand}",

  sticker "marke" {
    title = "Märket",
    licence = "Får visas så länge ni är anslutna.",
  },
  diploma "diplom" { title = "Diplom nr {number}" },
  network "larande" {
    title = "Nätverket för kommuner och regionen",
    offered_when = kind_is("municipality", "region"),
    because = "Ni är en kommun eller region.",
  },
}
