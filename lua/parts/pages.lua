-- Links to the next and the previous page of a list (govuk-frontend's
-- pagination).
local h = require("html")
local name = require("parts.name")

local arrows = {
  prev = "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z",
  next = "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z",
}

local function arrow(way)
  return h.svg {
    class = "govuk-pagination__icon govuk-pagination__icon--" .. way,
    xmlns = "http://www.w3.org/2000/svg",
    height = 13,
    width = 15,
    ["aria-hidden"] = "true",
    focusable = "false",
    viewBox = "0 0 15 13",
    h.path { d = arrows[way] },
  }
end

local function step(way, href, text)
  local words = h.span { class = "govuk-pagination__link-title", text }
  return h.div {
    class = "govuk-pagination__" .. way,
    h.a {
      class = "govuk-link govuk-pagination__link",
      href = href,
      rel = way,
      way == "prev" and arrow(way),
      words,
      way == "next" and arrow(way),
    },
  }
end

return function(data, t)
  if not (data.next_href or data.previous_href) then
    return nil
  end
  return h.nav {
    class = "govuk-pagination",
    ["aria-labelledby"] = "bladdra",
    name("bladdra", t("pages.label")),
    data.previous_href and step("prev", data.previous_href, t("pages.previous")),
    data.next_href and step("next", data.next_href, t("pages.next")),
    data.first_href and h.a { class = "more", href = data.first_href, t("pages.first") },
  }
end
