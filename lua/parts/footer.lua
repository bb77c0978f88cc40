-- Who stands behind the portal, how to reach them, and what else there is.
local h = require("html")
local link = require("parts.link")

local function owners(county, t)
  return h.div {
    class = "footer__part",
    h.h2 { county.brand },
    h.any(county.owners) and h.p {
      t("footer.run-by"),
      " ",
      h.each(county.owners, function(owner, i)
        local count = #county.owners
        local before = i == 1 and "" or i == count and t("list.and") or ", "
        return { before, owner.name }
      end),
      ".",
    },
    county.org_number and h.p { t("footer.org-number", { number = county.org_number }) },
  }
end

local function contact_lines(contact, t)
  local lines = {
    h.strong { contact.unit },
    contact.phone and {
      h.a { class = "nobreak", href = contact.phone_href, contact.phone },
      contact.note and { " (", contact.note, ")" },
    },
    contact.email and {
      h.a { href = "mailto:" .. contact.email, contact.email },
      not contact.phone and contact.note and { " (", contact.note, ")" },
    },
    not contact.phone and not contact.email and contact.note,
    contact.visiting_address and { t("footer.visiting"), " ", contact.visiting_address },
    contact.postal_address and { t("footer.postal"), " ", contact.postal_address },
  }
  local shown = {}
  for i = 1, 6 do
    if lines[i] then
      shown[#shown + 1] = { #shown > 0 and h.br {}, lines[i] }
    end
  end
  return h.p { shown }
end

local function contacts(county, t)
  if not h.any(county.contacts) then
    return nil
  end
  return h.div {
    class = "footer__part",
    h.h2 { t("footer.contact") },
    h.each(county.contacts, function(contact)
      return contact_lines(contact, t)
    end),
  }
end

local function about(data, t)
  local county = data.county
  return h.div {
    class = "footer__part",
    h.h2 { t("footer.about") },
    h.ul {
      class = "footer__links",
      h.each(county.footer, function(page)
        return h.li { link(page, t) }
      end),
      h.li { h.a { href = data.page.base .. "/strategi", t("nav.strategy") } },
      h.li { h.a { href = data.page.base .. "/anslutna", t("nav.register") } },
      h.each(data.page.languages, function(other)
        return h.li {
          h.a { href = other.href, lang = other.lang, hreflang = other.lang, other.name },
        }
      end),
    },
  }
end

local function county_footer(data, t)
  return {
    owners(data.county, t),
    contacts(data.county, t),
    about(data, t),
  }
end

return function(data, t)
  return h.footer {
    class = "footer",
    h.div {
      class = "wrap footer__row",
      data.county and county_footer(data, t) or h.div {
        class = "footer__part",
        h.h2 { t("portal.brand") },
        h.p { t("portal.footer") },
      },
    },
  }
end
