-- Vad länen lovar sig själva: fem strategier, och luckor där ingen ansluter sig.

persona "en kommun i söder" {
  name = "Åsunda kommun",
  kind = "municipality",
  place = "9602",
  focus = { "politik" },
  people = { women = 700, men = 200, other = 1 },
  email = "kommun@example.org",
}

persona "en förening i lucka" {
  name = "Strömnäs IF",
  kind = "association",
  place = "9702",
  focus = { "makt" },
  email = "styrelsen@example.org",
  comes { on = "2022-06-01" },
}

persona "en förening på papper" {
  name = "Vikens hembygdsförening",
  kind = "association",
  place = "9701",
  focus = { "vald" },
  email = "hembygd@example.org",
  comes { way = "paper", on = "2017-05-02" },
}

persona "en kommun som var med i nystarten" {
  focus = { "bat" },
  renews "2023" {
    name = "Norrviks kommun",
    kind = "municipality",
    place = "9701",
    focus = { "makt" },
    email = "norrvik@example.org",
  },
  comes { on = "2025-02-10" },
}

expect "en kommun i söder" {
  on = "2025-05-01",
  is_asked = { "name", "kind", "place", "focus", "people", "email" },
  letter_says = { "Åsunda kommun", "I politiken" },
  gets = { "plats" },
  is_followed_up = "2027",
}
expect "en kommun i söder" { on = "2025-03-01", is_followed_up = { "2025", "2027" } }

expect "en förening i lucka" { is_closed = true }
expect "en förening i lucka" { on = "2023-01-01", is_closed = false }

expect "en förening på papper" { letter_says = { "Vikens hembygdsförening", "2 maj 2017" }, gets_mail = "welcome" }

expect "en kommun som var med i nystarten" {
  gets_mail = { "renew", "renewed" },
  shows = { name = "Norrviks kommun", focus = "Båten över viken" },
}
