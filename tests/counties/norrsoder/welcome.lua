welcome {
  title = { sv = "Välkomna till {brand}", en = "Welcome to {brand}" },
  listing "plats" { title = { sv = "En plats bland de anslutna", en = "A place among the members" } },
}
