--- io: error "attempt to index a nil value (global 'io')"
io.open("/etc/passwd")
--- os: error "attempt to index a nil value (global 'os')"
os.execute("true")
--- os_exit: error "global 'os'"
os.exit(1)
--- require: error "attempt to call a nil value (global 'require')"
require("os")
--- package: error "global 'package'"
local x = package.loaded
--- debug: error "global 'debug'"
debug.getregistry()
--- load: error "attempt to call a nil value (global 'load')"
load("return 1")()
--- loadstring: error "global 'loadstring'"
loadstring("return 1")
--- loadfile: error "global 'loadfile'"
loadfile("/etc/passwd")
--- dofile: error "global 'dofile'"
dofile("/etc/passwd")
--- xpcall: error "global 'xpcall'"
xpcall(function() error("x") end, function() while true do end end)
--- collectgarbage: error "global 'collectgarbage'"
collectgarbage("stop")
--- coroutine: error "global 'coroutine'"
coroutine.wrap(function() while true do end end)()
--- setmetatable: error "global 'setmetatable'"
setmetatable({}, { __gc = function() while true do end end })
--- getmetatable: error "global 'getmetatable'"
getmetatable("").__index.rep = nil
--- rawset: error "global 'rawset'"
rawset(string, "rep", nil)
--- rawget: error "global 'rawget'"
rawget(string, "rep")
--- rawequal: error "global 'rawequal'"
rawequal(1, 1)
--- rawlen: error "global 'rawlen'"
rawlen({})
--- print: error "global 'print'"
print("x")
--- warn: error "global 'warn'"
warn("@on")
--- utf8: error "global 'utf8'"
utf8.char(1)
--- globals_table: error "global '_G'"
_G.string = nil
--- environment: form
local e = _ENV
--- environment_as_a_local: form
local _ENV <const> = { x = 1 }
x = 2
--- environment_as_an_argument: form
local function f(_ENV) return x end
--- patterns_find: error "attempt to call a nil value (method 'find')"
local s = ("a"):rep(22)
s:find(("a-"):rep(22) .. "b")
--- patterns_match: error "field 'match'"
string.match("x", "x")
--- patterns_gmatch: error "field 'gmatch'"
string.gmatch("x", "x")
--- patterns_gsub: error "field 'gsub'"
string.gsub("x", "x", "y")
--- bytecode_out: error "field 'dump'"
string.dump(function() end)
--- pack: error "field 'pack'"
string.pack("i16", 1)
--- unpack_of_bytes: error "field 'unpack'"
string.unpack("i16", "x")
--- move: error "field 'move'"
table.move({}, 1, math.maxinteger, 2)
--- random: error "field 'random'"
math.random()
--- seed: error "field 'randomseed'"
math.randomseed(1)
--- address_by_tostring: harmless
assert(tostring({}) == "table" and tostring(print) == "nil")
assert(tostring(tostring) == "function")
assert(tostring(function() end) == "function")
--- address_by_format_p: error "are known"
string.format("%p", {})
--- address_by_format_s: harmless
assert(string.format("%s %s", {}, pairs) == "table function")
--- address_by_format_q: error "are known"
string.format("%q", {})
--- address_by_format_a: error "are known"
string.format("%a", 1)
--- address_by_error: error "an error without words (table)"
error({})
--- address_by_concat: error "attempt to concatenate a table value"
local s = "" .. {}
--- address_by_table_concat: error "is table, not a text"
table.concat({ {} })
--- close_needs_a_metatable: error "got a non-closable value"
local x <close> = {}
--- close_of_nothing: harmless
local x <close> = nil
--- metamethods_in_a_plain_table: error "attempt to call a table value"
local t = { __call = function() end, __index = function() while true do end end }
t()
--- arithmetic_on_texts_finds_no_metamethod: error "attempt to perform arithmetic on a string"
local x = "10" + 1
--- the_string_metatable_has_no_name: harmless
assert(("").__index == nil and ("").__name == nil)
--- text_methods_lead_nowhere_else: error "attempt to call a nil value (method 'contains')"
local x = ("abc"):contains("b")
--- integer_division_by_zero: error "attempt to divide by zero"
local x = 1 // 0
--- modulo_by_zero: error "attempt to perform 'n%0'"
local x = 1 % 0
--- smallest_integer_divided: harmless
assert(math.mininteger // -1 == math.mininteger)
assert(math.mininteger % -1 == 0)
assert(math.fmod(math.mininteger, -1) == 0)
assert(math.abs(math.mininteger) == math.mininteger)
--- shifts_out_of_range: harmless
assert(1 << 64 == 0 and 1 << -1 == 0 and 1 >> math.maxinteger == 0)
