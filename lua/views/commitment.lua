-- What an organisation agreed to, as it was sealed: to read and to print
-- (docs/pages.md: commitment).
local h = require("html")
local layout = require("layout")
local period = require("parts.period")
local sealed = require("parts.sealed")

local function fact(label, value)
  return value and value ~= "" and h.div { h.dt { label }, h.dd { value } }
end

-- The strategy and its time, when the title does not say it.
local function strategy(data, t)
  local one = data.document.strategy
  if not one then
    return nil
  end
  local span = data.period and period.text(data.period, t)
  local told = not span or (one.title or ""):find(span, 1, true)
  return { sealed.said(data.document, data.page, one.title), not told and { " (", span, ")" } }
end

-- Who signed, when there were two; days, since a moment says no more to anyone.
local function signatures(data, t)
  return h.any(data.signatures)
    and fact(
      t("commitment.signatures"),
      h.ul {
        class = "plain-list",
        h.each(data.signatures, function(one)
          return h.li { t.rich("commitment.by." .. one.by, { day = h.time { datetime = one.at.iso, one.at.text } }) }
        end),
      }
    )
end

-- Signed on paper, and registered afterwards.
local function paper(data, t)
  local one = data.paper
  return one
    and fact(t("commitment.paper"), {
      t.rich("commitment.paper-day", { day = h.time { datetime = one.day.iso, one.day.text } }),
      one.href and { h.br {}, h.a { class = "no-print", href = one.href, download = true, t("commitment.paper-file") } },
    })
end

-- What was sealed before, or after: history is kept.
local function others(data, t)
  return h.any(data.others)
    and h.section {
      class = "no-print",
      ["aria-labelledby"] = "andra",
      h.h2 { id = "andra", t("commitment.others") },
      h.ul {
        class = "plain-list",
        h.each(data.others, function(one)
          return h.li {
            h.a { href = one.href, h.time { datetime = one.sealed.iso, one.sealed.text } },
            one.holds and { " ", t("commitment.holds") },
          }
        end),
      },
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
      paper(data, t),
      signatures(data, t),
      fact(t("commitment.strategy"), strategy(data, t)),
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
      data.number and t.rich("welcome.number", { number = data.number_text or t.number(data.number), brand = data.county.brand })
        or data.county.brand,
    },
    h.h1 { sealed.title(doc, page) or data.letter_title or t("commitment.title") },
    h.p { class = "lead", data.name },
    sealed.letter(doc, page, t),
    sealed.expectations(doc, page, t),
    doc.binding == false and h.p { class = "quiet", t("join.not-binding") },
    sealed.answers(doc, page, t),
    seal(data, t),
    others(data, t)
  )
end
