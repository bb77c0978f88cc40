-- The name of a region that shows none, for those who hear the page. An element of
-- its own, and no aria-label, so that it can say which language it is in:
--
--   h.nav { ["aria-labelledby"] = "meny", name("meny", t("nav.label")), ... }
local h = require("html")

return function(id, text)
  return h.span { id = id, hidden = true, text }
end
