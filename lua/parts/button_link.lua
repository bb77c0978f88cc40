-- A link that looks like a button: it leads to something to be done.
local h = require("html")

return function(href, text, class)
  return h.a { class = h.classes("button", class), href = href, text }
end
