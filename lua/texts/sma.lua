-- South Sámi: a small set of words that are surely right, rather than sentences
-- that are not. What is missing comes from the next language of the chain
-- (docs/guide/sprak.md).
return {
  ["language.name"] = "Åarjelsaemien",
  ["list.and"] = " jïh ",
  ["register.filter.municipality"] = "Tjïelte",
  ["csv.municipality"] = "Tjïelte",
  ["kind.municipality"] = "Tjïelte",
  ["answer.yes"] = "Jaavoe",
  ["answer.no"] = "Ijje",
  ["answer.and"] = "jïh",
  ["form.yes"] = "Jaavoe",
  ["form.no"] = "Ijje",
  ["form.day"] = "Biejjie",
  ["form.month"] = "Aske",
  ["form.year"] = "Jaepie",
}
