-- The page's heading when it is a name: set smaller when one of its words is too
-- long for a phone, since not every browser can part words with a hyphen.
local h = require("html")

local LONG = 18

local function longest_word(text)
  local longest = 0
  for word in text:gmatch("[^%s-]+") do
    longest = math.max(longest, utf8.len(word) or #word)
  end
  return longest
end

return function(text)
  return h.h1 { class = longest_word(h.plain(text) or "") > LONG and "long" or nil, text }
end
