package.path = "tests/lua/?.lua;" .. package.path
require("support")
local words = require("words")

local sv = words("sv")
local en = words("en")

describe("words", function()
  it("write numbers as the language does", function()
    local cases = {
      { 0, "0", "0" },
      { 999, "999", "999" },
      { 2000, "2\u{a0}000", "2,000" },
      { 1234567, "1\u{a0}234\u{a0}567", "1,234,567" },
      { -12000, "-12\u{a0}000", "-12,000" },
    }
    for _, case in ipairs(cases) do
      assert.equal(case[2], sv.number(case[1]))
      assert.equal(case[3], en.number(case[1]))
    end
  end)

  it("fill in values, whole numbers in the language's way", function()
    assert.equal("Version 2", sv("strategy.version", { id = "2" }))
    assert.equal("nr 2\u{a0}000", sv("register.number", { number = 2000 }))
  end)

  it("count", function()
    assert.equal("1 organisation har anslutit sig", sv.n("register.joined", 1))
    assert.equal("0 organisationer har anslutit sig", sv.n("register.joined", 0))
    assert.equal("2\u{a0}000 organisationer har anslutit sig", sv.n("register.joined", 2000))
    assert.equal("1 organisation has joined", en.n("register.joined", 1))
  end)

  it("put nodes among texts", function()
    local node = { "x" }
    local rich = sv.rich("saved.lead", { email = node })
    assert.equal(node, rich[2])
    assert.equal("Vi har mejlat den till ", rich[1])
  end)

  it("keep a doubled brace as one", function()
    assert.equal("%{count} tecken kvar", sv("form.left.other"))
  end)

  it("list things", function()
    assert.equal("", sv.list {})
    assert.equal("a", sv.list { "a" })
    assert.equal("a och b", sv.list { "a", "b" })
    assert.equal("a, b och c", sv.list { "a", "b", "c" })
    assert.equal("a, b and c", en.list { "a", "b", "c" })
  end)

  it("mark a text that stands in for one that is not translated", function()
    assert.equal("\14sv\2Förening\15", words("de")("kind.association"))
    assert.equal("\14sv\2nr 2\u{a0}000\15", words("de")("register.number", { number = 2000 }))
    assert.equal("a\14sv\2 och \15b", words("de").list { "a", "b" })
    assert.equal("\14sv\0022 organisationer har anslutit sig\15", words("de").n("register.joined", 2))
    local node = { "x" }
    local rich = words("de").rich("saved.lead", { email = node })
    assert.equal("\14sv\2Vi har mejlat den till \15", rich[1])
    assert.equal(node, rich[2])
  end)

  it("raise where a text is asked for that does not exist", function()
    local ok, why = pcall(function()
      return (sv("no.such"))
    end)
    assert.is_false(ok)
    assert.matches("words_spec.lua:%d+: there is no text 'no.such'", why)
    assert.has_error(function()
      sv.n("no.such", 1)
    end)
    assert.has_error(function()
      sv.rich("no.such", {})
    end)
  end)

  it("raise where a value is missing", function()
    local ok, why = pcall(sv, "register.number", {})
    assert.is_false(ok)
    assert.matches("text 'register.number' needs {number}", why)
  end)
end)
