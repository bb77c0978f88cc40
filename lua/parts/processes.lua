-- The processes of steering, each with the question that it asks.
local h = require("html")
local section = require("parts.section")

return function(list, t)
  if not h.any(list) then
    return nil
  end
  return section {
    id = "processer",
    class = "band--processes",
    title = t.n("home.processes", #list),
    h.p { class = "band__lead", t("home.processes-lead") },
    h.ol {
      class = "processes",
      h.each(list, function(process)
        return h.li {
          class = "process",
          process.title and h.h3 { class = "process__title", process.title },
          h.p { class = "process__question", process.question },
          process.text and h.p { class = "quiet", process.text },
        }
      end),
    },
  }
end
