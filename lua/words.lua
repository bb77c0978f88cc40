-- The portal's own texts, in one language: words("sv") gives t.
--
--   t("nav.strategy")                     a text
--   t("register.count", { name = "x" })   with {name} filled in
--   t.n("home.joined", 54)                "home.joined.one" or ".other", {count} filled in
--   t.rich("alert.period", { to = node }) a list of texts and nodes
--   t.number(2000)                        "2 000"
--   t.list { "a", "b", "c" }              "a, b och c"
--   t.lang                                "sv"
--
-- A key that does not exist raises at the line that asks for it. "{{" is a brace.

local NO_BREAK_SPACE = "\u{a0}"
local separators = { sv = NO_BREAK_SPACE, en = "," } -- and so the languages there are

-- 2000 -> "2 000"; numbers of four digits too, as the portal writes them.
local function number(n, lang)
  local digits = ("%d"):format(n)
  local from = n < 0 and 2 or 1
  local at = #digits - 3
  while at >= from do
    digits = digits:sub(1, at) .. separators[lang] .. digits:sub(at + 1)
    at = at - 3
  end
  return digits
end

-- A text cut at its placeholders, once: odd places are text, even ones names.
local cut_texts = {}

local function cut(source)
  local parts, text, at = {}, "", 1
  while true do
    local open = source:find("{", at, true)
    if not open then
      parts[#parts + 1] = text .. source:sub(at)
      cut_texts[source] = parts
      return parts
    end
    text = text .. source:sub(at, open - 1)
    if source:sub(open + 1, open + 1) == "{" then
      text, at = text .. "{", open + 2
    else
      local close = source:find("}", open, true)
      parts[#parts + 1] = text
      parts[#parts + 1] = source:sub(open + 1, close - 1)
      text, at = "", close + 1
    end
  end
end

local function value_of(values, key, name, lang, level)
  local value = values and values[name]
  if value == nil then
    error(("text '%s' needs {%s}"):format(key, name), level + 1)
  end
  if math.type(value) == "integer" then
    return number(value, lang)
  end
  return value
end

-- The parts of a text, with values in the place of names. `level`: how far up
-- the line is that asks for it.
local function rich(source, key, values, lang, level)
  local parts = cut_texts[source] or cut(source)
  local out = {}
  for i = 1, #parts do
    out[i] = i % 2 == 1 and parts[i] or value_of(values, key, parts[i], lang, level + 1)
  end
  return out
end

local function fill(source, key, values, lang)
  local parts = cut_texts[source] or cut(source)
  if not parts[2] then
    return parts[1]
  end
  return table.concat(rich(source, key, values, lang, 3))
end

-- Plural category (CLDR) of the languages there are: one and other.
local function plural(n)
  return n == 1 and "one" or "other"
end

local function translator(lang, texts)
  local t = { lang = lang }

  local function get(key, level)
    return texts[key] or error(("there is no text '%s' in lua/texts/%s.lua"):format(key, lang), level + 1)
  end

  function t.number(n)
    return number(n, lang)
  end

  function t.n(key, n, values)
    local with = { count = n }
    for name, value in pairs(values or {}) do
      with[name] = value
    end
    local whole = key .. "." .. plural(n)
    return fill(get(whole, 2), whole, with, lang)
  end

  function t.rich(key, values)
    return rich(get(key, 2), key, values, lang, 2)
  end

  function t.list(items)
    if #items < 2 then
      return items[1] or ""
    end
    return table.concat(items, ", ", 1, #items - 1) .. get("list.and", 2) .. items[#items]
  end

  return setmetatable(t, {
    __call = function(_, key, values)
      return fill(get(key, 2), key, values, lang)
    end,
  })
end

local translators = {}

return function(lang)
  if not translators[lang] then
    local known = separators[lang] and lang or "sv"
    translators[lang] = translator(known, require("texts." .. known))
  end
  return translators[lang]
end
