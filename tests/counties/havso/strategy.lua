-- Det som ön har bestämt sig för.

strategy "hav" {
  title = "Jämställda Havsö",
  period = { from = "2024-01-01", to = "2039-12-31" },

  area "makt" { national = "power", summary = "Lika plats när ön bestämmer." },
  area "farjan" {
    title = "Färjan och vägarna",
    summary = "Hur vi tar oss fram avgör vad vi kan göra.",
    goal "turer" { text = "Turlistan passar den som lämnar på förskolan och den som jobbar natt.", by = "2031" },
  },
}
