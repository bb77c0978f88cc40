-- A time from one day to another, as short as it can be said: "2024–2027",
-- "2018–2027", "från 1 mars 2025", "till och med 31 maj 2026".
local h = require("html")

local function year(day)
  return day.iso:sub(1, 4)
end

-- From the first day of a year to the last of one: years say enough.
local function is_whole_years(from, to)
  local begins = #from.iso == 4 or from.iso:sub(5) == "-01-01"
  local ends = #to.iso == 4 or to.iso:sub(5) == "-12-31"
  return begins and ends
end

local period = {}

-- As text.
function period.text(p, t)
  if p.from and p.to then
    if is_whole_years(p.from, p.to) then
      return year(p.from) == year(p.to) and year(p.from) or year(p.from) .. "–" .. year(p.to)
    end
    return t("period.span", { from = p.from.text, to = p.to.text })
  end
  if p.from then
    return t("period.from", { from = p.from.text })
  end
  return t("period.to", { to = p.to.text })
end

-- The years that it touches: "2024–2029", "från och med 2031".
function period.years(p, t)
  if p.from and p.to then
    return year(p.from) == year(p.to) and year(p.from) or year(p.from) .. "–" .. year(p.to)
  end
  return p.from and t("period.from", { from = year(p.from) }) or t("period.to", { to = year(p.to) })
end

-- The time an alert holds, as nodes with machine-readable times.
function period.alert(alert, t)
  local function moment(m)
    return h.time { datetime = m.iso, m.text }
  end
  if alert.until_further_notice then
    return alert.from and t.rich("alert.from-on", { from = moment(alert.from) }) or t("alert.on")
  end
  if alert.from and alert.to then
    return t.rich("alert.span", { from = moment(alert.from), to = moment(alert.to) })
  end
  if alert.to then
    return t.rich("alert.to", { to = moment(alert.to) })
  end
  return alert.from and t.rich("alert.from", { from = moment(alert.from) })
end

return period
