-- What went wrong, and where to go instead (docs/pages.md: error).
local h = require("html")
local layout = require("layout")

return function(data, t)
  local base = data.page.base or ""
  return layout(
    data,
    t,
    { class = "main--text", invite = false },
    h.p { class = "error__status", ["aria-hidden"] = "true", ("%d"):format(data.status) },
    h.h1 { data.heading },
    h.p { class = "lead", data.text },
    data.id and h.p { class = "quiet", t("error.id", { id = data.id }) },
    h.ul {
      class = "links",
      data.county and {
        h.li { h.a { href = base .. "/", t("error.home", { brand = h.plain(data.county.brand) }) } },
        h.li { h.a { href = base .. "/anslutna", t("nav.register") } },
        h.li { h.a { href = base .. "/strategi", t("nav.strategy") } },
      } or h.li { h.a { href = "/", t("error.portal") } },
    }
  )
end
