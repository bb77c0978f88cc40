-- What every form page has around its fields: the form itself, the summary of
-- what is wrong, notices, buttons.
local h = require("html")

local form = {}

-- The id of an input from the name of a field: "goals.1.text" -> "f-goals-1-text".
local function input_id(name)
  if name:find("^f%-") then
    return name
  end
  return "f-" .. name:gsub("%.", "-")
end

-- Where a problem's link leads: to the first input when the field has parts.
local function targets(fields)
  local found = {}
  for _, field in ipairs(fields or {}) do
    if h.any(field.parts) then
      found[field.id] = field.parts[1].id
    end
    for i, row in ipairs(field.rows or {}) do
      for id, target in pairs(targets(row.fields)) do
        found[id] = target
      end
      if i == 1 and h.any(row.fields) then
        local first = row.fields[1].id
        found[field.id] = found[first] or first
      end
    end
  end
  return found
end

-- The summary of all problems, above the heading; each leads to its field.
function form.problems(problems, fields, t)
  if not h.any(problems) then
    return nil
  end
  local found = targets(fields)
  local told = {}
  return h.div {
    class = "govuk-error-summary",
    ["data-module"] = "govuk-error-summary",
    h.div {
      role = "alert",
      h.h2 { class = "govuk-error-summary__title", t("form.problems") },
      h.div {
        class = "govuk-error-summary__body",
        h.ul {
          class = "govuk-list govuk-error-summary__list",
          h.each(problems, function(problem)
            -- women and men may be wrong in the same way: once is enough
            local words = h.plain(problem.text)
            if told[words] then
              return nil
            end
            told[words] = true
            local id = problem.field and input_id(problem.field)
            return h.li {
              id and h.a { href = "#" .. (found[id] or id), problem.text } or problem.text,
            }
          end),
        },
      },
    },
  }
end

-- Something to know before going on; not a fault.
function form.notice(text)
  return text and h.div { class = "notice", role = "status", h.p { text } }
end

-- What a changed form does to the answers of whoever is half-way: what is not
-- asked any more, what has to be answered anew, what is new.
function form.changes(changes, t)
  if not changes or not (h.any(changes.lost) or h.any(changes.anew) or h.any(changes.added)) then
    return nil
  end
  local function part(labels, key)
    return h.any(labels)
      and {
        h.p { t("form.changed." .. key) },
        h.ul {
          h.each(labels, function(label)
            return h.li { label }
          end),
        },
      }
  end
  return h.div {
    class = "notice notice--changes",
    part(changes.lost, "lost"),
    part(changes.anew, "anew"),
    part(changes.added, "added"),
    changes.carried > 0 and h.p { t.n("form.changed.carried", changes.carried, { count = changes.carried }) },
  }
end

-- The message beside a field.
function form.message(id, text, t)
  return text
    and h.p {
      id = id .. "-fel",
      class = "govuk-error-message",
      h.span { class = "govuk-visually-hidden", t("form.wrong") },
      " ",
      text,
    }
end

function form.button(name, value, text, class)
  return h.button {
    type = "submit",
    name = name,
    value = value,
    class = class or "button",
    ["data-module"] = "govuk-button",
    ["data-prevent-double-click"] = "true",
    text,
  }
end

-- A form with its stamp. Enter in a field presses the first button of a form,
-- so the first one is `default`, out of sight.
--
-- form.open { action =, stamp =, version =, default = "_next", nodes... }
function form.open(part)
  local nodes = {}
  for i = 1, 16 do
    nodes[i] = part[i] or false
  end
  return h.form {
    method = "post",
    action = part.action,
    class = h.classes("form", part.class),
    novalidate = true,
    h.input { type = "hidden", name = "_stamp", value = part.stamp },
    part.version and h.input { type = "hidden", name = "_version", value = part.version },
    part.default and h.button {
      type = "submit",
      name = part.default,
      value = "1",
      class = "visually-hidden",
      tabindex = "-1",
      ["aria-hidden"] = "true",
    },
    nodes,
  }
end

-- A form of one button.
function form.single(part, t)
  return form.open {
    action = part.action,
    stamp = part.stamp,
    class = "form--single",
    form.button(part.name or "_next", part.value or "1", part.text or t("form.next"), part.class),
  }
end

return form
