-- Small drawings for the six national goals and the kinds of welcome items,
-- made of circles and straight lines in the county's two colours. Decoration:
-- the words beside them say everything.
local h = require("html")

local function a(d)
  return h.path { class = "ink-county", d = d }
end

local function b(d)
  return h.path { class = "ink-accent", d = d }
end

local function c(d)
  return h.path { class = "ink-both", d = d }
end

-- Drawn in 64 x 64. Where two shapes meet, a third colour shows what they share.
local goals = {
  -- two of the same size, side by side
  power = {
    a("M22 12a20 20 0 1 0 0 40a20 20 0 1 0 0-40z"),
    b("M42 12a20 20 0 1 0 0 40a20 20 0 1 0 0-40z"),
    c("M32 14.7a20 20 0 0 1 0 34.6a20 20 0 0 1 0-34.6z"),
  },
  -- two equal piles
  economy = {
    a("M4 52V32a12 12 0 0 1 24 0v20z"),
    b("M36 52V32a12 12 0 0 1 24 0v20z"),
    c("M4 44h24v8H4zM36 44h24v8H36z"),
  },
  -- an open book
  education = {
    a("M32 18v36C22 46 12 46 4 48V14c10-3 20-2 28 4z"),
    b("M32 18v36c10-8 20-8 28-6V14c-10-3-20-2-28 4z"),
    c("M32 8a6 6 0 1 0 .01 0z"),
  },
  -- one roof, two who share it
  care = {
    b("M4 32 32 6l28 26z"),
    a("M10 36h20v20H10z"),
    c("M34 36h20v20H34z"),
  },
  -- a heart of two halves
  health = {
    a("M32 18.5C28 11 22 8.500 17 9C8 10 3 19 6 29c3 10 14 19 26 27z"),
    b("M32 18.5C36 11 42 8.500 47 9C56 10 61 19 58 29C55 39 44 48 32 56z"),
    c("M28.500 24h7v6h6v7h-6v6h-7v-6h-6v-7h6z"),
  },
  -- a shield around a circle
  violence = {
    a("M32 5 56 13v18c0 14-10 23-24 28z"),
    b("M32 5 8 13v18c0 14 10 23 24 28z"),
    c("M32 22a10 10 0 1 0 .01 0z"),
  },
  -- a theme of the county's own
  theme = {
    a("M32 6a26 26 0 0 1 0 52z"),
    b("M32 6a26 26 0 0 0 0 52z"),
    c("M32 20a12 12 0 1 0 .01 0z"),
  },
}

local items = {
  sticker = { a("M32 6a26 26 0 1 0 0 52c0-14 12-26 26-26A26 26 0 0 0 32 6z"), b("M36 58C46 56 56 46 58 36C46 36 36 46 36 58z") },
  diploma = { a("M8 8h48v34H8z"), b("M44 34a10 10 0 1 0 .01 0z"), c("M38 50v12l6-4 6 4V50zM16 18h26v4H16zM16 27h18v4H16z") },
  newsletter = { a("M4 14h56v36H4z"), b("M4 14h56L32 38z") },
  network = { a("M18 20a12 12 0 1 0 .01 0z"), b("M46 20a12 12 0 1 0 .01 0z"), c("M28 28h8v8h-8z") },
  invitation = { a("M8 14h48v42H8z"), b("M8 14h48v12H8z"), c("M18 6h6v14h-6zM40 6h6v14h-6z") },
  support = { a("M6 8h38v26H24L14 44V34H6z"), b("M28 26h30v22h-6v10l-10-10H28z") },
  listing = { a("M8 8h48v48H8z"), c("M16 18h8v8h-8zM16 30h8v8h-8zM16 42h8v8h-8z"), b("M30 20h18v4H30zM30 32h18v4H30zM30 44h18v4H30z") },
  tool = { a("M6 34h52v22H6z"), b("M22 18h20v10h14v12H8V28h14z"), c("M27 23h10v5H27zM28 36h8v8h-8z") },
}

local function draw(shape, class)
  return h.svg {
    class = h.classes("mark", class),
    viewBox = "0 0 64 64",
    width = 56,
    height = 56,
    ["aria-hidden"] = "true",
    focusable = "false",
    shape,
  }
end

local mark = {}

function mark.area(area)
  return draw(goals[area.national and area.national.id or "theme"] or goals.theme)
end

function mark.goal(goal)
  return draw(goals[goal.id] or goals.theme)
end

function mark.item(item)
  return draw(items[item.kind] or items.tool)
end

return mark
