-- A question of the form, by its type (docs/pages.md: field).
local line = require("parts.fields.line")
local long_text = require("parts.fields.long_text")
local choice = require("parts.fields.choice")
local parts = require("parts.fields.parts")
local group = require("parts.fields.group")

local writers = {
  name = line,
  text = line,
  email = line,
  phone = line,
  web_address = line,
  org_number = line,
  number = line,
  year = line,
  long_text = long_text,
  bodies = long_text,
  kind = choice.radios,
  choice = choice.radios,
  yes_no = choice.radios,
  municipality = choice.radios,
  member = choice.member,
  choices = choice.checkboxes,
  areas = choice.checkboxes,
  consent = choice.consent,
  date = parts,
  month = parts,
  by_sex = parts,
}

local function write(field, t)
  if field.type == "group" then
    return group(field, t, write)
  end
  local writer = writers[field.type]
  if field.type == "areas" and field.most == 1 then
    writer = choice.radios
  end
  if not writer then
    error("there is no writer for questions of type " .. tostring(field.type))
  end
  return writer(field, t)
end

return write
