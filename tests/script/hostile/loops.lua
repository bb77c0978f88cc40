--- while_true: stopped
while true do end
--- repeat_until_false: stopped
repeat until false
--- goto_itself: stopped
::again:: goto again
--- goto_between_two_labels: stopped
::a:: goto b
::b:: goto a
--- for_to_the_largest_integer: stopped
for i = 1, math.maxinteger do end
--- for_to_infinity: stopped
for i = 1, math.huge do end
--- for_with_a_tiny_step: stopped
for i = 0.0, 1.0, 1e-300 do end
--- for_downwards: stopped
for i = math.maxinteger, math.mininteger, -1 do end
--- for_with_a_step_of_zero: error "'for' step is zero"
for i = 1, 2, 0 do end
--- for_with_a_huge_step: harmless
for i = 1, math.maxinteger, math.maxinteger - 1 do end
--- recursion_without_end: stopped
local function f() return 1 + f() end
f()
--- tail_call_without_end: stopped
local function f() return f() end
f()
--- mutual_recursion: stopped
local f, g
function f(n) return g(n + 1) end
function g(n) return f(n + 1) end
f(0)
--- loop_inside_pcall: stopped
pcall(function() while true do end end)
--- pcall_in_a_loop: stopped
while true do pcall(function() while true do end end) end
--- pcall_that_retries_for_ever: stopped
local function retry() while true do pcall(retry) end end
retry()
--- pcall_of_pcall: harmless
pcall(pcall, pcall, pcall, error)
--- recursion_through_pcall: stopped
local function f() pcall(f) pcall(f) end
while true do f() end
--- nested_pcall_until_the_c_stack_ends: harmless
local depth = 0
local function f() depth = depth + 1; return pcall(f) end
assert(f())
assert(depth > 50)
--- error_in_a_loop: stopped
while true do pcall(error, "again") end
--- iterator_that_never_ends: stopped
for _ in function() return 1 end do end
--- next_on_a_growing_table: error "invalid key to 'next'"
local t = { a = 1 }
for k in pairs(t) do t[k] = nil; for i = 1, 50 do t[k .. i] = i end; t[k] = nil end
--- ipairs_that_feeds_itself: stopped
local t = { 1 }
for i in ipairs(t) do t[i + 1] = i end
--- closures_in_a_loop: stopped
local f = function() end
while true do local g = f; f = function() return g end end
--- table_made_and_dropped: stopped
while true do local t = { {}, {}, {} } end
--- long_comparison_chain: stopped
local a, b = ("x"):rep(1000000) .. "a", ("x"):rep(1000000) .. "b"
while true do local c = a < b or a < b or a < b or a < b end
--- long_equality_chain: stopped
local a, b = ("x"):rep(1000000) .. "a", ("x"):rep(1000000) .. "b"
while true do local c = a == b or a == b or a == b or a == b end
--- comparison_with_embedded_zeros: stopped
local a, b = ("x\0"):rep(500000) .. "a", ("x\0"):rep(500000) .. "b"
while true do local c = a < b or a < b or a < b end
--- concatenation_dropped_at_once: stopped
local a = ("x"):rep(500000)
while true do local b = a .. a end
--- long_text_as_a_number: stopped
local s = "0x" .. ("f"):rep(1000000)
while true do local n = tonumber(s) end
--- long_text_as_a_bound_of_for: stopped
local s = ("1"):rep(1000000)
while true do for i = 1, s do break end end
--- long_text_as_a_key: stopped
local s = ("x"):rep(900000)
local t = {}
while true do t[s .. "y"] = 1 end
--- length_of_a_table_in_a_loop: stopped
local t = {}
for i = 1, 40000 do t[i] = i end
while true do local n = #t + #t + #t + #t end
--- emptied_table_asked_for_its_next: stopped
local t = {}
for i = 1, 30000 do t["k" .. i] = i end
for i = 1, 29999 do t["k" .. i] = nil end
while true do local k = next(t) end
--- vararg_recursion: stopped
local function f(...) return f(1, ...) end
f()
--- vararg_select: stopped
local function f(n, ...) while true do local x = select(n, ...) end end
f(1, table.unpack({}, 1, 150))
