-- What a county has for everyone, members or not: pages, publications, the
-- newsletter. For those who cannot join, or not yet.
local h = require("html")
local links = require("parts.links")

local function pages(data)
  return h.any(data.pages)
    and h.ul {
      class = "plain-list",
      h.each(data.pages, function(one)
        return h.li { h.a { href = one.href, one.title }, one.lead and { h.br {}, one.lead } }
      end),
    }
end

local function publications(data, t)
  return h.any(data.publications)
    and {
      h.h3 { t("home.publications") },
      h.each(data.publications, function(one)
        return { h.p { h.strong { one.title }, one.text and { h.br {}, one.text } }, links(one.links, t) }
      end),
    }
end

local function newsletter(data, t)
  local letter = data.newsletter
  return letter
    and {
      h.h3 { letter.name or t("home.newsletter") },
      letter.text and h.p { letter.text },
      (letter.times_a_year or 0) > 0 and h.p { class = "quiet", t.n("newsletter.times", letter.times_a_year) },
      links(letter.links, t),
    }
end

return function(data, t)
  if not (h.any(data.pages) or h.any(data.publications) or data.newsletter) then
    return nil
  end
  return h.section {
    ["aria-labelledby"] = "bibliotek",
    h.h2 { id = "bibliotek", t("library.title") },
    pages(data),
    publications(data, t),
    newsletter(data, t),
  }
end
