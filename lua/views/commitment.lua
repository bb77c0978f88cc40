-- What an organisation agreed to, as it was sealed: to read and to print
-- (docs/pages.md: commitment).
local h = require("html")
local layout = require("layout")
local period = require("parts.period")
local summary = require("parts.summary")

-- Words of the document, which keeps the language that it was sealed in.
local function sealed(doc, page, text)
  return text and doc.lang and doc.lang ~= page.lang and { text = text, lang = doc.lang } or text
end

local function fact(label, value)
  return value and value ~= "" and h.div { h.dt { label }, h.dd { value } }
end

-- The document's days are ISO texts; a period of whole years needs no more.
local function strategy(doc, page, t)
  local one = doc.strategy
  if not one then
    return nil
  end
  local span = {}
  for _, name in ipairs { "from", "to" } do
    local iso = one.period and one.period[name]
    span[name] = iso and { iso = iso, text = iso }
  end
  return { sealed(doc, page, one.title), next(span) and { " (", period.text(span, t), ")" } }
end

local function rows(doc, page)
  return h.each(doc.answers, function(answer)
    local value = summary.lines(answer.text)
    return {
      label = sealed(doc, page, answer.label),
      value = doc.lang ~= page.lang and h.span { lang = doc.lang, value } or value,
    }
  end)
end

local function letter(doc, page)
  local said = doc.letter or {}
  return h.div {
    class = "letter",
    h.div {
      class = "prose",
      lang = doc.lang ~= page.lang and doc.lang or nil,
      summary.paragraphs(said.text or ""),
    },
  }
end

local function expectations(doc, page, t)
  return h.any(doc.expectations)
    and {
      h.h2 { t("start.expected") },
      h.ul {
        class = "ticks",
        h.each(doc.expectations, function(one)
          return h.li { sealed(doc, page, one.text) }
        end),
      },
    }
end

local function answers(doc, page, t)
  return h.any(doc.answers) and { h.h2 { t("commitment.answers") }, summary.list(rows(doc, page), t) }
end

local function seal(data, t)
  return h.section {
    class = "seal",
    ["aria-labelledby"] = "sigill",
    h.h2 { id = "sigill", t("commitment.seal") },
    h.dl {
      class = "seal__facts",
      fact(t("commitment.sealed"), data.sealed and h.time { datetime = data.sealed.iso, data.sealed.text }),
      fact(t("commitment.strategy"), strategy(data.document, data.page, t)),
      fact(t("commitment.version"), h.code { class = "hash", data.document.script_version }),
      fact(t("commitment.hash"), data.hash and h.code { class = "hash", data.hash }),
    },
    h.p { class = "quiet", t("commitment.hash-text") },
    data.document_href and h.p {
      class = "no-print",
      h.a { class = "more", href = data.document_href, download = true, t("commitment.document") },
    },
  }
end

return function(data, t)
  local doc, page = data.document, data.page
  return layout(
    data,
    t,
    { bare = true, class = "main--text main--commitment" },
    h.p {
      class = "eyebrow",
      data.number and t.rich("welcome.number", { number = t.number(data.number), brand = data.county.brand })
        or data.county.brand,
    },
    h.h1 { doc.letter and sealed(doc, page, doc.letter.title) or data.letter_title or t("commitment.title") },
    h.p { class = "lead", data.name },
    letter(doc, page),
    expectations(doc, page, t),
    doc.binding == false and h.p { class = "quiet", t("join.not-binding") },
    answers(doc, page, t),
    seal(data, t)
  )
end
