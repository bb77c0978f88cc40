-- Several lines of text, with a count of the characters that are left. Without
-- JavaScript the greatest length is said instead.
local h = require("html")
local common = require("parts.fields.common")

local ROWS = 6

-- govuk-frontend's own texts, which it fills in: %{count}.
local function counted(t)
  return {
    ["data-i18n.characters-under-limit.one"] = t("form.left.one"),
    ["data-i18n.characters-under-limit.other"] = t("form.left.other"),
    ["data-i18n.characters-at-limit"] = t("form.left.none"),
    ["data-i18n.characters-over-limit.one"] = t("form.over.one"),
    ["data-i18n.characters-over-limit.other"] = t("form.over.other"),
    ["data-i18n.textarea-description.other"] = t("form.longest.count"),
  }
end

return function(field, t)
  local info = field.longest and field.id .. "-info"
  local attributes = field.longest and counted(t) or {}
  attributes.class = h.classes(
    "govuk-form-group",
    field.problem and "govuk-form-group--error",
    field.longest and "govuk-character-count"
  )
  if field.longest then
    attributes["data-module"] = "govuk-character-count"
    attributes["data-maxlength"] = field.longest
  end
  attributes[1] = common.label(field, t)
  attributes[2] = common.before(field, t)
  attributes[3] = h.textarea {
    class = h.classes(
      "govuk-textarea",
      field.longest and "govuk-js-character-count",
      field.problem and "govuk-textarea--error"
    ),
    id = field.id,
    name = field.name,
    rows = ROWS,
    ["aria-describedby"] = common.described(field, info),
    ["aria-invalid"] = field.problem and "true" or nil,
    "\n", -- the parser drops a first line break; this one, not the visitor's
    field.value,
  }
  attributes[4] = info and h.div {
    id = info,
    class = "govuk-hint govuk-character-count__message",
    t("form.longest", { count = field.longest }),
  } or false
  return h.div(attributes)
end
