-- The public register: who has joined, with filters and search (docs/pages.md:
-- register).
local h = require("html")
local grouped = require("parts.grouped")
local layout = require("layout")
local members = require("parts.members")
local name = require("parts.name")
local pages = require("parts.pages")

-- Names of the filters in addresses (engine/route/filter.c reads them).
local names = { area = "omrade", county = "lan", municipality = "kommun", kind = "sort" }

local function any(id, filter, t)
  if id == "county" and #filter == 2 then
    return t("register.any.both-counties")
  end
  return t("register.any." .. id)
end

local function select(id, filter, t)
  if not h.any(filter) then
    return nil
  end
  return h.div {
    class = "filter__part",
    h.label { class = "govuk-label", ["for"] = "filter-" .. id, t("register.filter." .. id) },
    h.select {
      class = "govuk-select",
      id = "filter-" .. id,
      name = names[id],
      h.option { value = "", any(id, filter, t) },
      grouped(filter, function(one)
        return h.option {
          value = one.value,
          selected = one.chosen,
          lang = h.lang(one.label),
          one.within and "– ",
          h.plain(one.label),
          " (",
          t.number(one.count),
          ")",
        }
      end, t.lang),
    },
  }
end

local function filters(data, t)
  return h.form {
    class = "filter",
    method = "get",
    action = data.page.base .. "/anslutna",
    role = "search",
    ["aria-labelledby"] = "filter-namn",
    name("filter-namn", t("register.filter.label")),
    h.div {
      class = "filter__part",
      h.label { class = "govuk-label", ["for"] = "sok", t("register.filter.search") },
      h.input {
        class = h.classes("govuk-input", data.problem and "govuk-input--error"),
        id = "sok",
        name = "sok",
        type = "search",
        value = data.search,
        autocomplete = "off",
        ["aria-describedby"] = data.problem and "sok-fel" or nil,
        ["aria-invalid"] = data.problem and "true" or nil,
      },
      data.problem and h.p { id = "sok-fel", class = "govuk-error-message", data.problem },
    },
    select("area", data.filters.area, t),
    select("county", data.filters.county, t),
    select("municipality", data.filters.municipality, t),
    select("kind", data.filters.kind, t),
    h.button { type = "submit", class = "button", t("register.filter.show") },
  }
end

local function chosen(data, t)
  if not h.any(data.chosen) then
    return nil
  end
  return {
    h.p { class = "visually-hidden", t("register.chosen") .. ":" },
    h.ul {
      class = "chosen",
      h.each(data.chosen, function(one)
        return h.li {
          h.a {
            class = "chosen__link",
            href = one.without_href,
            h.span { class = "visually-hidden", t("register.remove"), " " },
            one.label,
            h.span { class = "chosen__cross", ["aria-hidden"] = "true", "×" },
          },
        }
      end),
      h.li { h.a { class = "chosen__all", href = data.page.base .. "/anslutna", t("register.clear") } },
    },
  }
end

local function found(data, t)
  if data.found < 0 then
    return t("register.too-many")
  end
  return t.n("register.found", data.found)
end

local function is_filtered(data)
  return h.any(data.chosen) or (data.search or "") ~= ""
end

local function results(data, t)
  return h.div {
    class = "register__list",
    h.div {
      class = "register__head",
      h.p { role = "status", is_filtered(data) and not data.problem and found(data, t) or t("register.in-order") },
      h.p {
        class = "quiet",
        t.rich("register.download", {
          csv = h.a { href = data.csv_href, "CSV" },
          json = h.a { href = data.json_href, "JSON" },
        }),
      },
    },
    chosen(data, t),
    h.any(data.members) and members(data.members, t, { level = 2 })
      or h.p { class = "empty", t("register.nobody") },
    pages(data, t),
  }
end

-- How the number of the heading came about, when it is not that of the list.
local function counting(data, t)
  local differs = data.listed and data.listed ~= data.total
  return (differs or data.counting)
    and h.p {
      class = "quiet",
      data.counting or t("register.counting"),
      differs and { " ", t.n("register.listed", data.listed) },
    }
end

-- Before the first one has joined.
local function empty(data, t)
  return h.div {
    class = "empty-page",
    h.p { class = "lead", t("register.empty") },
    data.county.joins and h.a { class = "button", href = data.page.base .. "/anslut", data.county.act },
  }
end

return function(data, t)
  local anyone = (data.listed or data.total) > 0
  local heading = data.total > 0 and t.n("register.joined", data.total) or t("register.title")
  return layout(
    data,
    t,
    { class = "main--register" },
    h.h1 { heading },
    anyone and counting(data, t),
    anyone and h.div { class = "register", filters(data, t), results(data, t) } or empty(data, t)
  )
end
