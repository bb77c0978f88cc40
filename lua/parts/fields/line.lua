-- One line of text: names, numbers, addresses, years.
local h = require("html")
local common = require("parts.fields.common")

-- Widths that tell how much is expected; others are as wide as the column.
local widths = {
  org_number = "govuk-input--width-10",
  number = "govuk-input--width-10",
  year = "govuk-input--width-4",
  phone = "govuk-input--width-20",
}

-- A web address is text: visitors write it without "https://", and what is not
-- an address must be shown again as it was typed.
local types = { email = "email", phone = "tel" }
local keyboards = { web_address = "url" }

local function input(field)
  return h.input {
    class = h.classes("govuk-input", widths[field.type], field.problem and "govuk-input--error"),
    id = field.id,
    name = field.name,
    type = types[field.type] or "text",
    value = field.value,
    inputmode = keyboards[field.type] or field.inputmode,
    autocomplete = field.autocomplete,
    spellcheck = (types[field.type] or keyboards[field.type] or field.type == "org_number") and "false" or nil,
    ["aria-describedby"] = common.described(field),
    ["aria-invalid"] = field.problem and "true" or nil,
  }
end

return function(field, t)
  local unit = field.unit or field.suffix
  return common.group(field, {
    common.label(field, t),
    common.before(field, t),
    unit and h.div {
      class = "govuk-input__wrapper",
      input(field),
      h.div { class = "govuk-input__suffix", unit },
    } or input(field),
  })
end
