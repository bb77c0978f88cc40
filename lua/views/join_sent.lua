-- The form has been sent; what comes now happens in the mailbox (docs/pages.md:
-- join_sent). The same whoever sent it: the page tells nobody who is a member.
local h = require("html")
local layout = require("layout")

return function(data, t)
  return layout(
    data,
    t,
    { class = "main--text", invite = false },
    h.div {
      class = "panel",
      h.h1 { t("sent.title") },
      h.p { class = "panel__text", t("sent.lead") },
    },
    h.h2 { t("sent.next") },
    h.ol {
      class = "steps",
      h.li { t("sent.step-open") },
      h.li { t.n("sent.step-confirm", data.days) },
      h.li { t("sent.step-welcome") },
    },
    h.h2 { t("sent.nothing") },
    h.p { t("sent.nothing-text") }
  )
end
