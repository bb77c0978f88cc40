-- Lua as the engine runs it. Its own files have the standard globals; a
-- county's have the words of the vocabulary and what its sandbox lets in,
-- as the annotations for editors tell.
std = "lua54"
max_line_length = false -- StyLua breaks code; texts are as long as they are
self = false
exclude_files = { "**/node_modules", "build", "web",
  "tests/script/hostile" } -- wrong on purpose

local function each(path, pattern, fields)
  local file = io.open(path)
  if not file then
    return
  end
  for name in file:read("*a"):gmatch(pattern) do
    fields[name] = { other_fields = true }
  end
  file:close()
end

local words = {}
local listed = io.popen("ls lua/annotations/*.lua")
for path in listed:lines() do
  each(path, "\nfunction ([a-z_]+)", words)
  each(path, "\n([a-z]+) = {}", words)
end
listed:close()

stds.county = { read_globals = words }
files["counties"] = { std = "county" }
files["lua/annotations"] = { -- for editors; nobody runs them
  std = "lua54", ignore = { "1", "212" },
}
files["lua/national.lua"] = { std = "county" }
files["tests"] = { std = "lua54+busted" }
files["tests/bench"] = { -- of wrk, and of a script in the sandbox
  globals = { "request", "done" }, read_globals = { "wrk", "rule" },
}
files["tests/counties"] = { std = "county" }
files["**/tests.lua"] = { -- which the engine only reads for anslut test
  std = "county", read_globals = { "persona" },
}
