-- One or several out of some: radio buttons, check boxes, or a list to pick from
-- when there are many, or in the rows of a group (`compact`).
local h = require("html")
local grouped = require("parts.grouped")
local common = require("parts.fields.common")
local form = require("parts.form")

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

-- One of those that were found; or none, where that is an answer.
local function found(field, t)
  local chosen = false
  local options = h.each(field.options, function(option)
    chosen = chosen or option.chosen
    return option
  end)
  if not field.required then
    options[#options + 1] = { value = "", id = field.id .. "-ingen", label = t("form.member-none"), chosen = not chosen }
  end
  return h.fieldset {
    class = "govuk-fieldset",
    h.legend { class = "govuk-fieldset__legend govuk-fieldset__legend--s", t("form.member-found") },
    items({ name = field.name, options = options }, "radios", "radio"),
    field.search.more and h.p { class = "quiet", t("form.member-more") },
  }
end

-- Too many for a list: one is looked for, and chosen when there are several.
local function looked_for(field, t)
  local search = field.search
  return common.group(field, {
    h.label { class = "govuk-label govuk-label--m", ["for"] = search.id, common.words(field, t) },
    common.before(field, t),
    h.div { class = "govuk-hint", id = field.id .. "-sok", t("form.member-search") },
    h.div {
      class = "find",
      h.input {
        class = h.classes("govuk-input", field.problem and "govuk-input--error"),
        id = search.id,
        name = search.name,
        type = "text",
        value = search.value,
        autocomplete = "off",
        spellcheck = "false",
        ["aria-describedby"] = common.described(field, field.id .. "-sok"),
        ["aria-invalid"] = field.problem and "true" or nil,
      },
      form.button("_find", field.name, t("form.find"), "button button--plain"),
    },
    h.any(field.options) and found(field, t),
  })
end

-- A member to be a part of: as many as have joined, maybe none.
function choice.member(field, t)
  if field.search then
    return looked_for(field, t)
  end
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
