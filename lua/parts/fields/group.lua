-- Some questions asked several times over: rows that can be added and removed.
local h = require("html")
local common = require("parts.fields.common")
local form = require("parts.form")

-- The group has said already what holds for all that is in it.
local function inside(field)
  local inner = {}
  for key, value in pairs(field) do
    inner[key] = value
  end
  inner.public = false
  inner.compact = true
  return inner
end

-- `write` writes a field; it comes from parts/field.lua, which needs this file.
local function row(field, one, t, write)
  return h.fieldset {
    class = "group__row",
    h.legend {
      class = "group__legend",
      t.rich("form.row", { label = field.label, number = one.number }),
    },
    h.each(one.fields, function(inner)
      return write(inside(inner), t)
    end),
    #field.rows > 1 and h.button {
      type = "submit",
      name = "_remove",
      value = one.remove,
      class = "button button--quiet",
      t("form.remove"),
      h.span {
        class = "visually-hidden",
        " ",
        t.rich("form.row", { label = field.label, number = one.number }),
      },
    },
  }
end

return function(field, t, write)
  local rows = {
    h.each(field.rows, function(one)
      return row(field, one, t, write)
    end),
    field.add and form.button("_add", field.add, t("form.add"), "button button--plain") or false,
  }
  return common.fieldset(field, t, h.div { class = "group", rows })
end
