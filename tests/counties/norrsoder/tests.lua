-- Vad länen lovar sig själva.

persona "en kommun i söder" {
  name = "Åsunda kommun",
  kind = "municipality",
  place = "9602",
  focus = { "politik" },
  people = { women = 700, men = 200, other = 1 },
  email = "kommun@example.org",
}

expect "en kommun i söder" {
  on = "2025-05-01",
  is_asked = { "name", "kind", "place", "focus", "people", "email" },
  letter_says = { "Åsunda kommun", "I politiken" },
  gets = { "plats" },
}
