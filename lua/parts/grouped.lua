-- Options of a list to pick from, those with the same `group` under its name: the
-- municipalities of each county, where several share a portal.
local h = require("html")

-- `lang`: the page's; options below a name in another language say theirs.
return function(options, write, lang)
  local nodes, at = {}, 1
  while at <= #options do
    local group = options[at].group
    if not group then
      nodes[#nodes + 1] = write(options[at])
      at = at + 1
    else
      local members = { label = h.plain(group), lang = h.lang(group) }
      while options[at] and options[at].group and h.plain(options[at].group) == h.plain(group) do
        local option = write(options[at])
        option.lang = members.lang and (h.lang(options[at].label) or lang) or option.lang
        members[#members + 1] = option
        at = at + 1
      end
      nodes[#nodes + 1] = h.optgroup(members)
    end
  end
  return nodes
end
