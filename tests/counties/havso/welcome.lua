-- Vad den får som ansluter sig.

welcome {
  title = "Välkomna till {brand}",
  diploma "diplom" { title = "Diplom {number}" },
  listing "plats" { title = "En egen sida bland de anslutna" },
}
