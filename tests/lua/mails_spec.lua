package.path = "tests/lua/?.lua;" .. package.path
local support = require("support")

local LONGEST = 72

local mails = {}
for _, lang in ipairs { "sv", "en" } do
  for _, fixture in ipairs(support.fixtures("mail")) do
    fixture.data.page.lang = lang
    mails[#mails + 1] = { name = fixture.name .. " " .. lang, data = fixture.data, mail = support.render("mails", fixture) }
  end
end

describe("every mail", function()
  it("has a fixture", function()
    local with = {}
    for _, fixture in ipairs(support.fixtures("mail")) do
      with[fixture.name] = true
    end
    for _, path in ipairs(support.files("lua/mails", ".lua")) do
      assert.is_true(with[path:match("([%l_]+)%.lua$")], path)
    end
  end)

  it("has a subject of one line that names the county's portal or the member", function()
    for _, one in ipairs(mails) do
      local subject = one.mail.subject
      assert.is_nil(subject:find("[\r\n]"), one.name)
      local brand = subject:find("Ett jämställt Mittlän", 1, true)
      local member = one.data.name and subject:find(one.data.name, 1, true)
      assert.is_truthy(brand or member, one.name)
    end
  end)

  it("keeps its lines short, but never breaks an address", function()
    for _, one in ipairs(mails) do
      for line in one.mail.plain:gmatch("[^\n]*") do
        assert.is_true(utf8.len(line) <= LONGEST or line:find("^https?://%S+$") ~= nil, one.name .. ": " .. line)
      end
    end
  end)

  it("says the same in plain text and in HTML", function()
    for _, one in ipairs(mails) do
      local html = support.text(one.mail.html):gsub("%s+", "")
      local href = one.data.href or one.data.profile_href
      if href then
        assert.is_truthy(one.mail.plain:find(href, 1, true), one.name)
        assert.is_truthy(html:find(href, 1, true), one.name)
      end
      local heading = support.text(support.find(one.mail.html, "h1")):gsub("%s+", "")
      assert.is_truthy(one.mail.plain:gsub("%s+", ""):find(heading, 1, true), one.name)
    end
  end)

  it("ends with who sent it", function()
    for _, one in ipairs(mails) do
      local signature = one.mail.plain:match("\n%-%- \n(.*)$")
      assert.is_string(signature, one.name)
      assert.matches("^Ett jämställt Mittlän\n", signature)
    end
  end)

  it("loads nothing from elsewhere", function()
    for _, one in ipairs(mails) do
      support.walk(one.mail.html, function(tag, node)
        assert.is_true(tag ~= "img" and tag ~= "link" and tag ~= "script", one.name)
        assert.is_nil(node.src, one.name)
      end)
    end
  end)
end)
