-- Options of a list to pick from, those with the same `group` under its name: the
-- municipalities of each county, where several share a portal.
local h = require("html")

return function(options, write)
  local nodes, at = {}, 1
  while at <= #options do
    local group = options[at].group
    if not group then
      nodes[#nodes + 1] = write(options[at])
      at = at + 1
    else
      local members = { label = h.plain(group) }
      while options[at] and options[at].group and h.plain(options[at].group) == h.plain(group) do
        members[#members + 1] = write(options[at])
        at = at + 1
      end
      nodes[#nodes + 1] = h.optgroup(members)
    end
  end
  return nodes
end
