-- The welcome package of a member, behind its own address (docs/pages.md:
-- welcome).
local h = require("html")
local layout = require("layout")
local form = require("parts.form")
local heading = require("parts.heading")
local links = require("parts.links")
local mark = require("parts.mark")

local function answer(item, t, value, text, class)
  return form.single({
    action = item.action,
    stamp = item.stamp,
    name = "answer",
    value = value,
    class = class,
    text = { text, h.span { class = "visually-hidden", ": ", item.title } },
  }, t)
end

-- What to do with an item that is offered: say yes or no, and change one's mind.
local function offer(item, t)
  if not item.action then
    return nil
  end
  if item.state == "accepted" then
    return h.div {
      class = "item__offer",
      h.p { class = "item__state item__state--yes", t("welcome.accepted") },
      answer(item, t, "decline", t("welcome.undo"), "button button--text"),
    }
  end
  if item.state == "declined" then
    return h.div {
      class = "item__offer",
      h.p { class = "item__state", t("welcome.declined") },
      answer(item, t, "accept", t("welcome.accept-anyway"), "button button--text"),
    }
  end
  return h.div {
    class = "item__offer",
    answer(item, t, "accept", t("welcome.accept"), "button"),
    answer(item, t, "decline", t("welcome.decline"), "button button--plain"),
  }
end

-- As PNG: a browser has no typeface of ours for an SVG that is a picture.
local function preview(item, t)
  return item.png_href
    and h.img {
      class = "item__preview",
      src = item.png_href,
      alt = t("welcome.preview"),
      width = 240,
      height = 240,
    }
end

local function downloads(item, t)
  if not (item.svg_href or item.png_href or item.diploma_href) then
    return nil
  end
  return h.ul {
    class = "links",
    item.svg_href and h.li { h.a { href = item.svg_href, download = true, t("welcome.svg") } },
    item.png_href and h.li { h.a { href = item.png_href, download = true, t("welcome.png") } },
    item.diploma_href and h.li { h.a { href = item.diploma_href, t("welcome.diploma") } },
  }
end

local function item_card(item, t)
  return h.li {
    class = h.classes("item", item.png_href and "item--wide"),
    id = item.id,
    h.div {
      class = "item__words",
      mark.item(item),
      h.h2 { class = "item__title", item.title },
      item.text and h.p { item.text },
      item.licence and h.p { class = "item__licence", h.strong { t("welcome.licence") }, " ", item.licence },
      downloads(item, t),
      links(item.links, t),
      offer(item, t),
      (item.because or "") ~= "" and h.p { class = "item__because", h.strong { t("welcome.because") }, " ", item.because },
    },
    preview(item, t),
  }
end

local function head(data, t)
  return h.div {
    class = "hero hero--welcome",
    h.div {
      class = "wrap",
      data.number and h.p {
        class = "eyebrow",
        t.rich("welcome.number", {
          number = data.number_text or t.number(data.number),
          brand = data.county.brand,
        }),
      },
      heading(data.title),
      h.p { class = "lead", h.strong { data.name } },
      data.lead and h.p { class = "lead", data.lead },
    },
  }
end

return function(data, t)
  return layout(
    data,
    t,
    { wide = true, class = "welcome", invite = false },
    head(data, t),
    h.div {
      class = "band",
      h.div {
        class = "wrap",
        data.review and h.div { class = "notice", h.p { t("welcome.review") } },
        h.p { t("welcome.keep-link") },
        h.ul {
          class = "items",
          h.each(data.items, function(item)
            return item_card(item, t)
          end),
        },
        h.section {
          class = "next",
          ["aria-labelledby"] = "mer",
          h.h2 { id = "mer", t("welcome.more") },
          h.ul {
            class = "links",
            data.profile_href and h.li { h.a { href = data.profile_href, t("welcome.profile") } },
            h.li {
              h.a {
                href = data.commitment_href,
                t.rich("welcome.commitment", { title = data.commitment_title or t("commitment.title") }),
              },
            },
          },
        },
      },
    }
  )
end
