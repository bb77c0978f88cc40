-- The page around every view: head, alerts, header, main, footer.
--
-- layout(data, t, options, ...) with the view's nodes last. `options`:
--   class     of <main>
--   bare      true: no menu, for forms, where one thing is to be done
--   wide      true: the view makes its own full-width bands
--   section   said: stands between the page's title and the county's brand
--   invite    false: no join button in the header
local h = require("html")
local engine = require("engine")
local brand = require("parts.brand")
local alerts = require("parts.alerts")
local footer = require("parts.footer")
local name = require("parts.name")

local function title(data, t, options)
  local names = {}
  if data.page.title and data.page.title ~= "" then
    names[#names + 1] = data.page.title
  end
  if options.section then
    names[#names + 1] = h.plain(options.section)
  end
  names[#names + 1] = data.county and h.plain(data.county.brand) or t("portal.brand")
  local whole = table.concat(names, " – ")
  return data.page.wrong and t("page.wrong", { title = whole }) or whole
end

-- Where the page is in each language, this one among them; search engines ask
-- for that when there is more than one.
local function alternates(page)
  return h.any(page.languages)
    and {
      h.link { rel = "alternate", hreflang = page.lang, href = page.canonical },
      h.each(page.languages, function(other)
        return h.link { rel = "alternate", hreflang = other.lang, href = other.canonical }
      end),
    }
end

local function head(data, t, options)
  local page = data.page
  return h.head {
    h.meta { charset = "utf-8" },
    h.meta { name = "viewport", content = "width=device-width, initial-scale=1" },
    h.title { title(data, t, options) },
    h.meta { name = "color-scheme", content = "light dark" },
    page.noindex and h.meta { name = "robots", content = "noindex" },
    page.canonical and not page.noindex and {
      h.link { rel = "canonical", href = page.canonical },
      alternates(page),
    },
    h.link { rel = "icon", type = "image/svg+xml", href = engine.asset("favicon.svg") },
    h.link { rel = "stylesheet", href = engine.asset("app.css") },
    page.theme and h.link { rel = "stylesheet", href = page.theme },
    h.script { src = engine.asset("app.js"), type = "module" },
  }
end

-- Is the menu's item this page, or the one above it?
local function current(page, path)
  if page.path == path then
    return "page"
  end
  return page.path and page.path:sub(1, #path + 1) == path .. "/" and "true" or nil
end

local function item(data, path, text)
  return h.li {
    h.a {
      class = "menu__link",
      href = data.page.base .. path,
      ["aria-current"] = current(data.page, path),
      text,
    },
  }
end

local function county_menu(data, t)
  return {
    item(data, "/strategi", t("nav.strategy")),
    item(data, "/anslutna", t("nav.register")),
    h.each(data.county.top, function(page)
      return h.li {
        h.a {
          class = "menu__link",
          href = page.href,
          ["aria-current"] = page.href == data.page.base .. (data.page.path or "") and "page" or nil,
          page.text,
        },
      }
    end),
  }
end

local function languages(data)
  return h.each(data.page.languages, function(other)
    return h.li {
      h.a {
        class = "menu__link",
        href = other.href,
        lang = other.lang,
        hreflang = other.lang,
        rel = "alternate",
        other.name,
      },
    }
  end)
end

local function menu(data, t, options)
  if options.bare then
    return nil
  end
  local county = data.county
  if not county and not h.any(data.page.languages) then
    return nil
  end
  return h.nav {
    class = "menu",
    ["aria-labelledby"] = "meny",
    name("meny", t("nav.label")),
    h.ul { class = "menu__list", county and county_menu(data, t), languages(data) },
    county and county.joins and options.invite ~= false and h.a {
      class = "button button--small",
      href = data.page.base .. "/anslut",
      county.act,
    },
  }
end

local function header(data, t, options)
  return h.header {
    class = "top",
    h.div { class = "wrap top__row", brand(data, t), menu(data, t, options) },
  }
end

local function body_class(data)
  return h.classes("page", data.county and "face-" .. (data.county.hero or "circles") or "face-portal")
end

return function(data, t, options, ...)
  return h.html {
    lang = data.page.lang,
    dir = data.page.dir,
    head(data, t, options),
    h.body {
      class = body_class(data),
      h.a { class = "skip-link", href = "#innehall", t("page.skip") },
      alerts(data, t),
      header(data, t, options),
      h.main {
        id = "innehall",
        class = h.classes(not options.wide and "wrap main", options.class),
        ...,
      },
      footer(data, t),
    },
  }
end
