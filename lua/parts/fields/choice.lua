-- One or several out of some: radio buttons, check boxes, or a list to pick from
-- when there are many, or in the rows of a group (`compact`).
local h = require("html")
local grouped = require("parts.grouped")
local common = require("parts.fields.common")

local MOST_RADIOS = 12

-- `what` is "radios" or "checkboxes", as govuk-frontend calls them.
local function items(field, what, type)
  local class = "govuk-" .. what
  return h.div {
    class = class,
    h.each(field.options, function(option)
      local hint = option.hint and option.id .. "-om"
      return h.div {
        class = h.classes(class .. "__item", option.within and class .. "__item--within"),
        h.input {
          class = class .. "__input",
          id = option.id,
          name = field.name,
          type = type,
          value = option.value,
          checked = option.chosen,
          ["aria-describedby"] = hint,
        },
        h.label { class = "govuk-label " .. class .. "__label", ["for"] = option.id, option.label },
        hint and h.div { id = hint, class = "govuk-hint " .. class .. "__hint", option.hint },
      }
    end),
  }
end

local choice = {}

function choice.checkboxes(field, t)
  return common.fieldset(field, t, items(field, "checkboxes", "checkbox"))
end

local function select_one(field, t)
  return common.group(field, {
    common.label(field, t),
    common.before(field, t),
    h.select {
      class = h.classes("govuk-select", field.problem and "govuk-select--error"),
      id = field.id,
      name = field.name,
      ["aria-describedby"] = common.described(field),
      ["aria-invalid"] = field.problem and "true" or nil,
      h.option { value = "", t("form.pick") },
      grouped(field.options, function(option)
        return h.option { value = option.value, selected = option.chosen, option.label }
      end, t.lang),
    },
  })
end

function choice.radios(field, t)
  local parted = field.options[1] and field.options[1].group
  if parted or #field.options > MOST_RADIOS or field.compact and #field.options > 3 then
    return select_one(field, t)
  end
  return common.fieldset(field, t, items(field, "radios", "radio"))
end

-- A member to be a part of: as many as have joined, maybe none.
function choice.member(field, t)
  if #field.options == 0 then
    return common.fieldset(field, t, h.p { class = "quiet", id = field.id, t("form.nobody-to-pick") })
  end
  return select_one(field, t)
end

-- A consent is one box whose label is the consent itself.
function choice.consent(field, t)
  return common.group(field, {
    common.before(field, t),
    h.div {
      class = "govuk-checkboxes",
      h.each(field.options, function(option)
        return h.div {
          class = "govuk-checkboxes__item",
          h.input {
            class = "govuk-checkboxes__input",
            id = option.id,
            name = field.name,
            type = "checkbox",
            value = option.value,
            checked = option.chosen,
            ["aria-describedby"] = common.described(field),
            ["aria-invalid"] = field.problem and "true" or nil,
          },
          h.label {
            class = "govuk-label govuk-checkboxes__label",
            ["for"] = option.id,
            option.label,
          },
        }
      end),
    },
  })
end

return choice
