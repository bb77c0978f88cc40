-- Members as rows: name, what and where they are, since when, their areas.
--
-- members(list, t, { level = 3, highlight = "area-id" })
local h = require("html")

local dot = h.span { class = "dot", ["aria-hidden"] = "true", "·" }

-- What is the same in every row is made once: a list has hundreds.
local function shared(t)
  return { since = { dot, t("register.since"), " " }, areas = h.p { class = "visually-hidden", t("register.areas") .. ":" } }
end

-- A part is said by what it is a part of: a department is no municipality; and
-- a municipality is where it is.
local function what(member, t)
  local whole = member.parent
  local place = member.kind ~= "municipality" and member.municipality_label
  if whole then
    return t.rich("member.part-of", { name = h.a { href = whole.href, whole.name } })
  end
  return place and t.rich("register.kind-in", { kind = member.kind_label, place = place }) or member.kind_label
end

local function about(member, t, same)
  return h.p {
    class = "member__about",
    what(member, t),
    member.joined and { same.since, h.time { datetime = member.joined.iso, member.joined.text } },
    member.number and { dot, t("register.number", { number = member.number_text or member.number }) },
  }
end

local function bodies(member, t)
  return h.any(member.bodies)
    and h.p { class = "member__about", t("register.joint", { names = t.list(member.bodies) }) }
end

local function areas(member, same)
  if not h.any(member.areas) then
    return nil
  end
  return {
    same.areas,
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
  local same = shared(t)
  return h.ul {
    class = "members",
    h.each(list, function(member)
      return h.li {
        class = "member",
        heading { class = "member__name", h.a { href = member.href, member.name } },
        about(member, t, same),
        bodies(member, t),
        areas(member, same),
      }
    end),
  }
end
