--- rep_of_nothing: harmless
assert(("").rep("", math.maxinteger) == "")
--- rep_of_nothing_with_nothing_between: harmless
assert(string.rep("", math.maxinteger, "") == "")
--- rep_of_nothing_with_a_separator: error "longer than 1 MB"
string.rep("", math.maxinteger, ",")
--- rep_of_one_byte_for_ever: error "longer than 1 MB"
string.rep("x", math.maxinteger)
--- rep_of_an_overflowing_size: error "longer than 1 MB"
string.rep(("x"):rep(1024), math.maxinteger // 1024 + 1)
--- rep_of_an_overflowing_separator: error "longer than 1 MB"
string.rep("x", math.maxinteger, ("y"):rep(65536))
--- rep_a_negative_number_of_times: harmless
assert(("x"):rep(-1) == "" and ("x"):rep(math.mininteger) == "")
--- rep_in_a_loop: stopped
while true do local s = ("x"):rep(1000000) end
--- concat_of_a_huge_range: error "concat: item 1 is nil"
table.concat({}, ",", 1, math.maxinteger)
--- concat_of_a_range_below_zero: error "concat: item"
table.concat({}, ",", math.mininteger, math.maxinteger)
--- concat_at_the_largest_index: error "is nil"
table.concat({}, ",", math.maxinteger, math.maxinteger)
--- concat_of_the_item_at_the_largest_index: harmless
assert(table.concat({ [math.maxinteger] = "x" }, ",", math.maxinteger) == "" )
assert(table.concat({ [math.maxinteger] = "x" }, ",", math.maxinteger, math.maxinteger) == "x")
--- concat_with_a_huge_separator: error "longer than 1 MB"
local sep = ("x"):rep(1000000)
table.concat({ "a", "b", "c" }, sep)
--- concat_of_nothing_with_a_huge_separator: error "longer than 1 MB"
local sep = ("x"):rep(600000)
table.concat({ "", "", "", "" }, sep)
--- concat_in_a_loop: stopped
local t = {}
for i = 1, 10000 do t[i] = "xxxxxxxxxx" end
while true do local s = table.concat(t) end
--- concat_of_empty_texts_in_a_loop: stopped
local t = {}
for i = 1, 30000 do t[i] = "" end
while true do local s = table.concat(t) end
--- insert_at_the_front_for_ever: stopped
local t = {}
while true do table.insert(t, 1, 1) end
--- remove_from_the_front_for_ever: stopped
local t = {}
for i = 1, 40000 do t[i] = i end
while true do table.remove(t, 1); t[40000] = 1 end
--- insert_far_outside: error "position out of bounds"
table.insert({}, math.maxinteger, 1)
--- remove_far_outside: error "position out of bounds"
table.remove({}, math.maxinteger)
--- remove_from_an_endless_border: harmless
assert(table.remove({ n = 1 }) == nil)
--- unpack_a_huge_range: error "unpack gives at most"
table.unpack({}, 1, math.maxinteger)
--- unpack_a_range_that_overflows: error "unpack gives at most"
table.unpack({}, math.mininteger, math.maxinteger)
--- unpack_the_largest_index: harmless
assert(select("#", table.unpack({}, math.maxinteger, math.maxinteger)) == 1)
--- sort_with_a_comparison_that_never_ends: stopped
table.sort({ 3, 2, 1 }, function() while true do end end)
--- sort_with_a_comparison_that_always_agrees: harmless
local t = {}
for i = 1, 1000 do t[i] = i % 7 end
table.sort(t, function() return true end)
assert(#t == 1000)
--- sort_with_a_comparison_that_empties_the_table: harmless
local t = { 5, 4, 3, 2, 1 }
table.sort(t, function(a, b) for i = 1, 5 do t[i] = nil end return a < b end)
assert(t[1] == 1 and t[5] == 5)
--- sort_of_things_that_have_no_order: error "attempt to compare"
table.sort({ {}, {} })
--- sort_of_texts_and_numbers: error "attempt to compare"
table.sort({ 1, "x" })
--- sort_of_much: stopped
local t = {}
for i = 1, 40000 do t[i] = (i * 7919) % 40009 end
while true do table.sort(t, function(a, b) return a > b end) end
--- sort_of_long_texts: stopped
local t = {}
local long = ("x"):rep(200000)
for i = 1, 12 do t[i] = long .. i end
while true do table.sort(t); t[1], t[2] = t[2], t[1] end
--- format_with_a_huge_width: error "widths of two digits"
string.format("%99999d", 1)
--- format_with_a_huge_precision: error "widths of two digits"
string.format("%.99999f", 1)
--- format_of_the_largest_float: harmless
assert(#string.format("%.99f", 1.7976931348623157e308) == 409)
--- format_of_much: error "longer than 1 MB"
local s = ("x"):rep(600000)
string.format("%s%s", s, s)
--- format_in_a_loop: stopped
while true do local s = string.format("%99s%99s%99s", 1, 2, 3) end
--- format_without_arguments: error "no value"
string.format("%d%d%d", 1, 2)
--- contains_at_its_worst: stopped
local a = ("a"):rep(900000)
local b = ("a"):rep(400000) .. "b"
while true do local x = text.contains(a, b) end
--- split_into_many: stopped
local s = (","):rep(30000)
while true do local t = text.split(s, ",") end
--- split_by_nothing: error "splits nothing"
text.split("abc", "")
--- split_into_more_than_fits: stopped
local s = (","):rep(1000000)
local t = text.split(s, ",")
--- upper_of_much: error "longer than 64 KB"
text.upper(("x"):rep(100000))
--- upper_in_a_loop: stopped
local s = ("ä"):rep(30000)
while true do local t = text.upper(s) end
--- lower_of_letters_that_grow: stopped
local s = ("İ"):rep(30000)
while true do local t = s:lower() end
--- trim_of_much: stopped
local s = (" "):rep(1000000)
while true do local t = text.trim(s) end
--- tonumber_of_much: stopped
local s = ("z"):rep(1000000)
while true do local n = tonumber(s, 36) end
--- byte_of_much: error "more than 64 bytes"
local s = ("x"):rep(1000000)
s:byte(1, -1)
--- max_of_much: stopped
local t = {}
for i = 1, 200 do t[i] = i end
while true do local m = math.max(table.unpack(t)) end
