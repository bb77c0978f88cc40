-- All answers on one page, what is agreed to, and the button that sends
-- (docs/pages.md: join_check).
local h = require("html")
local layout = require("layout")
local form = require("parts.form")
local letters = require("parts.letters")
local summary = require("parts.summary")

local function answers(data, t)
  return h.each(data.steps, function(step)
    return {
      h.h2 { class = "check__step", step.title },
      summary.list(step.rows, t),
    }
  end)
end

local function tick(one, t)
  local id = one.field_id or "f-expects-" .. one.id
  return h.div {
    class = h.classes("govuk-form-group", one.problem and "govuk-form-group--error"),
    form.message(id, one.problem, t),
    h.div {
      class = "govuk-checkboxes",
      h.div {
        class = "govuk-checkboxes__item",
        h.input {
          class = "govuk-checkboxes__input",
          type = "checkbox",
          id = id,
          name = one.name or "expects." .. one.id,
          value = "yes",
          checked = one.chosen,
          ["aria-describedby"] = one.problem and id .. "-fel" or nil,
          ["aria-invalid"] = one.problem and "true" or nil,
        },
        h.label { class = "govuk-label govuk-checkboxes__label", ["for"] = id, one.text },
      },
    },
  }
end

local function expectations(data, t)
  if not h.any(data.expectations) then
    return nil
  end
  local told, ticked = {}, {}
  for _, one in ipairs(data.expectations) do
    local list = one.confirm and ticked or told
    list[#list + 1] = one
  end
  return {
    h.h2 { t("start.expected") },
    #told > 0 and h.ul {
      class = "ticks",
      h.each(told, function(one)
        return h.li { one.text }
      end),
    },
    h.each(ticked, function(one)
      return tick(one, t)
    end),
  }
end

local function letter(data, t)
  local beside = data.letter_beside
  return data.letter
    and letters(
      { id = "brev", title = data.letter_title, words = h.prose(data.letter, 3) },
      beside and { title = beside.title, words = h.prose(beside.letter, 3), lang = beside.lang },
      t
    )
end

return function(data, t)
  return layout(
    data,
    t,
    { bare = true, class = "main--form main--check", section = data.act or data.county.act },
    form.open {
      action = data.action,
      stamp = data.stamp,
      version = data.version,
      default = "_next",
      h.button { type = "submit", name = "_back", value = "1", class = "back", t("form.back") },
      form.problems(data.problems, nil, t),
      form.notice(data.notice),
      form.changes(data.changes, t),
      h.h1 { t("check.title") },
      h.p { class = "lead", t("check.lead") },
      answers(data, t),
      letter(data, t),
      data.binding == false and h.p { class = "quiet", t("join.not-binding") },
      expectations(data, t),
      h.div {
        class = "actions",
        form.button("_next", "1", t("check.send")),
        form.button("_save", "1", t("form.save"), "button button--text"),
      },
      h.p { class = "quiet", t(data.renews and "check.after-renewal" or "check.after") },
    }
  )
end
