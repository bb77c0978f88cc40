-- A member's public page (docs/pages.md: member).
local h = require("html")
local layout = require("layout")
local heading = require("parts.heading")
local summary = require("parts.summary")

local writers = {}

local function list(value)
  return h.ul {
    class = "plain-list",
    h.each(value, function(one)
      return h.li { one }
    end),
  }
end

writers.choices = list
writers.areas = list

local function address(value)
  return h.a { href = value.href, rel = "external", value.text }
end

writers.web_address = address
writers.email = address

writers.long_text = summary.paragraphs

function writers.by_sex(value, t, other_label)
  local function part(n, what)
    return n and h.li { t.n("answer." .. what, n, { number = n }) }
  end
  return h.ul {
    class = "plain-list",
    part(value.women, "women"),
    part(value.men, "men"),
    other_label and value.other and value.other ~= 0 and h.li { other_label, ": ", t.number(value.other) }
      or part(value.other ~= 0 and value.other, "others"),
  }
end

function writers.group(value)
  return h.ol {
    class = "goals",
    h.each(value, function(row)
      return h.li {
        class = "goal",
        h.each(row, function(cell, i)
          if i == 1 then
            return h.p { cell.value }
          end
          return h.p { class = "quiet", cell.label, ": ", cell.value }
        end),
      }
    end),
  }
end

local function field(one, t)
  local write = writers[one.type]
  local value = one.value
  if write and (type(value) == "table" or one.type == "long_text") then
    value = write(value, t, one.other_label)
  end
  return h.div {
    class = h.classes("profile__field", one.type == "long_text" and "profile__field--text"),
    h.dt { one.label },
    h.dd { value },
  }
end

-- Areas stand in the head, unless the county's own field lists them.
local function areas(data, t)
  for _, one in ipairs(data.fields or {}) do
    if one.type == "areas" then
      return nil
    end
  end
  return h.any(data.areas)
    and {
      h.p { class = "visually-hidden", t("register.areas") .. ":" },
      h.ul {
        class = "tags",
        h.each(data.areas, function(area)
          return h.li { class = "tag", area.title }
        end),
      },
    }
end

local function about(data, t)
  if data.parent then
    return h.p {
      class = "lead",
      t.rich("member.part-of", { name = h.a { href = data.parent.href, data.parent.name } }),
    }
  end
  return h.p {
    class = "lead",
    data.kind ~= "municipality"
        and data.municipality_label
        and t.rich("register.kind-in", { kind = data.kind_label, place = data.municipality_label })
      or data.kind_label,
  }
end

-- Promised anew under later strategies.
local function renewed(data, t)
  return h.each(data.renewed, function(one)
    return h.p {
      class = "profile__joined",
      t.rich("member.renewed", { day = h.time { datetime = one.day.iso, one.day.text } }),
    }
  end)
end

local function joined(data, t)
  local day = data.joined and h.time { datetime = data.joined.iso, data.joined.text }
  return day
    and h.p {
      class = "profile__joined",
      data.number
          and t.rich("member.joined-as", { day = day, number = data.number_text or t.number(data.number) })
        or t.rich("member.joined", { day = day }),
    }
end

-- Who is in it when several have joined as one.
local function shape(data, t)
  return h.any(data.bodies)
    and h.p {
      class = "profile__part",
      t("member.joint", { names = t.list(data.bodies) }),
    }
end

local function parts(data, t)
  if not h.any(data.parts) and not data.join_part_href then
    return nil
  end
  return h.section {
    class = "profile__parts",
    h.any(data.parts) and {
      h.h2 { t("member.parts") },
      h.ul {
        class = "plain-list",
        h.each(data.parts, function(part)
          return h.li { h.a { href = part.href, part.name } }
        end),
      },
      data.more_parts and h.p { class = "quiet", t("member.more-parts") },
    },
    data.join_part_href and h.p {
      h.a { class = "more", href = data.join_part_href, t("member.join-part", { name = data.name }) },
    },
  }
end

return function(data, t)
  return layout(
    data,
    t,
    { class = "main--profile", section = t("register.title") },
    h.p { h.a { class = "back", href = data.page.base .. "/anslutna", t("member.all") } },
    heading(data.name),
    about(data, t),
    shape(data, t),
    joined(data, t),
    renewed(data, t),
    areas(data, t),
    h.any(data.fields) and h.dl {
      class = "profile",
      h.each(data.fields, function(one)
        return field(one, t)
      end),
    },
    parts(data, t)
  )
end
