-- What holds for every page, whatever its data: shown on all fixtures.
package.path = "tests/lua/?.lua;" .. package.path
local support = require("support")

local pages = {}
for _, fixture in ipairs(support.fixtures("view")) do
  pages[#pages + 1] = { name = fixture.file, data = fixture.data, tree = support.render("views", fixture) }
end

local function each_page(check)
  for _, page in ipairs(pages) do
    check(page.tree, page.name, page.data)
  end
end

local function page(name)
  for _, one in ipairs(pages) do
    if one.name == name then
      return one.tree
    end
  end
  error("no fixture " .. name)
end

local function ids(tree)
  local found = {}
  support.walk(tree, function(_, node)
    if node.id then
      found[node.id] = (found[node.id] or 0) + 1
    end
  end)
  return found
end

describe("every page", function()
  it("has a fixture", function()
    local drawn = {}
    for _, fixture in ipairs(support.fixtures("view")) do
      drawn[fixture.name] = true
    end
    for _, path in ipairs(support.files("lua/views", ".lua")) do
      assert.is_true(drawn[path:match("([%l_]+)%.lua$")], path)
    end
  end)

  it("has one main heading, and no level is skipped after it", function()
    each_page(function(tree, name)
      local count, level = 0, 0
      support.walk(tree, function(tag, node, parents)
        local n = tonumber(tag:match("^h([1-6])$"))
        if not n or table.concat(parents, " "):find("footer") then
          return
        end
        -- the summary of problems stands above the heading, as govuk-frontend has it
        if tostring(node.class):find("error%-summary") then
          return
        end
        count = count + (n == 1 and 1 or 0)
        assert.is_true(n <= level + 1, name .. ": h" .. n .. " after h" .. level)
        level = n
      end)
      assert.equal(1, count, name)
    end)
  end)

  it("uses every id once", function()
    each_page(function(tree, name)
      for id, times in pairs(ids(tree)) do
        assert.equal(1, times, name .. ": " .. id)
      end
    end)
  end)

  it("points only to ids that it has", function()
    each_page(function(tree, name)
      local has = ids(tree)
      support.walk(tree, function(_, node)
        for _, attribute in ipairs { "for", "aria-describedby", "aria-labelledby" } do
          for id in tostring(node[attribute] or ""):gmatch("%S+") do
            assert.is_truthy(has[id], ("%s: %s=%s"):format(name, attribute, id))
          end
        end
        local fragment = type(node.href) == "string" and node.href:match("^#(.+)$")
        if fragment then
          assert.is_truthy(has[fragment], name .. ": #" .. fragment)
        end
      end)
    end)
  end)

  it("names every input by a label", function()
    each_page(function(tree, name)
      local labelled = {}
      support.walk(tree, function(tag, node)
        if tag == "label" then
          labelled[node["for"]] = true
        end
      end)
      support.walk(tree, function(tag, node)
        local input = tag == "input" and node.type ~= "hidden" or tag == "select" or tag == "textarea"
        if input then
          assert.is_true(labelled[node.id], name .. ": " .. tostring(node.name))
        end
      end)
    end)
  end)

  it("has words in every link and every button that can be reached", function()
    each_page(function(tree, name)
      support.walk(tree, function(tag, node)
        if (tag == "a" or tag == "button") and not node["aria-hidden"] then
          assert.matches("%S", support.text(node), name)
        end
      end)
    end)
  end)

  it("has a text for every picture, or says that it needs none", function()
    each_page(function(tree, name)
      support.walk(tree, function(tag, node)
        if tag == "img" then
          assert.is_string(node.alt, name)
        elseif tag == "svg" then
          assert.equal("true", node["aria-hidden"], name)
        end
      end)
    end)
  end)

  it("holds no style and no script of its own", function()
    each_page(function(tree, name)
      support.walk(tree, function(tag, node)
        assert.is_nil(node.style, name)
        assert.is_true(tag ~= "script" or node.src ~= nil and #node == 0, name)
      end)
    end)
  end)

  it("sends forms that change something by POST, with a stamp", function()
    each_page(function(tree, name)
      support.walk(tree, function(tag, node)
        if tag ~= "form" then
          return
        end
        local stamp = support.find(node, "input", function(input)
          return input.name == "_stamp"
        end)
        if node.method == "post" then
          assert.is_truthy(stamp, name)
          assert.is_true(node.novalidate, name)
        else
          assert.equal("get", node.method, name)
          assert.is_nil(stamp, name)
        end
      end)
    end)
  end)

  it("presses the first button of a form when Enter is pressed in a field", function()
    for _, name in ipairs { "join-step-1", "join-step-group", "join-check" } do
      local first = support.find(page(name), "button")
      assert.equal("_next", first.name, name)
    end
  end)

  it("marks the language of words in another language", function()
    local heading = support.find(page("home-en"), "h1")
    assert.equal("sv", heading[1].lang)
  end)

  it("says of every link away that it leads away", function()
    each_page(function(tree, name, data)
      support.walk(tree, function(tag, node)
        if tag == "a" and node.class and tostring(node.class):find("external") then
          local words = data.page.lang == "sv" and "länk till en annan webbplats" or "link to another website"
          assert.matches(words, support.text(node), name)
        end
      end)
    end)
  end)
end)

describe("the title of a page", function()
  local function title(name)
    return support.text(support.find(page(name), "title"))
  end

  it("ends with the county's brand", function()
    assert.equal("Tillgänglighet – Ett jämställt Mittlän", title("page"))
  end)

  it("begins with what is wrong", function()
    assert.equal("Fel: Vad ni vill bidra med – Anslut er organisation – Ett jämställt Mittlän", title("join-step-wrong"))
  end)

  it("is the portal's own where there is no county", function()
    assert.matches("Anslut$", title("portal"))
  end)
end)

describe("the menu", function()
  local function current(name)
    local found = {}
    support.walk(page(name), function(tag, node)
      if tag == "a" and node["aria-current"] then
        found[#found + 1] = node["aria-current"] .. " " .. support.text(node)
      end
    end)
    return found
  end

  it("shows where one is", function()
    assert.same({ "page Anslutna" }, current("register"))
  end)

  it("shows the part that one is in", function()
    assert.same({ "true Anslutna" }, current("member"))
  end)
end)

describe("a form with problems", function()
  local tree = page("join-step-wrong")

  it("lists them all, each leading to an input", function()
    local targets = {}
    support.walk(tree, function(tag, node, parents)
      local href = tag == "a" and node.href
      if href and href:find("^#f%-") and table.concat(parents, " "):find("ul li$") then
        targets[#targets + 1] = href:sub(2)
      end
    end)
    assert.equal(7, #targets)
    for _, id in ipairs(targets) do
      local input = support.find(tree, "input", function(n)
        return n.id == id
      end) or support.find(tree, "textarea", function(n)
        return n.id == id
      end) or support.find(tree, "select", function(n)
        return n.id == id
      end)
      assert.is_truthy(input, id)
    end
  end)

  it("keeps what was typed", function()
    local day = support.find(tree, "input", function(n)
      return n.id == "f-founded-day"
    end)
    assert.equal("31", day.value)
    local budget = support.find(tree, "input", function(n)
      return n.id == "f-budget"
    end)
    assert.equal("mycket", budget.value)
    assert.equal("true", budget["aria-invalid"])
    assert.matches("f%-budget%-fel", budget["aria-describedby"])
  end)

  it("says which questions it showed", function()
    local asked = {}
    support.walk(tree, function(tag, node)
      if tag == "input" and node.name == "_asked" then
        asked[#asked + 1] = node.value
      end
    end)
    assert.equal("focus employees founded contribution budget municipality ok", table.concat(asked, " "))
  end)
end)

describe("the home page", function()
  local function sections(name)
    local list = {}
    support.walk(page(name), function(tag, node, parents)
      if tag == "h2" and node.id and parents[#parents] == "div" then
        list[#list + 1] = node.id:match("^rubrik%-(.+)$")
      end
    end)
    return table.concat(list, " ")
  end

  it("follows the county's order", function()
    assert.equal("omraden paket processer varfor mal nya nyhetsbrev publikationer nationella-mal bakom", sections("home-circles"))
    assert.equal("paket processer omraden nya nationella-mal nyhetsbrev", sections("home-plain"))
  end)

  it("leaves out what there is nothing of", function()
    assert.equal("", sections("home-empty"))
  end)
end)

describe("the heading", function()
  it("is set smaller when one of its words is too long for a phone", function()
    local heading = require("parts.heading")
    local sizes = {
      { "Välkommen till Ett jämställt Västmanland", nil },
      { "Handbok för jämställdhets-integrering", nil },
      { "Länsstrategi för jämställdhetsintegrering", "long" },
      { { text = "Arbetsmarknadspolitiska frågor", lang = "sv" }, "long" },
      { "Jämställdhetsintegreringsfrågor", "longest" },
    }
    for _, case in ipairs(sizes) do
      assert.equal(case[2], heading(case[1]).class)
    end
  end)
end)

describe("a text that was typed", function()
  local function tags(text)
    local found = {}
    support.walk(require("parts.summary").paragraphs(text), function(tag)
      found[#found + 1] = tag
    end)
    return table.concat(found, " ")
  end

  it("keeps its paragraphs, its lines and its lists", function()
    assert.equal("p p br", tags("Ett\n\nTvå\ntre"))
    assert.equal("p ul li li p", tags("Vi vill\n\n- räkna\n- berätta\n\nNu"))
    assert.equal("p", tags("- en ensam rad"))
    assert.equal("p br", tags("- en rad\noch en till"))
  end)
end)

describe("what a member is", function()
  local function said(member)
    member.joined, member.kind_label = nil, member.kind
    return support.text(require("parts.members")({ member }, require("words")("sv")))
  end

  it("tells the municipality of all but municipalities", function()
    assert.matches("company i Sala", said { name = "A", href = "/a", kind = "company", municipality_label = "Sala" }, 1, true)
    local municipality = said { name = "Sala kommun", href = "/b", kind = "municipality", municipality_label = "Sala" }
    assert.not_matches(" i Sala", municipality, 1, true)
    assert.matches("municipality", municipality, 1, true)
  end)
end)

describe("a sealed commitment", function()
  it("tells the strategy's time in words", function()
    assert.matches("Ett jämställt Mittlän (1 april 2024 till 31 december 2027)", support.text(page("commitment")), 1, true)
  end)
end)
