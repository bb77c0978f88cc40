-- A letter, and the Swedish one beside it when it is signed in another language.
--
-- letters({ id = "brev", title = nil, words = nodes, lang = nil }, beside, t)
--   words    the letter; lang when it is another than the page's
--   beside   nil, or the same of the Swedish one: { title, words, lang }
local h = require("html")

local function side(one, id, mark, t)
  return h.section {
    class = "letter",
    lang = one.lang,
    ["aria-labelledby"] = id,
    h.h2 { id = id, class = not one.title and "visually-hidden", one.title or t(mark or "commitment.title") },
    one.words,
  }
end

return function(letter, beside, t)
  if not beside then
    return side(letter, letter.id, nil, t)
  end
  return h.div {
    class = "letters",
    h.div { h.p { class = "letters__mark", t("letter.signed") }, side(letter, letter.id, "letter.signed", t) },
    h.div { h.p { class = "letters__mark", t("letter.beside") }, side(beside, letter.id .. "-bredvid", "letter.beside", t) },
  }
end
