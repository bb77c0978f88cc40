-- The portal's own texts, in the page's language: words("sv") gives t, anew for
-- every page.
--
--   t("nav.strategy")                     a text
--   t("register.count", { name = "x" })   with {name} filled in
--   t.n("home.joined", 54)                in the form for 54, {count} filled in
--   t.rich("alert.period", { to = node }) a list of texts and nodes
--   t.number(2000)                        "2 000"
--   t.list { "a", "b", "c" }              "a, b och c"
--   t.lang                                "sv"
--
-- The engine finds the text, once for a page: the county's own wording before the
-- portal's, and another language where this one has none. A text in another
-- language is marked as that (engine/view/marks.h), so that the page can say so;
-- it may be joined and cut at white space like any text.
--
-- A key that does not exist raises at the line that asks for it. "{{" is a brace.
local engine = require("engine")

-- Words in another language than the page's.
local function mark(text, lang, page_lang)
  if lang == page_lang or text == "" then
    return text
  end
  return "\14" .. lang .. "\2" .. text .. "\15"
end

-- A text cut at its placeholders, once: odd places are text, even ones names.
-- Counties' texts come and go, so that what is kept is bounded.
local MOST_CUT = 4000
local cut_texts, cut_count = {}, 0

local function keep_cut(source, parts)
  if cut_count == MOST_CUT then
    cut_texts, cut_count = {}, 0
  end
  cut_texts[source] = parts
  cut_count = cut_count + 1
  return parts
end

local function cut(source)
  local parts, text, at = {}, "", 1
  while true do
    local open = source:find("{", at, true)
    if not open then
      parts[#parts + 1] = text .. source:sub(at)
      return keep_cut(source, parts)
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
    return engine.number(value, lang)
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

-- get(key, level): a text and the language that it is in, asked of the engine once
-- for a page; forget(): another page, which may be of a county with other words.
local function finder(page_lang)
  local sources, langs = {}, {}

  local function get(key, level)
    local source, lang = sources[key], langs[key]
    if not source then
      source, lang = engine.text(page_lang, key)
      if not source then
        error(("there is no text '%s' in lua/texts"):format(key), level + 1)
      end
      sources[key], langs[key] = source, lang
    end
    return source, lang
  end

  return get, function()
    sources, langs = {}, {}
  end
end

local function translator(page_lang)
  local t = { lang = page_lang }
  local get
  get, t.forget = finder(page_lang)

  function t.number(n)
    return engine.number(n, page_lang)
  end

  function t.n(key, n, values)
    local with = { count = n }
    for name, value in pairs(values or {}) do
      with[name] = value
    end
    local source, lang = engine.counted(page_lang, key, n)
    if not source then
      error(("there is no text '%s.other' in lua/texts"):format(key), 2)
    end
    return mark(fill(source, key, with, lang), lang, page_lang)
  end

  function t.rich(key, values)
    local source, lang = get(key, 2)
    local parts = rich(source, key, values, lang, 2)
    for i = 1, #parts, 2 do
      parts[i] = mark(parts[i], lang, page_lang)
    end
    return parts
  end

  function t.list(items)
    if #items < 2 then
      return items[1] or ""
    end
    local last, lang = get("list.and", 2)
    return table.concat(items, ", ", 1, #items - 1) .. mark(last, lang, page_lang) .. items[#items]
  end

  return setmetatable(t, {
    __call = function(_, key, values)
      local source, lang = get(key, 2)
      return mark(fill(source, key, values, lang), lang, page_lang)
    end,
  })
end

local translators = {}

return function(lang)
  local t = translators[lang] or translator(lang)
  translators[lang] = t
  t.forget()
  return t
end
