-- What an organisation agreed to, as it was sealed: to read and to print
-- (docs/pages.md: commitment).
local h = require("html")
local layout = require("layout")
local period = require("parts.period")
local summary = require("parts.summary")

local function fact(label, value)
  return value and value ~= "" and h.div { h.dt { label }, h.dd { value } }
end

local function strategy(data, t)
  local title = data.strategy
  return title and { title, data.period and { " (", period.text(data.period, t), ")" } }
end

local function letter(data)
  return h.section {
    class = "letter",
    ["aria-labelledby"] = "brev",
    h.h2 { id = "brev", data.letter_title },
    h.div {
      class = "prose",
      h.each(data.letter and data.letter.paragraphs, function(paragraph)
        return h.p { summary.lines(paragraph) }
      end),
    },
  }
end

local function answers(data, t)
  return h.any(data.rows)
    and {
      h.h2 { t("commitment.answers") },
      summary.list(data.rows, t),
    }
end

local function seal(data, t)
  return h.section {
    class = "seal",
    ["aria-labelledby"] = "sigill",
    h.h2 { id = "sigill", t("commitment.seal") },
    h.dl {
      class = "seal__facts",
      fact(t("commitment.sealed"), data.sealed and h.time { datetime = data.sealed.iso, data.sealed.text }),
      fact(t("commitment.strategy"), strategy(data, t)),
      fact(t("commitment.version"), data.script_version),
      fact(t("commitment.hash"), data.hash and h.code { class = "hash", data.hash }),
    },
    h.p { class = "quiet", t("commitment.hash-text") },
    data.document_href and h.p {
      class = "no-print",
      h.a { href = data.document_href, download = true, t("commitment.document") },
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
    letter(data),
    answers(data, t),
    seal(data, t)
  )
end
