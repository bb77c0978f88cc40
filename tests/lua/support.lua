-- For specs: the engine's Lua on the path, the fixtures of pages, and trees to
-- walk through.
package.path = "lua/?.lua;" .. package.path
package.loaded["engine"] = package.loaded["engine"] or dofile("tests/lua/engine.lua")
package.loaded["tag"] = package.loaded["tag"] or dofile("tests/lua/tag.lua")

local support = {}

function support.fixtures(kind)
  local found = {}
  for _, one in ipairs(dofile("tests/view/fixtures.lua")) do
    if one.kind == kind then
      found[#found + 1] = one
    end
  end
  return found
end

-- What a view or mail makes of its data.
function support.render(folder, fixture)
  local t = require("words")(fixture.data.page.lang)
  return require(folder .. "." .. fixture.name)(fixture.data, t)
end

local function last_index(node)
  local last = 0
  for key in pairs(node) do
    if math.type(key) == "integer" and key > last then
      last = key
    end
  end
  return last
end

-- Call visit(tag, node, parents) for every tag of a tree.
function support.walk(node, visit, parents)
  parents = parents or {}
  if type(node) ~= "table" then
    return
  end
  local meta = getmetatable(node)
  local tag = meta and meta[1]
  if tag then
    visit(tag, node, parents)
    parents[#parents + 1] = tag
  end
  for i = 1, last_index(node) do
    support.walk(node[i], visit, parents)
  end
  if tag then
    parents[#parents] = nil
  end
end

-- All text in a tree.
function support.text(node)
  if type(node) == "string" or type(node) == "number" then
    return tostring(node)
  end
  if type(node) ~= "table" then
    return ""
  end
  if not getmetatable(node) and node.text then
    return node.text
  end
  local parts = {}
  for i = 1, last_index(node) do
    parts[#parts + 1] = support.text(node[i])
  end
  return table.concat(parts)
end

-- The first node of a tag for which `is` holds.
function support.find(tree, wanted, is)
  local found
  support.walk(tree, function(tag, node)
    if not found and tag == wanted and (not is or is(node)) then
      found = node
    end
  end)
  return found
end

function support.read(path)
  local file = assert(io.open(path, "rb"))
  local bytes = file:read("a")
  file:close()
  return bytes
end

-- Paths below a folder that end in `ending`.
function support.files(folder, ending)
  local list = {}
  local pipe = assert(io.popen(("find %s -name '*%s' | sort"):format(folder, ending)))
  for path in pipe:lines() do
    list[#list + 1] = path
  end
  pipe:close()
  return list
end

return support
