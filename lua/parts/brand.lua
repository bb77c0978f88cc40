-- The county's symbol and brand, which lead home.
local h = require("html")

-- Two circles that meet, when a county has no symbol of its own.
local function circles()
  return h.svg {
    class = "brand__symbol",
    viewBox = "0 0 48 30",
    width = 48,
    height = 30,
    ["aria-hidden"] = "true",
    focusable = "false",
    h.circle { class = "ink-county", cx = 15, cy = 15, r = 13 },
    h.circle { class = "ink-accent", cx = 33, cy = 15, r = 13 },
    h.path { class = "ink-both", d = "M24 5.6a13 13 0 0 1 0 18.8a13 13 0 0 1 0-18.8z" },
  }
end

local function symbol(county)
  if not county or not county.symbol then
    return circles()
  end
  return h.span {
    class = "brand__plate",
    h.img { class = "brand__symbol", src = county.symbol, alt = "", width = 40, height = 40 },
  }
end

return function(data, t)
  local home = data.county and data.page.base .. "/" or "/"
  return h.a {
    class = "brand",
    href = home,
    ["aria-current"] = data.page.path == "/" and "page" or nil,
    symbol(data.county),
    h.span { class = "brand__name", data.county and data.county.brand or t("portal.brand") },
  }
end
