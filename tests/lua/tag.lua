-- What engine/view/tags.c gives to Lua (require("tag")), for specs.
return function(meta, known, check)
  local tag = meta[1]
  return function(node)
    if type(node) ~= "table" or getmetatable(node) then
      error(("h.%s takes a table: h.%s { ... }"):format(tag, tag), 2)
    end
    for key in next, node do
      if not (math.type(key) == "integer" and key > 0 or known[key]) then
        check(tag, key)
      end
    end
    return setmetatable(node, meta)
  end
end
