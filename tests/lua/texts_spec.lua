package.path = "tests/lua/?.lua;" .. package.path
local support = require("support")
local read = dofile("tests/lua/texts.lua")
local sv = read("sv")
local en = read("en")

local function placeholders(text)
  local found = {}
  for name in text:gsub("{{", ""):gmatch("{([^}]*)}") do
    found[#found + 1] = name
  end
  table.sort(found)
  return table.concat(found, " ")
end

local function missing(from, to)
  local list = {}
  for key in pairs(from) do
    if not to[key] then
      list[#list + 1] = key
    end
  end
  table.sort(list)
  return list
end

-- Texts that the engine asks for by a key made of a stem and a value.
local engine_keys = {
  form = { "day", "month", "year", "women", "men", "other", "yes", "no" },
  error = { "400", "403", "404", "405", "409", "410", "422", "429", "500", "503" },
  refusal = { "400", "408", "413", "414", "421", "429", "431", "503" },
}

-- Literal keys in the engine: ans_say(t, "x.y", ...), ans_texts_get(..., "x.y").
local function keys_in_engine()
  local keys = {}
  for _, path in ipairs(support.files("engine", ".c")) do
    local source = support.read(path)
    for call, key in source:gmatch('(ans_say)%s*%(%s*[%w_>%-]+,%s*"([%w.-]+)"') do
      keys[key] = call and path
    end
    for key in source:gmatch('ans_texts_get%s*%([^;]-"([%w.-]+%.[%w.-]+)"') do
      keys[key] = path
    end
  end
  return keys
end

-- Codes listed in engine/answer/answer.h, as " *   code   explanation".
local function problem_codes()
  local header = support.read("engine/answer/answer.h")
  local list = header:match("/%* Every code(.-)%*/")
  local codes = {}
  for line in list:gmatch("[^\n]+") do
    local head = line:match("^ %*   ([%l][%l, -]-)%s%s") or line:match("^ %*   ([%l-]+)$") or line:match("^ %*   ([%l, -]+)$")
    for code in (head or ""):gmatch("[%l-]+") do
      codes[#codes + 1] = code
    end
  end
  return codes
end

describe("texts", function()
  it("stand in every language under the same keys", function()
    assert.same({}, missing(sv, en))
    assert.same({}, missing(en, sv))
  end)

  it("have the same placeholders in every language", function()
    local different = {}
    for key, text in pairs(sv) do
      if placeholders(text) ~= placeholders(en[key]) then
        different[#different + 1] = key
      end
    end
    assert.same({}, different)
  end)

  -- Other languages may lack texts, but say nothing that Swedish does not.
  it("of other languages stand in for Swedish ones, with their placeholders", function()
    local wrong, languages = {}, 0
    for _, path in ipairs(support.files("lua/texts", ".lua")) do
      local lang = path:match("^lua/texts/(%l+)%.lua$")
      for key, text in pairs(lang and lang ~= "sv" and lang ~= "en" and read(lang) or {}) do
        local stem = key:match("^(.*)%.%l+$")
        local like = sv[key] or stem and sv[stem .. ".one"] and sv[stem .. ".other"]
        if not like or placeholders(like) ~= placeholders(text) then
          wrong[#wrong + 1] = lang .. ": " .. key
        end
        assert.is_nil(text:find('"', 1, true), key .. ": straight quotes")
        assert.is_nil(text:find("  ", 1, true), key .. ": two spaces")
      end
      languages = languages + (lang and 1 or 0)
    end
    assert.same({}, wrong)
    assert.is_true(languages >= 18)
  end)

  it("of every language name it in itself", function()
    local names = {}
    for _, path in ipairs(support.files("lua/texts", ".lua")) do
      local lang = path:match("^lua/texts/(%l+)%.lua$")
      local name = lang and read(lang)["language.name"]
      assert.is_true(not lang or name ~= nil, path)
      if name then
        assert.is_nil(names[name], name)
        names[name] = lang
      end
    end
  end)

  it("of the country's goals are in Swedish, English and Finnish, each its own", function()
    local goals, seen = 0, {}
    local env = {
      national_goal = function(id)
        return function(goal)
          goals = goals + 1
          for _, part in ipairs { "title", "text" } do
            for _, lang in ipairs { "sv", "en", "fi" } do
              local words = goal[part][lang]
              assert.is_string(words, ("%s %s %s"):format(id, part, lang))
              assert.is_nil(seen[words], words)
              seen[words] = true
            end
          end
        end
      end,
    }
    assert(loadfile("lua/national.lua", "t", env))()
    assert.equal(7, goals)
  end)

  it("come in pairs where they count", function()
    for key in pairs(sv) do
      local stem = key:match("^(.*)%.one$")
      if stem then
        assert.is_string(sv[stem .. ".other"], key)
      end
    end
  end)

  it("exist for every key that Lua asks for", function()
    local unknown = {}
    for _, path in ipairs(support.files("lua", ".lua")) do
      local source = support.read(path)
      for how, key in source:gmatch('%f[%w]t(%.?%l*)%("([%w.-]+)"%s*[,)]') do
        local whole = how == ".n" and key .. ".one" or key
        if not sv[whole] then
          unknown[#unknown + 1] = path .. ": " .. key
        end
      end
    end
    -- words.lua shows them in its comment
    for i = #unknown, 1, -1 do
      if unknown[i]:find("^lua/words.lua") then
        table.remove(unknown, i)
      end
    end
    assert.same({}, unknown)
  end)

  it("exist for every key that the engine asks for", function()
    local unknown = {}
    local keys = keys_in_engine()
    assert.is_truthy(next(keys))
    for key, path in pairs(keys) do
      if not sv[key] then
        unknown[#unknown + 1] = path .. ": " .. key
      end
    end
    assert.same({}, unknown)
    for stem, ends in pairs(engine_keys) do
      for _, e in ipairs(ends) do
        local key = stem .. "." .. e
        assert.is_truthy(sv[key] or sv[key .. ".heading"] and sv[key .. ".text"], key)
      end
    end
  end)

  it("say what is wrong for every code that a judgement can give", function()
    local codes = problem_codes()
    assert.is_true(#codes > 20)
    for _, code in ipairs(codes) do
      assert.is_string(sv["problem." .. code], code)
    end
  end)

  it("name every kind of organisation, alone and as several", function()
    local source = support.read("engine/county/county.c")
    local kinds = source:match("ans_kinds%[%] = {(.-)}")
    local count = 0
    for kind in kinds:gmatch('"(%l+)"') do
      assert.is_string(sv["kind." .. kind], kind)
      assert.is_string(sv["kinds." .. kind], kind)
      count = count + 1
    end
    assert.is_true(count >= 9)
  end)

  it("are written with the signs of their language", function()
    for key, text in pairs(sv) do
      assert.is_nil(text:find('"', 1, true), key .. ": straight quotes")
      assert.is_nil(text:find("  ", 1, true), key .. ": two spaces")
      assert.is_nil(text:find("...", 1, true), key .. ": three dots")
      assert.is_nil(text:find(" - ", 1, true), key .. ": a hyphen as a dash")
      assert.is_nil(text:find("“", 1, true), key .. ": English quotes")
    end
    for key, text in pairs(en) do
      assert.is_nil(text:find("['\"]"), key .. ": straight quotes")
      local open = select(2, text:gsub("“", ""))
      assert.equal(open, select(2, text:gsub("”", "")), key .. ": quotes")
      assert.is_nil(text:find("  ", 1, true), key .. ": two spaces")
    end
  end)

  it("are all used", function()
    local sources = {}
    for _, path in ipairs(support.files("lua", ".lua")) do
      sources[#sources + 1] = not path:find("^lua/texts/") and support.read(path) or ""
    end
    for _, path in ipairs(support.files("engine", ".c")) do
      sources[#sources + 1] = support.read(path)
    end
    local all = table.concat(sources)
    local function said(text)
      return all:find(text, 1, true) ~= nil
    end
    local unused = {}
    for key in pairs(sv) do
      local stem = key:gsub("%.one$", ""):gsub("%.other$", "")
      local head = key:match("^(.*%.)[^.]+$")
      local first = key:match("^%l+%.")
      local made = said('"' .. head .. '" ..') or said('"' .. head .. "%") or said('"' .. first .. "%")
      if not (said('"' .. key .. '"') or said('"' .. stem .. '"') or made) then
        unused[#unused + 1] = key
      end
    end
    table.sort(unused)
    assert.same({}, unused)
  end)

  -- What a reader sees stands in lua/texts, where a county can replace it: a view
  -- holds no words of its own. A word is a capital and small letters, or two of
  -- small ones that are no list of classes, or anything with å, ä or ö.
  it("are the only words of views", function()
    local found = {}
    for _, path in ipairs(support.files("lua", ".lua")) do
      local own = path:find("^lua/texts/") or path:find("^lua/annotations/") or path:find("^lua/national")
      local line_number = 0
      for line in own and (function() end) or support.read(path):gmatch("([^\n]*)\n") do
        line_number = line_number + 1
        local code = line:gsub("%-%-.*$", "")
        local machine = code:find("error(", 1, true) or code:find("assert(", 1, true) or code:find("margin:", 1, true)
        for literal in machine and (function() end) or code:gmatch('"([^"]*)"') do
          local swedish = literal:find("\xc3[\x85\x84\x96\xa5\xa4\xb6]")
          local sentence = literal:find("^%s*%u%l+%f[^%a]") and not literal:find("^%u%l+%-") and not literal:find("^%u%d")
          if swedish or sentence then
            found[#found + 1] = ("%s:%d: %s"):format(path, line_number, literal)
          end
        end
      end
    end
    assert.same({}, found)
  end)

  it("name no county", function()
    for key, text in pairs(sv) do
      for _, name in ipairs { "Västmanland", "Värmland", "Jönköping", "Stockholm" } do
        assert.is_nil(text:find(name, 1, true), key)
      end
    end
  end)
end)
