-- An answer in several small inputs: a day, a month, numbers of women and men.
local h = require("html")
local common = require("parts.fields.common")

local function width(field, part)
  if field.type == "by_sex" then
    return "govuk-input--width-5"
  end
  return part.name:find("year$") and "govuk-input--width-4" or "govuk-input--width-2"
end

return function(field, t)
  return common.fieldset(
    field,
    t,
    h.div {
      class = "govuk-date-input",
      h.each(field.parts, function(part)
        return h.div {
          class = "govuk-date-input__item",
          h.div {
            class = "govuk-form-group",
            h.label {
              class = "govuk-label govuk-date-input__label",
              ["for"] = part.id,
              part.label,
            },
            h.input {
              class = h.classes(
                "govuk-input govuk-date-input__input",
                width(field, part),
                part.wrong and "govuk-input--error"
              ),
              id = part.id,
              name = part.name,
              type = "text",
              inputmode = "numeric",
              value = part.value,
              ["aria-invalid"] = part.wrong and "true" or nil,
            },
          },
        }
      end),
      field.unit and h.div { class = "unit", field.unit },
    }
  )
end
