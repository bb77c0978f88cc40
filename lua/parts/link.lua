-- A link that a county's script made (docs/pages.md: link). One that leaves the
-- portal says so, to the eye and to the ear.
local h = require("html")

return function(link, t, class)
  return h.a {
    class = h.classes(class, link.external and "external"),
    href = link.href,
    rel = link.external and "external" or nil,
    link.text,
    link.external and h.span { class = "visually-hidden", " " .. t("link.external") },
  }
end
