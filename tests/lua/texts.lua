-- The portal's texts in one language, of all its files, as the engine reads them.
local loaded = {}

return function(lang)
  if loaded[lang] then
    return loaded[lang]
  end
  local texts = {}
  local pipe = assert(io.popen(("find lua/texts/%s.lua lua/texts/%s -name '*.lua' 2>/dev/null"):format(lang, lang)))
  for path in pipe:lines() do
    for key, text in pairs(dofile(path)) do
      assert(not texts[key], ("%s: '%s' stands twice"):format(path, key))
      texts[key] = text
    end
  end
  pipe:close()
  loaded[lang] = texts
  return texts
end
