-- What engine/view gives to Lua (require("engine")), for specs: the portal's
-- texts as they stand, another language where one is not translated.
local languages = { "sv", "en", "fi", "fit", "se", "smj", "sma" }
local chains = { fit = { "fit", "fi", "sv" }, smj = { "smj", "se", "sv" }, sma = { "sma", "se", "sv" } }

local read = dofile("tests/lua/texts.lua")
local texts = {}
for _, lang in ipairs(languages) do
  texts[lang] = read(lang)
end

local function find(lang, key_in)
  for _, one in ipairs(chains[lang] or { lang, "sv" }) do
    local text = texts[one] and texts[one][key_in(one)]
    if text then
      return text, one
    end
  end
end

local function plural(lang, n)
  if lang == "se" and n == 2 then
    return "two"
  end
  return n == 1 and "one" or "other"
end

return {
  asset = function(name)
    return "/web/" .. name
  end,
  text = function(lang, key)
    return find(lang, function()
      return key
    end)
  end,
  counted = function(lang, key, n)
    return find(lang, function(one)
      return key .. "." .. plural(one, n)
    end)
  end,
  number = function(n, lang)
    local separator = lang == "en" and "," or "\u{a0}"
    local digits = ("%d"):format(n)
    local first = n < 0 and 2 or 1
    for at = #digits - 3, first, -3 do
      digits = digits:sub(1, at) .. separator .. digits:sub(at + 1)
    end
    return digits
  end,
}
