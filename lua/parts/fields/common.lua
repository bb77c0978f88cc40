-- What fields of all types share: label or legend, hint, why we ask, message.
-- Markup and classes are those of govuk-frontend.
local h = require("html")
local form = require("parts.form")

local common = {}

-- An eye: everyone can see the answer. The words beside it say so too.
local function eye()
  return h.svg {
    class = "public__eye",
    viewBox = "0 0 24 16",
    width = 24,
    height = 16,
    ["aria-hidden"] = "true",
    focusable = "false",
    h.path { d = "M1 8c5-9 17-9 22 0c-5 9-17 9-22 0z" },
    h.circle { cx = 12, cy = 8, r = 3 },
  }
end

-- The label's words, and "(frivilligt)" where no answer is needed.
function common.words(field, t)
  if field.required or field.type == "consent" then
    return field.label
  end
  return { field.label, " ", h.span { class = "optional", t("form.optional") } }
end

-- Everything between a label and its input.
function common.before(field, t)
  return {
    field.hint and h.div { id = field.id .. "-tips", class = "govuk-hint", field.hint },
    field.purpose and h.div {
      id = field.id .. "-syfte",
      class = "govuk-hint purpose",
      t.rich("form.purpose", { purpose = field.purpose }),
    },
    field.public and h.div {
      id = field.id .. "-visas",
      class = "govuk-hint public",
      eye(),
      t("form.public"),
    },
    form.message(field.id, field.problem, t),
  }
end

-- The ids of what describes the input, for aria-describedby.
function common.described(field, more)
  return h.classes(
    field.hint and field.id .. "-tips",
    field.purpose and field.id .. "-syfte",
    field.public and field.id .. "-visas",
    field.problem and field.id .. "-fel",
    more
  )
end

function common.group(field, nodes)
  return h.div {
    class = h.classes("govuk-form-group", field.problem and "govuk-form-group--error"),
    nodes,
  }
end

-- Several inputs that answer one question.
function common.fieldset(field, t, nodes)
  return common.group(
    field,
    h.fieldset {
      class = "govuk-fieldset",
      ["aria-describedby"] = common.described(field),
      h.legend {
        class = "govuk-fieldset__legend govuk-fieldset__legend--m",
        common.words(field, t),
      },
      common.before(field, t),
      nodes,
    }
  )
end

function common.label(field, t)
  return h.label {
    class = "govuk-label govuk-label--m",
    ["for"] = field.id,
    common.words(field, t),
  }
end

return common
