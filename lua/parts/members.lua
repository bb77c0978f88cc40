-- Members as rows: name, what and where they are, since when, their areas.
--
-- members(list, t, { level = 3, highlight = "area-id" })
local h = require("html")

local function about(member, t)
  local place = member.municipality_label
  return h.p {
    class = "member__about",
    place and t.rich("register.kind-in", { kind = member.kind_label, place = place })
      or member.kind_label,
    member.joined and {
      h.span { class = "dot", ["aria-hidden"] = "true", "·" },
      t("register.since"),
      " ",
      h.time { datetime = member.joined.iso, member.joined.text },
    },
    member.number and {
      h.span { class = "dot", ["aria-hidden"] = "true", "·" },
      t("register.number", { number = member.number }),
    },
  }
end

local function areas(member, t)
  if not h.any(member.areas) then
    return nil
  end
  return {
    h.p { class = "visually-hidden", t("register.areas") .. ":" },
    h.ul {
      class = "tags",
      h.each(member.areas, function(area)
        return h.li { class = "tag", area.title }
      end),
    },
  }
end

return function(list, t, options)
  local heading = h["h" .. (options and options.level or 3)]
  return h.ul {
    class = "members",
    h.each(list, function(member)
      return h.li {
        class = "member",
        heading { class = "member__name", h.a { href = member.href, member.name } },
        about(member, t),
        areas(member, t),
      }
    end),
  }
end
