-- A list of links, or nothing.
local h = require("html")
local link = require("parts.link")

return function(links, t)
  if not h.any(links) then
    return nil
  end
  return h.ul {
    class = "links",
    h.each(links, function(one)
      return h.li { link(one, t) }
    end),
  }
end
