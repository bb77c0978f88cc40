-- Where a strategy is in its life, in sentences: coming, prolonged, ended before
-- its time, replaced; and which others there are (docs/pages.md: life).
--
-- life(life, t) for the strategy's own page, life.home(life, t) when it is out
-- of the ordinary.
local h = require("html")

local function day(d)
  return h.time { datetime = d.iso, d.text }
end

local function named(other)
  return h.a { href = other.href, other.title }
end

local states = {}

function states.coming(one, t)
  return one.from and t.rich("life.coming", { day = day(one.from) })
end

states["in-force"] = function(one, t)
  if not one.to or one.prolonged == nil then
    return nil
  end
  local key = one.prolonged and "life.prolonged" or "life.ends-early"
  if not one.decided then
    return t.rich("life.ends", { day = day(one.to) })
  end
  return t.rich(key, { day = day(one.to), decided = day(one.decided) })
end

states.prolonged = states["in-force"]

function states.ended(one, t)
  return one.to and t.rich("life.ended", { day = day(one.to) })
end

states["ended-early"] = function(one, t)
  return t.rich("life.ended-early", { day = day(one.to) })
end

local function is_over(one)
  return one.state == "ended" or one.state == "ended-early"
end

local function is_in_force(one)
  return one.state == "in-force" or one.state == "prolonged"
end

local function beside(one, other, t)
  if not is_in_force(one) then
    return t.rich("life.now", { title = named(other) })
  end
  return other.to and t.rich("life.also-to", { title = named(other), day = day(other.to) })
    or t.rich("life.also", { title = named(other) })
end

local function sentences(one, t)
  local list = { states[one.state](one, t) or false, one.because or false }
  if one.replaced_by then
    list[#list + 1] = t.rich(is_over(one) and "life.replaced" or "life.replaces", { title = named(one.replaced_by) })
  end
  for _, other in ipairs(one.also or {}) do
    list[#list + 1] = beside(one, other, t)
  end
  if one.next and one.next.from then
    list[#list + 1] = t.rich("life.next", { title = named(one.next), day = day(one.next.from) })
  end
  return list
end

local life = {}

-- As paragraphs in a notice.
function life.notice(one, t)
  if not one then
    return nil
  end
  local list = sentences(one, t)
  local any = false
  for _, sentence in ipairs(list) do
    any = any or sentence
  end
  return any
    and h.div {
      class = "notice life",
      h.each(list, function(sentence)
        return sentence and h.p { sentence }
      end),
    }
end

-- Does the home page have to say it?
function life.is_odd(one)
  return one and (one.state ~= "in-force" or one.prolonged ~= nil or h.any(one.also))
end

return life
