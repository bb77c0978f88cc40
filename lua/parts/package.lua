-- What joining gives: the items of the welcome package, for those who have not
-- joined yet.
local h = require("html")
local filled = require("filled")
local mark = require("parts.mark")

return function(items, t, class)
  return h.ul {
    class = h.classes("gets", class),
    h.each(items, function(item)
      local text = filled(item.text)
      return h.li {
        class = "get",
        mark.item(item),
        h.h3 { filled(item.title) or t("item." .. item.kind) },
        text and h.p { text },
      }
    end),
  }
end
