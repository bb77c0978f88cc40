-- What luacheck finds in a script of a county, for `anslut check`. Debian's
-- package lua-check has it, which need not be there.
--
-- Returns a function: a script's text -> { { code, line, name, before, message } },
-- where `before` is the line that the warning looks back at.
local luacheck = require("luacheck")

local options = {
  std = "lua54",
  max_line_length = false,
  unused_args = false, -- a rule need not look at the member
  ignore = {
    "113", -- a name that nobody knows is told with its likely cause
    "143",
    "6..", -- spaces are nobody's business
  },
}

return function(source)
  local found = {}
  for _, w in ipairs(luacheck.check_strings({ source }, options)[1]) do
    if w.code:sub(1, 1) ~= "0" then -- what is no Lua is told, too
      found[#found + 1] = {
        code = w.code,
        line = w.line,
        name = w.name or w.field or w.label or "",
        before = w.prev_line or w.overwritten_line or 0,
        message = luacheck.get_message(w),
      }
    end
  end
  return found
end
