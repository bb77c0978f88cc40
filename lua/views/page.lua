-- A page of text that the county wrote (docs/pages.md: page).
local h = require("html")
local layout = require("layout")
local heading = require("parts.heading")
local links = require("parts.links")

return function(data, t)
  return layout(
    data,
    t,
    { class = "main--text" },
    heading(data.title),
    data.lead and h.p { class = "lead", data.lead },
    h.prose(data.text),
    links(data.links, t)
  )
end
