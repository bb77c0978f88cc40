--- take_away_a_function: error "cannot be changed"
string.len = nil
--- replace_a_function: error "cannot be changed"
string.rep = function() return "mine" end
--- replace_table_insert: error "cannot be changed"
table.insert = function() end
--- file_replace_math: error "math belongs to the portal"
math = {}
--- file_take_away_a_library: error "string belongs to the portal"
string = nil
--- file_take_away_pcall: error "pcall belongs to the portal"
pcall = nil
--- file_define_a_function_over_one_of_ours: error "tostring belongs to the portal"
function tostring() return "mine" end
--- define_a_method_over_one_of_ours: error "cannot be changed"
function text.trim(s) return s end
--- add_to_a_library: error "cannot be changed"
string.mine = 1
--- add_to_a_library_by_number: error "cannot be changed"
string[1] = 1
--- insert_into_a_library: error "this table cannot be changed"
table.insert(string, 1)
--- remove_from_a_library: error "this table cannot be changed"
table.remove(math)
--- sort_a_library: error "this table cannot be changed"
table.sort(table)
--- walk_a_library: harmless
for k in pairs(string) do error("found " .. k) end
for i in ipairs(string) do error("found " .. i) end
assert(next(text) == nil and #math == 0)
--- change_pi: error "cannot be changed"
math.pi = 3
--- index_a_string: error "attempt to index a string value"
local s = "x"
s.y = 1
--- caught_and_gone_on: harmless
assert(not pcall(function() string.len = nil end))
assert(("abc"):len() == 3 and string.len("abc") == 3)
--- a_local_may_be_named_as_it_likes: harmless
local string = { len = 1 }
string.len = 2
assert(string.len == 2 and ("abc"):len() == 3)
--- file_a_global_of_ones_own: harmless
mine = { 1, 2 }
mine[3] = 3
assert(#mine == 3)
function helper() return mine[3] end
assert(helper() == 3)
