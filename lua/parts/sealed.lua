-- A sealed commitment as it is read: the letter, what is expected, the answers.
-- The document keeps the language that it was sealed in.
local h = require("html")
local letters = require("parts.letters")
local summary = require("parts.summary")

local sealed = {}

-- Words of the document: marked when the page speaks another language.
function sealed.said(doc, page, text)
  return text and doc.lang and doc.lang ~= page.lang and { text = text, lang = doc.lang } or text
end

function sealed.title(doc, page)
  return doc.letter and sealed.said(doc, page, doc.letter.title)
end

local function words(text)
  return h.div { class = "prose", summary.paragraphs(text or "") }
end

-- What was signed, and the Swedish text that stood beside it.
function sealed.letter(doc, page, t)
  local said = doc.letter or {}
  local lang = said.lang or doc.lang
  local beside = doc.beside
  return letters(
    { id = "brev", words = words(said.text), lang = lang ~= page.lang and lang or nil },
    beside and { title = beside.title, words = words(beside.text), lang = beside.lang },
    t
  )
end

function sealed.expectations(doc, page, t)
  return h.any(doc.expectations)
    and {
      h.h2 { t("start.expected") },
      h.ul {
        class = "ticks",
        h.each(doc.expectations, function(one)
          return h.li { sealed.said(doc, page, one.text) }
        end),
      },
    }
end

local function rows(doc, page)
  return h.each(doc.answers, function(answer)
    local value = summary.lines(answer.text)
    return {
      label = sealed.said(doc, page, answer.label),
      value = doc.lang ~= page.lang and h.span { lang = doc.lang, value } or value,
    }
  end)
end

function sealed.answers(doc, page, t)
  return h.any(doc.answers) and { h.h2 { t("commitment.answers") }, summary.list(rows(doc, page), t) }
end

return sealed
