--- text_doubled: memory
local s = "x"
while true do s = s .. s end
--- text_grown: stopped
local s = ""
while true do s = s .. "xxxxxxxxxxxxxxxx" end
--- texts_kept: memory
local t = {}
for i = 1, 1000 do t[i] = ("x"):rep(100000) .. i end
--- table_grown: memory
local t = {}
for i = 1, 10000000 do t[i] = i end
--- table_with_many_keys: memory
local t = {}
for i = 1, 10000000 do t["k" .. i] = i end
--- tables_in_tables: memory
local t = {}
while true do t = { t } end
--- tables_kept: memory
local t = {}
while true do t[#t + 1] = {} end
--- functions_kept: memory
local t = {}
while true do t[#t + 1] = function() return t end end
--- memory_inside_pcall: memory
pcall(function()
  local t = {}
  while true do t[#t + 1] = ("x"):rep(1000) .. #t end
end)
--- memory_tried_again_and_again: memory
while true do
  pcall(function()
    local t = {}
    while true do t[#t + 1] = ("x"):rep(1000) .. #t end
  end)
end
--- one_text_too_large: memory
local s = ("x"):rep(700000)
s = s .. s
--- one_text_too_large_caught: memory
local s = ("x"):rep(700000)
pcall(function() s = s .. s end)
--- many_concatenated_at_once: memory
local s = ("x"):rep(300000)
local t = s .. s .. s .. s .. s
--- deep_recursion: stopped
local function f(a, b, c, d, e) return { f(a, b, c, d, e) } end
f(1, 2, 3, 4, 5)
--- many_arguments: stopped
local function f(...) return f(..., ...) end
f(1)
--- file_global_grown: memory
mine = {}
while true do mine = { mine } end
--- split_kept: memory
local t = {}
while true do t[#t + 1] = text.split((","):rep(1000), ",") end
--- errors_kept: memory
local t = {}
while true do t[#t + 1] = select(2, pcall(error, { ("x"):rep(1000) .. #t })) end
--- error_that_grows: memory
local function f(s) local _, e = pcall(error, s .. s); return f(e) end
f("x")
