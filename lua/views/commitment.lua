-- What an organisation agreed to, as it was sealed: to read and to print
-- (docs/pages.md: commitment).
local h = require("html")
local layout = require("layout")
local period = require("parts.period")
local summary = require("parts.summary")

local function fact(label, value)
  return value and value ~= "" and h.div { h.dt { label }, h.dd { value } }
end

-- The document's days are ISO texts; a period of whole years needs no more.
local function strategy(doc, t)
  local one = doc.strategy
  if not one then
    return nil
  end
  local span = {}
  for _, name in ipairs { "from", "to" } do
    local iso = one.period and one.period[name]
    span[name] = iso and { iso = iso, text = iso }
  end
  return { one.title, next(span) and { " (", period.text(span, t), ")" } }
end

local function rows(doc)
  return h.each(doc.answers, function(answer)
    return { label = answer.label, value = answer.text }
  end)
end

local function letter(doc)
  local said = doc.letter or {}
  return h.div {
    class = "letter",
    h.div { class = "prose", summary.paragraphs(said.text or "") },
  }
end

local function expectations(doc, t)
  return h.any(doc.expectations)
    and {
      h.h2 { t("start.expected") },
      h.ul {
        class = "ticks",
        h.each(doc.expectations, function(one)
          return h.li { one.text }
        end),
      },
    }
end

local function answers(doc, t)
  return h.any(doc.answers) and { h.h2 { t("commitment.answers") }, summary.list(rows(doc), t) }
end

local function seal(data, t)
  return h.section {
    class = "seal",
    ["aria-labelledby"] = "sigill",
    h.h2 { id = "sigill", t("commitment.seal") },
    h.dl {
      class = "seal__facts",
      fact(t("commitment.sealed"), data.sealed and h.time { datetime = data.sealed.iso, data.sealed.text }),
      fact(t("commitment.strategy"), strategy(data.document, t)),
      fact(t("commitment.version"), data.document.script_version),
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
  return layout(
    data,
    t,
    { bare = true, class = "main--text main--commitment" },
    h.p {
      class = "eyebrow",
      data.number and t.rich("welcome.number", { number = t.number(data.number), brand = data.county.brand })
        or data.county.brand,
    },
    h.h1 { data.letter_title or t("commitment.title") },
    h.p { class = "lead", data.name },
    letter(data.document),
    expectations(data.document, t),
    data.document.binding == false and h.p { class = "quiet", t("join.not-binding") },
    answers(data.document, t),
    seal(data, t)
  )
end
