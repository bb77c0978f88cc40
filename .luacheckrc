-- Lua as the engine runs it. Its own files have the standard globals; a
-- county's have the words of the vocabulary and what its sandbox lets in,
-- which is read from where the engine has it.
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
for _, file in ipairs {
  "conditions", "identity", "join", "questions", "strategy", "welcome",
} do
  local path = "engine/county/words_" .. file .. ".c"
  each(path, '%.name = "([a-z_]+)', words)
  each(path, '{[A-Z_]+%("([a-z_]+)"', words)
end
each("engine/script/lib_base.c", '{"([a-z]+)", base_', words)
each("engine/script/world.c", 'open_library%(L, "([a-z]+)"', words)

stds.county = { read_globals = words }
files["counties"] = { std = "county" }
files["lua/national.lua"] = { std = "county" }
files["tests"] = { std = "lua54+busted" }
files["tests/bench"] = { -- of wrk, and of a script in the sandbox
  globals = { "request", "done" }, read_globals = { "wrk", "rule" },
}
files["tests/counties"] = { std = "county" }
files["**/tests.lua"] = { -- which the engine only reads for anslut test
  std = "county", read_globals = { "persona" },
}
