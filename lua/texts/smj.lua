-- Lule Sámi: a small set of words that are surely right, rather than sentences
-- that are not. What is missing comes from the next language of the chain
-- (docs/guide/sprak.md).
return {
  ["language.name"] = "Julevsámegiella",
  ["list.and"] = " ja ",
  ["register.filter.municipality"] = "Suohkan",
  ["csv.municipality"] = "Suohkan",
  ["kind.municipality"] = "Suohkan",
  ["answer.yes"] = "Jå",
  ["answer.no"] = "Ij",
  ["answer.and"] = "ja",
  ["form.yes"] = "Jå",
  ["form.no"] = "Ij",
  ["form.day"] = "Biejvve",
  ["form.month"] = "Mánno",
  ["form.year"] = "Jahke",
}
