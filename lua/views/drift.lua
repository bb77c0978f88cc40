-- How the counties are doing, for whoever runs the service (docs/pages.md: drift).
local h = require("html")
local layout = require("layout")

-- "join.lua:31", or the folder when the fault is of all of it.
local function place(fault, folder)
  local file = fault.file ~= "" and folder .. "/" .. fault.file or folder
  return fault.line and ("%s:%d"):format(file, fault.line) or file
end

local function fault_list(faults, more, folder, t)
  return {
    h.any(faults) and h.ol {
      class = "rows",
      h.each(faults, function(fault)
        return h.li {
          h.code { place(fault, folder) },
          h.span { class = "dot", ["aria-hidden"] = "true", "·" },
          h.code { fault.code },
          h.p { fault.text },
        }
      end),
    },
    more > 0 and h.p { class = "quiet", t.n("drift.more", more) },
  }
end

local function moment(at)
  return h.time { datetime = at.iso, at.text }
end

local function facts(county, t)
  return h.p {
    class = "quiet",
    county.version and { t("drift.version"), " ", h.code { county.version }, ". " },
    t("drift.since"),
    " ",
    moment(county.since),
    ". ",
    t("drift.read"),
    " ",
    moment(county.read),
    ".",
  }
end

-- A county's name leads to its page when there is one to see.
local function name(county)
  local shown = county.state ~= "unsound" and county.state ~= "closed"
  return shown and h.a { class = "more", href = county.href, county.name } or county.name
end

local function county_section(county, t)
  return h.section {
    h.h2 { name(county) },
    h.p { h.strong { t("drift.state." .. county.state) } },
    county.problem and h.p { h.code { county.problem } },
    facts(county, t),
    fault_list(county.faults, county.more, county.slug, t),
  }
end

local function summary(data, t)
  if data.count == 0 then
    return t("portal.none")
  end
  return data.faulty == 0 and t.n("drift.sound", data.count)
    or t.n("drift.faulty", data.faulty, { all = data.count })
end

return function(data, t)
  return layout(
    data,
    t,
    { class = "main--text", invite = false },
    h.h1 { t("drift.title") },
    h.p { class = "lead", summary(data, t) },
    h.p { class = "quiet", t("drift.watching." .. data.watching), " ", h.code { data.folder } },
    h.any(data.faults) and h.section {
      h.h2 { t("drift.strays") },
      fault_list(data.faults, data.more, data.folder, t),
    },
    h.each(data.counties, function(county)
      return county.state ~= "ok" and county_section(county, t)
    end),
    h.each(data.counties, function(county)
      return county.state == "ok" and county_section(county, t)
    end)
  )
end
