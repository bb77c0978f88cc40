-- Where in the form one is: in words, and as a bar for the eye.
local h = require("html")

return function(data, t)
  return {
    h.p {
      class = "progress",
      t.rich("form.progress", {
        act = data.act or data.county.act or t("join.title"),
        number = t.number(data.number),
        count = t.number(data.count),
      }),
    },
    h.ol {
      class = "progress-bar",
      ["aria-hidden"] = "true",
      h.each(data.steps, function(step)
        return h.li {
          class = h.classes(
            "progress-bar__step",
            step.done and "progress-bar__step--done",
            step.current and "progress-bar__step--current"
          ),
        }
      end),
    },
  }
end
