-- Labels and values, one pair a row (govuk-frontend's summary list).
--
-- rows = { { label =, value =, change_href = nil, empty = bool } }
local h = require("html")

-- A value of several lines keeps its lines.
local function lines(value)
  if type(value) ~= "string" or not value:find("\n", 1, true) then
    return value
  end
  local nodes = {}
  for line in (value .. "\n"):gmatch("(.-)\n") do
    nodes[#nodes + 1] = #nodes > 0 and h.br {} or false
    nodes[#nodes + 1] = line
  end
  return nodes
end

-- "- one\n- two", as Markdown's lists become plain text; nil when it is none.
local function items(paragraph)
  local found = {}
  for line in (paragraph .. "\n"):gmatch("(.-)\n") do
    local item = line:match("^%- (.+)$")
    if not item then
      return nil
    end
    found[#found + 1] = h.li { item }
  end
  return #found > 1 and found or nil
end

-- A text as paragraphs, parted where a line is empty; lists stay lists.
local function paragraphs(text)
  local nodes = {}
  for paragraph in (text .. "\n\n"):gmatch("(.-)\n\n+") do
    local list = items(paragraph)
    nodes[#nodes + 1] = list and h.ul { list } or h.p { lines(paragraph) }
  end
  return nodes
end

local summary = { lines = lines, paragraphs = paragraphs }

function summary.list(rows, t)
  return h.dl {
    class = "govuk-summary-list",
    h.each(rows, function(row)
      return h.div {
        class = "govuk-summary-list__row",
        h.dt { class = "govuk-summary-list__key", row.label },
        h.dd {
          class = h.classes("govuk-summary-list__value", row.empty and "quiet"),
          lines(row.value),
        },
        row.change_href and h.dd {
          class = "govuk-summary-list__actions",
          h.a {
            href = row.change_href,
            t("check.change"),
            h.span { class = "visually-hidden", " ", row.label },
          },
        },
      }
    end),
  }
end

return summary
