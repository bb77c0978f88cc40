-- Mails: one list of parts becomes a plain text, wrapped, and simple HTML.
--
-- letter(data, t, { subject =, heading =, parts })  with parts
--   "a paragraph"
--   { link = "https://...", text = "Bekräfta" }
--   { list = { "one", "two" } }
local h = require("html")

local WIDTH = 72

-- Where the line that starts at `at` ends, and where the next one starts; nil
-- when the rest is its last. A word longer than a line stays whole.
local function line_end(text, at, room)
  local past = utf8.offset(text, room + 2, at)
  if not past or past > #text + 1 then
    return nil
  end
  -- The last space by the first one backwards: a pattern that looks for it took
  -- more time than all else in a mail.
  local back = text:sub(at, past - 1):reverse():find(" ", 1, true)
  local space = back and past - back or text:find(" ", past, true)
  return space and space - 1, space and space + 1
end

-- White space as single spaces.
local function single(text)
  local fine = not (text:find("  ", 1, true) or text:find("\n", 1, true) or text:find("\t", 1, true))
  return fine and text or text:gsub("%s+", " ")
end

-- Break a paragraph between words.
local function wrap(text, first, rest)
  local lines, lead, at = {}, first, 1
  text = single(text)
  while at do
    local last, next_line = line_end(text, at, WIDTH - utf8.len(lead))
    lines[#lines + 1] = lead .. text:sub(at, last)
    lead, at = rest, next_line
  end
  return table.concat(lines, "\n")
end

local function plain_part(part)
  if type(part) == "string" then
    return wrap(part, "", "")
  end
  if part.link then
    return wrap(part.text .. ":", "", "") .. "\n" .. part.link
  end
  local items = {}
  for i, item in ipairs(part.list) do
    items[i] = wrap(h.plain(item), "- ", "  ")
  end
  return table.concat(items, "\n")
end

local function plain(letter, signature)
  local parts = { wrap(letter.heading, "", "") }
  for _, part in ipairs(letter.parts) do
    parts[#parts + 1] = plain_part(part)
  end
  parts[#parts + 1] = "-- \n" .. table.concat(signature, "\n")
  return table.concat(parts, "\n\n") .. "\n"
end

local styles = {
  body = "margin:0;background:#fbfaf6;color:#17211f;font:16px/1.55 Arial,Helvetica,sans-serif",
  box = "max-width:560px;margin:0 auto;padding:24px 20px",
  brand = "margin:0 0 24px;font-weight:bold",
  heading = "margin:0 0 16px;font-size:24px;line-height:1.25",
  text = "margin:0 0 16px",
  button = "display:inline-block;background:#17211f;color:#ffffff;padding:14px 24px;border-radius:6px;"
    .. "font-weight:bold;text-decoration:none",
  address = "margin:0 0 16px;font-size:14px;color:#53605d;word-break:break-all",
  foot = "margin:32px 0 0;padding-top:16px;border-top:1px solid #d9d6cc;font-size:14px;color:#53605d",
}

local function html_part(part)
  if type(part) == "string" then
    return h.p { style = styles.text, part }
  end
  if part.link then
    return {
      h.p { style = styles.text, h.a { style = styles.button, href = part.link, part.text } },
      h.p { style = styles.address, part.link },
    }
  end
  return h.ul {
    style = styles.text,
    h.each(part.list, function(item)
      return h.li { item }
    end),
  }
end

local function html(data, letter, signature)
  return h.html {
    lang = data.page.lang,
    dir = data.page.dir,
    h.head {
      h.meta { charset = "utf-8" },
      h.meta { name = "viewport", content = "width=device-width, initial-scale=1" },
      h.title { letter.subject },
    },
    h.body {
      style = styles.body,
      h.div {
        style = styles.box,
        h.p { style = styles.brand, data.county.brand },
        h.h1 { style = styles.heading, letter.heading },
        h.each(letter.parts, html_part),
        h.p {
          style = styles.foot,
          h.each(signature, function(line, i)
            return { i > 1 and h.br {}, line }
          end),
        },
      },
    },
  }
end

-- The brand, who runs it, and how to reach them.
local function signature_of(data, t)
  local county = data.county
  local names = {}
  for i, owner in ipairs(county.owners or {}) do
    names[i] = h.plain(owner.name)
  end
  local lines = { h.plain(county.brand), t.list(names) }
  local contact = county.contacts and county.contacts[1]
  if contact then
    local how = contact.email or contact.phone
    lines[#lines + 1] = how and h.plain(contact.unit) .. ", " .. how or h.plain(contact.unit)
  end
  return lines
end

return function(data, t, letter)
  local signature = signature_of(data, t)
  return {
    subject = letter.subject,
    plain = plain(letter, signature),
    html = html(data, letter, signature),
  }
end
