-- Words of a county with placeholders ("Diplom nr {number}"), filled with what is
-- known here. nil when one of them is not known: before anybody has joined there
-- is no number to show.
--
-- filled(said, { number = "7" }) -> said
local h = require("html")

return function(said, values)
  local text = h.plain(said)
  if not text or not text:find("{", 1, true) then
    return said
  end
  local known = true
  local whole = text:gsub("{(%l+)}", function(name)
    known = known and values ~= nil and values[name] ~= nil
    return known and values[name] or nil
  end)
  if not known then
    return nil
  end
  return type(said) == "table" and { text = whole, lang = said.lang } or whole
end
