-- The page's heading in words that a county or an organisation has chosen: set
-- smaller when one of them is too long for a phone, since not every browser can
-- part words with a hyphen.
local h = require("html")

-- Letters that fit a phone's width at the common size, and at the smaller one.
local FITS, FITS_SMALLER = 18, 26

local function longest_word(text)
  local longest = 0
  for word in text:gmatch("[^%s-]+") do
    longest = math.max(longest, utf8.len(word) or #word)
  end
  return longest
end

return function(text)
  local letters = longest_word(h.plain(text) or "")
  local class = letters > FITS_SMALLER and "longest" or letters > FITS and "long" or nil
  return h.h1 { class = class, text }
end
