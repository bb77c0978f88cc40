welcome {
  title = { sv = "Välkomna till {brand}", fi = "Tervetuloa portaaliin {brand}", en = "Welcome to {brand}" },

  sticker "marke" {
    title = { sv = "Digitalt klistermärke", fi = "Digitaalinen tarra", en = "Digital sticker" },
    licence = { sv = "Får visas så länge ni är anslutna.", fi = "Saa näyttää niin kauan kuin olette mukana.", en = "May be shown for as long as you are a member." },
  },
  diploma "diplom" { title = { sv = "Diplom", fi = "Kunniakirja", en = "Diploma" } },
  newsletter "nyhetsbrev" { title = "Jämställt nytt, två gånger om året", offer = true },
}
