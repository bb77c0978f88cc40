-- Tags: h.p { class = "lead", "Hej" } makes a node of a tree, which engine/view
-- writes as HTML.
--
-- A node's children are texts, numbers, nodes, lists of these, and what a
-- county says (docs/pages.md: a text, or { text =, lang = }); nil and false are
-- passed over. Attributes are texts or numbers; true writes the bare name, nil
-- and false write nothing. Everything is escaped. `href`, `src` and `action`
-- take http(s), mailto, tel, site paths, queries and fragments.
--
-- A tag or an attribute that is not listed here raises at the line that uses it.
local new_tag = require("tag")

local normal_tags = {
  "a", "abbr", "address", "article", "aside", "blockquote", "body", "button", "caption", "cite",
  "code", "dd", "details", "div", "dl", "dt", "em", "fieldset", "figcaption", "figure", "footer",
  "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "html", "label", "legend", "li",
  "main", "nav", "ol", "optgroup", "option", "output", "p", "script", "section", "select", "small",
  "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "textarea", "tfoot", "th",
  "thead", "time", "title", "tr", "ul",
  -- drawings
  "circle", "defs", "desc", "ellipse", "g", "line", "path", "polygon", "polyline", "rect", "svg",
  "text",
}

local void_tags = { "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr" }

local attribute_names = {
  "class", "dir", "hidden", "id", "lang", "role", "style", "tabindex", "title",
  "download", "href", "hreflang", "rel", "target",
  "as", "async", "charset", "content", "crossorigin", "defer", "media", "name", "property", "sizes",
  "src", "type",
  "alt", "height", "loading", "width",
  "accept-charset", "action", "autocomplete", "checked", "disabled", "enctype", "for", "form",
  "formnovalidate", "inputmode", "label", "maxlength", "method", "novalidate", "readonly", "rows",
  "selected", "size", "spellcheck", "value",
  "cellpadding", "cellspacing", "colspan", "datetime", "headers", "open", "reversed", "rowspan",
  "scope", "start",
  "clip-rule", "cx", "cy", "d", "fill", "fill-opacity", "fill-rule", "focusable", "opacity",
  "points", "preserveAspectRatio", "r", "rx", "ry", "stroke", "stroke-linecap", "stroke-linejoin",
  "stroke-width", "transform", "viewBox", "x", "x1", "x2", "xmlns", "y", "y1", "y2",
}

-- What engine/view/html.c reads in a node's metatable.
local NORMAL, VOID, PROSE = 0, 1, 2

local known = {}
for _, name in ipairs(attribute_names) do
  known[name] = true
end

-- A key that is neither a child's nor known (engine/view/tags.h).
local function check_key(tag, key)
  if type(key) ~= "string" then
    error(("h.%s: %s is neither a child nor an attribute"):format(tag, tostring(key)), 3)
  end
  if not (key:find("^aria%-%l+$") or key:find("^data%-%l[%l%d.-]*$")) then
    error(("h.%s has no attribute '%s'"):format(tag, key), 3)
  end
  known[key] = true
end

local h = {}

for _, tag in ipairs(normal_tags) do
  h[tag] = new_tag({ tag, NORMAL }, known, check_key)
end
for _, tag in ipairs(void_tags) do
  h[tag] = new_tag({ tag, VOID }, known, check_key)
end

-- A list with make(item, index) for every item.
function h.each(list, make)
  local nodes = {}
  for i, item in ipairs(list or {}) do
    nodes[i] = make(item, i) or false
  end
  return nodes
end

-- Put the headings of Markdown's HTML below one of the page: whether the county
-- wrote "#" or "##", its largest get the level `top`. Text there is escaped, so
-- that "<h2" is a tag and nothing else.
local function place_headings(html, top)
  local largest = 6
  for level in html:gmatch("<h([1-6])>") do
    largest = math.min(largest, tonumber(level))
  end
  return (html:gsub("(</?h)([1-6])>", function(open, level)
    return open .. math.min(tonumber(level) - largest + top, 6) .. ">"
  end))
end

-- The one exception to escaping: Markdown that engine/markdown has made into
-- HTML, as docs/pages.md calls prose. nil gives nothing. `level` is that of its
-- largest headings, 2 when not given.
local prose_meta = { "prose", PROSE }
function h.prose(prose, level)
  if not prose then
    return nil
  end
  local html = place_headings(prose.html, level or 2)
  return h.div { class = "prose", lang = prose.lang, setmetatable({ html }, prose_meta) }
end

-- What a county says as plain text, for attributes.
function h.plain(said)
  if type(said) == "table" then
    return said.text
  end
  return said
end

-- Its language, when that is not the page's: for the element that has the words
-- in an attribute.
function h.lang(said)
  return type(said) == "table" and said.lang or nil
end

-- Class names, those that are not nil or false.
function h.classes(...)
  local given = table.pack(...)
  local names = {}
  for i = 1, given.n do
    if given[i] then
      names[#names + 1] = given[i]
    end
  end
  return #names > 0 and table.concat(names, " ") or nil
end

-- Is there anything in a list?
function h.any(list)
  return list ~= nil and #list > 0
end

return setmetatable(h, {
  __index = function(_, tag)
    error(("there is no tag h.%s"):format(tostring(tag)), 2)
  end,
})
