-- Meänkieli: a small set of words that are surely right, rather than sentences
-- that are not. What is missing comes from the next language of the chain,
-- which is Finnish when the county has it (docs/guide/sprak.md).
return {
  ["language.name"] = "Meänkieli",
  ["list.and"] = " ja ",
  ["register.filter.municipality"] = "Kunta",
  ["csv.municipality"] = "Kunta",
  ["kind.municipality"] = "Kunta",
  ["kinds.municipality"] = "Kunnat",
  ["answer.yes"] = "Joo",
  ["answer.no"] = "Ei",
  ["answer.and"] = "ja",
  ["form.next"] = "Jatka",
  ["form.yes"] = "Joo",
  ["form.no"] = "Ei",
  ["form.day"] = "Päivä",
  ["form.year"] = "Vuosi",
}
