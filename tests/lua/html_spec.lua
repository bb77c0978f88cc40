package.path = "tests/lua/?.lua;" .. package.path
require("support")
local h = require("html")

local function error_of(fn)
  local ok, why = pcall(fn)
  assert.is_false(ok)
  return why
end

describe("html", function()
  it("raises at the line of a tag that does not exist", function()
    local line = debug.getinfo(1, "l").currentline + 2
    local why = error_of(function()
      return h.dvi { "x" }
    end)
    assert.matches("html_spec.lua:" .. line .. ": there is no tag h.dvi", why)
  end)

  it("raises at the line of an attribute that does not exist", function()
    local line = debug.getinfo(1, "l").currentline + 2
    local why = error_of(function()
      local node = h.p { clas = "x" }
      return node
    end)
    assert.matches("html_spec.lua:" .. line .. ": h.p has no attribute 'clas'", why)
  end)

  it("knows no attribute that runs a script", function()
    for _, name in ipairs { "onclick", "onload", "onerror", "srcdoc", "formaction" } do
      assert.matches("has no attribute", error_of(function()
        return (h.div { [name] = "x" })
      end))
    end
  end)

  it("takes aria and data attributes", function()
    assert.is_table(h.p { ["aria-label"] = "x", ["data-a"] = "y", ["data-i18n.x-y.one"] = "z" })
    assert.has_error(function()
      return (h.p { ["aria-"] = "x" })
    end)
    assert.has_error(function()
      return (h.p { ["data-1 x"] = "x" })
    end)
  end)

  it("gives nothing for prose that is not there", function()
    assert.is_nil(h.prose(nil))
    assert.is_nil(h.prose(false))
  end)

  it("puts the headings of prose below those of the page", function()
    local prose = { html = "<h2>A</h2><p>&lt;h2&gt;</p><h5>B</h5>" }
    assert.equal(prose.html, h.prose(prose)[1][1])
    assert.equal("<h4>A</h4><p>&lt;h2&gt;</p><h6>B</h6>", h.prose(prose, 4)[1][1])
    assert.equal("<h2>A</h2><h3>B</h3>", h.prose({ html = "<h3>A</h3><h4>B</h4>" })[1][1])
  end)

  it("joins the class names that are given", function()
    assert.equal("a b", h.classes("a", nil, false, "b"))
    assert.is_nil(h.classes(nil, false))
  end)

  it("makes a node of every item, and nothing of no list", function()
    assert.same({ 2, false, 6 }, h.each({ 1, 2, 3 }, function(n)
      return n ~= 2 and n * 2 or nil
    end))
    assert.same({}, h.each(nil, error))
  end)

  it("tells plain text from what is said in another language", function()
    assert.equal("x", h.plain("x"))
    assert.equal("x", h.plain { text = "x", lang = "sv" })
    assert.is_nil(h.plain(nil))
  end)

  it("says the language of a name in an attribute, and of what stands below it", function()
    local grouped = require("parts.grouped")
    local function write(option)
      return h.option { value = option.value, option.label }
    end
    local foreign = { text = "Norrviks län", lang = "sv" }
    local options = {
      { value = "1", label = "Norrvik", group = foreign },
      { value = "2", label = { text = "Älv", lang = "sv" }, group = foreign },
      { value = "3", label = "South", group = "Southern County" },
    }
    local groups = grouped(options, write, "en")
    assert.same({ "sv", "Norrviks län" }, { groups[1].lang, groups[1].label })
    assert.same({ "en", "sv" }, { groups[1][1].lang, groups[1][2].lang })
    assert.is_nil(groups[2].lang)
    assert.is_nil(groups[2][1].lang)
    assert.equal("sv", h.lang(foreign))
    assert.is_nil(h.lang("South"))
  end)
end)
