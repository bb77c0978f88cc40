-- What the portal's own texts say here instead.

wording "form.next" { text = { sv = "Vidare", fi = "Eteenpäin" } }

wording "fact.joined" {
  one = { sv = "{count} organisation är med", fi = "{count} organisaatio on mukana", se = "{count} organisašuvdna lea mielde" },
  two = { se = "{count} organisašuvnna leaba mielde" },
  other = { sv = "{count} organisationer är med", fi = "{count} organisaatiota on mukana", se = "{count} organisašuvnna leat mielde" },
}

wording "register.joined" {
  one = { sv = "{count} organisation är med", fi = "{count} organisaatio on mukana", se = "{count} organisašuvdna lea mielde" },
  two = { se = "{count} organisašuvnna leaba mielde" },
  other = { sv = "{count} organisationer är med", fi = "{count} organisaatiota on mukana", se = "{count} organisašuvnna leat mielde" },
}

wording "mail.confirm.heading" { text = { fi = "Vielä yksi askel" } }

wording "error.404.heading" { text = { sv = "Den sidan finns inte i {county}" } }

wording "csv.name" { text = { sv = "Vem", fi = "Kuka" } }
