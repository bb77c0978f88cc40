--- error_nil: error "an error without words (nil)"
error()
--- error_nil_said: error "an error without words (nil)"
error(nil)
--- error_empty: error "an error without words"
error("", 0)
--- error_empty_with_a_place: error "an error without words"
error("")
--- error_boolean: error "an error without words (boolean)"
error(false)
--- error_number: error "42"
error(42)
--- error_function: error "an error without words (function)"
error(error)
--- error_table_in_a_circle: error "an error without words (table)"
local t = {}
t.t = t
error(t)
--- error_huge: error "xxxxxxxxxx"
error(("x"):rep(1000000))
--- error_not_utf8: error "??"
error("\xff\xfe\xff", 0)
--- error_of_many_lines: error "a b c"
error("a\nb\tc")
--- error_level_huge: error "far"
error("far", math.maxinteger)
--- error_level_negative: error "before"
error("before", math.mininteger)
--- error_level_two: error "above"
local function f() error("above", 2) end
f()
--- error_that_looks_like_a_place: error "other.lua:99: lies"
error("other.lua:99: lies", 0)
--- error_with_a_place_that_overflows: error "99999999999999999999"
error("hostile.lua:99999999999999999999: lies", 0)
--- error_in_the_text_of_an_error: error "attempt to concatenate"
error("x" .. {})
--- error_thrown_again: error "once"
local ok, e = pcall(error, "once", 0)
error(e, 0)
--- error_in_a_comparison: error "inside"
table.sort({ 1, 2, 3 }, function() error("inside") end)
--- error_objects_come_back: harmless
local t = { 1 }
local ok, e = pcall(error, t)
assert(not ok and e == t)
--- error_at_the_end_of_the_c_stack: harmless
local function f() return pcall(f) end
local function g() local ok, e = pcall(g); error("x") end
f() pcall(g)
--- error_of_stack_overflow_caught: stopped
local function f() return 1 + f() end
while true do pcall(f) end
--- assert_without_words: error "assertion failed"
assert(false)
--- assert_with_a_table: error "an error without words (table)"
assert(nil, {})
--- assert_of_nothing: error "value expected"
assert()
--- call_of_nil: error "attempt to call a nil value"
local x
x()
--- index_of_nil: error "attempt to index a nil value (local 'x')"
local x
local y = x.y
--- key_nil: error "index is nil"
local t = {}
t[nil] = 1
--- key_nan: error "index is NaN"
local t = {}
t[0 / 0] = 1
--- compare_nil: error "attempt to compare nil with number"
local x = nil < 1
--- limit_errors_pass_through_every_pcall: stopped
local function deep(n)
  if n == 0 then while true do end end
  pcall(deep, n - 1)
  return "survived"
end
deep(50)
while true do end
