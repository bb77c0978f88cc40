-- A band across the page with a heading.
--
-- section { id =, title =, aside = node, class =, nodes... }
--
-- Of the class "band--split", the heading stands beside the rest where there is
-- room.
local h = require("html")

local MOST = 12

return function(part)
  local nodes = {}
  for i = 1, MOST do
    nodes[i] = part[i] or false
  end
  local id = "rubrik-" .. part.id
  return h.section {
    class = h.classes("band", part.class),
    ["aria-labelledby"] = id,
    h.div {
      class = "wrap",
      h.div {
        class = "band__head",
        h.h2 { id = id, part.title },
        part.aside,
      },
      h.div { class = "band__body", nodes },
    },
  }
end
