-- The page behind a mailed link: what it says depends on what has become of it.
--
-- mailed(data, t, {
--   title = function(state) return t("sign.title." .. state) end,
--   states = { open = function(data, t) return nodes end, ... },  -- `unknown` among them
--   quiet = "open",        -- the state in which nobody needs to be asked
-- })
local h = require("html")
local form = require("parts.form")
local layout = require("layout")

return function(data, t, of)
  local state = of.states[data.state] and data.state or "unknown"
  return layout(
    data,
    t,
    { class = "main--text", invite = false },
    form.problems(data.problems, {}, t),
    form.notice(data.notice),
    h.h1 { of.title(state) },
    of.states[state](data, t),
    state ~= of.quiet and (data.contact or "") ~= "" and h.p { class = "main__contact", t("confirm.contact", { contact = data.contact }) }
  )
end
