-- Data of pages and mails, as handlers give it (docs/pages.md), of a made-up
-- county: full, empty, with long names, with everything wrong. Used by
-- view_preview (to look at pages) and by tests (every page must be written).

local here = debug.getinfo(1, "S").source:match("^@(.*/)") or ""
local common = dofile(here .. "fixtures/common.lua")

for _, part in ipairs { "home", "register", "lives", "join", "welcome", "ways", "mails" } do
  assert(loadfile(here .. "fixtures/" .. part .. ".lua"))(common)
end

return common.all
