-- Data of pages and mails, as handlers give it (docs/pages.md), of a made-up
-- county: full, empty, with long names, with everything wrong. Used by
-- view_preview (to look at pages) and by tests (every page must be written).

local function copy(value)
  if type(value) ~= "table" then
    return value
  end
  local out = {}
  for k, v in pairs(value) do
    out[k] = copy(v)
  end
  return out
end

-- `base` with the fields of `more` over it.
local function with(base, more)
  local out = copy(base)
  for k, v in pairs(more) do
    out[k] = v
  end
  return out
end

local function day(iso, text)
  return { iso = iso, text = text }
end

local function link(text, href)
  return { text = text, href = href, external = href:find("^http") ~= nil }
end

local PROSE = {
  html = "<p>Jämställdhet handlar om att flickor och pojkar, kvinnor och män ska ha samma möjlighet att forma samhället och sina egna liv. Den skapas där beslut fattas, där resurser fördelas och där normer uppstår.</p>"
    .. "<h2>Vad det betyder i vardagen</h2><p>Därför hör frågan hemma i det vanliga arbetet:</p>"
    .. "<ul><li>i planeringen, när det avgörs vad som ska göras</li><li>i budgeten, när pengarna fördelas</li><li>i uppföljningen, när vi ser hur det blev</li></ul>"
    .. '<p>Läs mer hos <a href="https://www.example.org/" rel="external" class="external">Jämställdhetsmyndigheten</a>, eller i <a href="/strategi">strategin</a>.</p>',
}

local AREAS = {
  { "makt", "power", "Makt och inflytande", "Den som berörs av ett beslut ska kunna påverka det.", 21 },
  { "ekonomi", "economy", "Egen ekonomi", "Lika lön, lika villkor och arbete som går att leva på.", 17 },
  { "utbildning", "education", "Skola och utbildning", "Intresse och förmåga ska styra valen, inte kön.", 14 },
  { "omsorg", "care", "Hem och omsorg", "Ansvaret för hem och barn går att dela.", 8 },
  { "halsa", "health", "Hälsa", "Samma möjlighet till god hälsa och till rätt vård.", 1 },
  { "vald", "violence", "Frihet från våld", "Ingen ska behöva vara rädd hemma.", 26 },
}

local GOALS = {
  { "power", "En jämn fördelning av makt och inflytande", "Kvinnor och män ska kunna delta och påverka på samma villkor." },
  { "economy", "Ekonomisk jämställdhet", "Arbete ska ge kvinnor och män samma möjlighet att försörja sig livet ut." },
  { "education", "Jämställd utbildning", "Flickor och pojkar ska ha samma chans att lära, välja och utvecklas." },
  { "care", "En jämn fördelning av det obetalda arbetet", "Hem och omsorg är ett ansvar som delas lika." },
  { "health", "Jämställd hälsa", "God hälsa och god vård, oavsett kön." },
  { "violence", "Mäns våld mot kvinnor ska upphöra", "Alla har rätt att bestämma över sin egen kropp." },
}

local function areas()
  local list = {}
  for i, a in ipairs(AREAS) do
    list[i] = {
      id = a[1],
      title = a[3],
      summary = a[4],
      href = "/mittlan/strategi#omrade-" .. a[1],
      members = a[5],
      national = { id = a[2], title = GOALS[i][2] },
    }
  end
  return list
end

local function national()
  local goals = {}
  for i, g in ipairs(GOALS) do
    goals[i] = { id = g[1], title = g[2], text = g[3] }
  end
  return {
    overall = {
      id = "overall",
      title = "Kvinnor och män ska ha samma makt att forma samhället och sina egna liv",
      text = "Det övergripande målet. Delmålen hänger ihop.",
    },
    goals = goals,
  }
end

local PACKAGE = {
  { id = "symbol", kind = "sticker", title = "Digitalt klistermärke", text = "Visa att ni är med, i er egen marknadsföring." },
  { id = "diplom", kind = "diploma", title = "Diplom nr {number}", text = "Numrerat, att skriva ut och hänga upp." },
  { id = "nat", kind = "network", title = "Nätverk", text = "Träffa andra som arbetar med samma sak." },
  { id = "brev", kind = "newsletter", title = "Nyhetsbrevet", text = "Fyra gånger om året." },
  { id = "stod", kind = "support", title = "Processtöd", text = "En timme med vår utvecklingsledare." },
  { id = "plats", kind = "listing", title = "En egen sida", text = "Ni syns bland de anslutna." },
}

local PROCESSES = {
  { id = "planering", title = "Planering", question = "Vad betyder beslutet för kvinnor och för män?" },
  { id = "budget", title = "Budget", question = "Går pengarna lika till kvinnor och män?" },
  { id = "genomforande", title = "Genomförande", question = "Får kvinnor och män samma möjligheter?" },
  { id = "uppfoljning", title = "Uppföljning", question = "Blev det lika bra för alla?" },
}

local function tags(...)
  local list = {}
  for i, name in ipairs { ... } do
    list[i] = { id = "a" .. i, title = name }
  end
  return list
end

local function member(number, name, kind, place, date, ...)
  return {
    name = name,
    href = "/mittlan/anslutna/x" .. number,
    number = number,
    kind = "association",
    kind_label = kind,
    municipality = place and "9901",
    municipality_label = place,
    joined = date,
    areas = tags(...),
  }
end

local MEMBERS = {
  member(41, "Arkivet i Västerby", "Förening", "Västerby", day("2025-03-14", "14 mars 2025"), "Makt och inflytande", "Hälsa"),
  member(1, "Länsstyrelsen i Mittläns län", "Statlig myndighet", nil, day("2024-11-20", "20 november 2024"), "Makt och inflytande", "Frihet från våld", "Egen ekonomi"),
  member(44, "Mittläns sparbank", "Företag", "Österby", day("2025-06-02", "2 juni 2025"), "Makt och inflytande"),
  member(52, "Åkerby idrottsklubb", "Förening", "Åkerby", day("2026-09-09", "9 september 2026"), "Makt och inflytande", "Hälsa"),
  member(2, "Österby kommun", "Kommun", "Österby", day("2024-11-20", "20 november 2024"), "Makt och inflytande", "Skola och utbildning"),
}

local LONG = "Samverkansföreningen för jämställdhetsintegreringsutveckling i Nedre Västerbygdens kommunalförbund och Överförmyndarnämnden"

local COUNTY = {
  slug = "mittlan",
  name = "Mittläns län",
  genitive = "Mittläns läns",
  brand = "Ett jämställt Mittlän",
  hero = "circles",
  joins = true,
  act = "Anslut er organisation",
  owners = {
    { name = "Länsstyrelsen i Mittläns län" },
    { name = "Region Mittlän" },
  },
  contacts = {
    {
      unit = "Social hållbarhet",
      phone = "010-000 00 00",
      phone_href = "tel:+46100000000",
      note = "växel",
      email = "jamstalldhet@mittlan.example",
      visiting_address = "Storgatan 1, Västerby",
      postal_address = "Box 1, 999 99 Västerby",
    },
  },
  org_number = "202100-0000",
  top = { link("Kalender", "/mittlan/sidor/kalender") },
  footer = { link("Tillgänglighet", "/mittlan/sidor/tillganglighet"), link("Personuppgifter", "/mittlan/sidor/personuppgifter") },
}

local ALERTS = {
  {
    id = "eld",
    grade = "important",
    title = "Eldningsförbud i hela länet",
    text = "Beslutat tillsammans med räddningstjänsten.",
    from = { iso = "2026-05-11T15:00:00Z", text = "11 maj 2026 kl. 17.00" },
    until_further_notice = true,
    links = { link("Läs om brandrisken hos SMHI", "https://www.smhi.se/") },
  },
  { id = "risk", grade = "notice", title = "Risk för skogsbrand", text = "Håll dig uppdaterad.", links = {} },
}

local function page(path, title, more)
  return with({
    lang = "sv",
    base = "/mittlan",
    path = path,
    title = title,
    wrong = false,
    noindex = false,
    languages = { { lang = "en", href = "/mittlan/en" .. path, name = "English" } },
    theme = "/theme-circles.css",
    canonical = "https://anslut.example/mittlan" .. path,
  }, more or {})
end

local all = {}

local function view(file, name, data)
  data.county = data.county ~= false and (data.county or COUNTY) or nil
  data.alerts = data.alerts or (data.county and {})
  all[#all + 1] = { file = file, kind = "view", name = name, data = data }
end

local function mail(name, data)
  data.page = { lang = "sv" }
  data.county = COUNTY
  all[#all + 1] = { file = "mail-" .. name, kind = "mail", name = name, data = data }
end

local function theme(name, county, on_county, on_dark, accent, on_accent)
  local css = ":root{--county:%s;--on-county:%s;--county-on-dark:%s;--accent:%s;--on-accent:%s;}\n"
  all[#all + 1] = {
    file = "theme-" .. name,
    kind = "css",
    name = "theme",
    data = { css = css:format(county, on_county, on_dark, accent, on_accent) },
  }
end

theme("circles", "#005b52", "#ffffff", "#3f968b", "#f2b705", "#17211f")
theme("symbol", "#5a1f6b", "#ffffff", "#b884c6", "#ff8a5b", "#17211f")
theme("band", "#12396b", "#ffffff", "#7fa0cf", "#7ad1c4", "#17211f")
theme("plain", "#8a2333", "#ffffff", "#d98590", "#f4c7a1", "#17211f")

-- Front page

local function county_card(slug, brand, name, members, colour, accent)
  return { slug = slug, brand = brand, name = name, href = "/" .. slug .. "/", members = members, areas = 6, colour = colour, accent = accent }
end

view("portal", "portal", {
  county = false,
  page = { lang = "sv", base = "", path = "/", title = "Länens jämställdhetsportaler", wrong = false, noindex = false, languages = {} },
  counties = {
    county_card("mittlan", "Ett jämställt Mittlän", "Mittläns län", 54, "#005b52", "#f2b705"),
    county_card("soder", "Ett jämställt Söderlän", "Söderläns län", 1, "#5a1f6b", "#ff8a5b"),
    county_card("norr", "Jämställt Norrlän", "Norrläns län", 0, "#12396b", "#7ad1c4"),
    county_card("oster", "Ett jämställt Österlän", "Österläns län", 2000, "#8a2333", "#f4c7a1"),
  },
})
view("portal-empty", "portal", {
  county = false,
  page = { lang = "sv", base = "", path = "/", title = "Länens jämställdhetsportaler", wrong = false, noindex = false, languages = {} },
  counties = {},
})

-- Home, in four faces

local HOME = {
  page = page("/", "Samma makt att forma sitt liv, i hela länet"),
  title = "Samma makt att forma sitt liv, i hela länet",
  lead = "54 organisationer arbetar redan tillsammans för ett jämställt Mittlän. Anslut er och få stöd, nätverk och ett välkomstpaket.",
  order = { "facts", "areas", "package", "processes", "sections", "goals", "members", "newsletter", "publications", "national", "owners" },
  facts = { members = 54, municipalities_with = 3, municipalities = 10, areas = 6, period = { from = day("2024-01-01", "1 januari 2024"), to = day("2027-12-31", "31 december 2027") } },
  areas = areas(),
  package = PACKAGE,
  binding = false,
  act = "Anslut er organisation",
  processes = PROCESSES,
  goals = {
    { id = "kunskap", text = "Fler vet vad jämställdhet är och hur arbetet går till.", by = day("2026", "2026"), indicators = {} },
    { id = "verktyg", text = "Alla som vill ha verktyg och metoder får det.", indicators = {} },
    { id = "man", text = "Frågor om män och maskulinitet är en del av arbetet.", indicators = {} },
  },
  sections = {
    varfor = { id = "varfor", number = 1, title = "Vad är jämställdhet?", text = PROSE, links = { link("Läs mer hos regeringen", "https://www.regeringen.se/") } },
  },
  newsletter = {
    name = "Nyhetsbrevet Ett jämställt Mittlän",
    text = "Nyheter från länet och landet, för anslutna och för dig som är nyfiken.",
    times_a_year = 4,
    links = { link("Prenumerera", "https://nyhetsbrev.example/"), link("Tidigare nummer", "/mittlan/sidor/arkiv") },
  },
  publications = {
    { id = "kartlaggning", title = "Att fråga om våld", text = "Om jämställdhet i arbetet med ekonomiskt bistånd.", finished = day("2020-04", "april 2020"), links = { link("Läs kartläggningen", "https://www.example.org/") } },
  },
  national = national(),
  latest = MEMBERS,
  occasions = { { title = "Länsmiddagen", date = day("2015-11-20", "20 november 2015"), text = "De tre första anslöt sig tillsammans." } },
}

local faces = {
  { "circles", {} },
  { "symbol", { "facts", "package", "members", "areas", "processes", "national", "newsletter", "owners" } },
  { "band", { "areas", "facts", "goals", "package", "processes", "sections", "national", "owners" } },
  { "plain", { "package", "facts", "processes", "areas", "members", "national", "newsletter" } },
}
for _, face in ipairs(faces) do
  local data = with(HOME, {
    page = page("/", HOME.title, { theme = "/theme-" .. face[1] .. ".css" }),
    county = with(COUNTY, { hero = face[1], symbol = face[1] == "symbol" and "/symbol.svg" or nil, symbol_text = "Två händer som möts" }),
    order = face[1] == "circles" and HOME.order or face[2],
    alerts = face[1] == "circles" and ALERTS or {},
  })
  view("home-" .. face[1], "home", data)
end

view("home-empty", "home", {
  page = page("/", "Ett jämställt Mittlän"),
  title = "Ett jämställt Mittlän",
  order = { "facts", "areas", "package", "processes", "goals", "sections", "newsletter", "publications", "national", "members", "owners" },
  facts = { members = 0, municipalities_with = 0, municipalities = 10, areas = 0 },
  areas = {},
  package = {},
  processes = {},
  goals = {},
  sections = {},
  publications = {},
  latest = {},
  occasions = {},
  county = with(COUNTY, { joins = false, owners = {}, contacts = {}, top = {}, footer = {} }),
})
view("home-en", "home", with(HOME, {
  page = page("/", "Ett jämställt Mittlän", { lang = "en", base = "/mittlan/en", languages = { { lang = "sv", href = "/mittlan/", name = "Svenska" } } }),
  title = { text = "Samma makt att forma sitt liv, i hela länet", lang = "sv" },
  lead = { text = HOME.lead, lang = "sv" },
  county = with(COUNTY, { brand = { text = "Ett jämställt Mittlän", lang = "sv" }, act = "Join with your organisation" }),
}))

-- Strategy and pages of text

local function full_areas()
  local list = areas()
  for i, a in ipairs(list) do
    a.text = i == 1 and PROSE or nil
    a.members_href = "/mittlan/anslutna?omrade=" .. a.id
    a.goals = { { id = "styrelser", text = "Minst 40 procent kvinnor och män i varje styrelse.", by = day("2027", "2027"), indicators = { { text = "Kvinnor och män i kommunala bolags styrelser", unit = "procent", source = "SCB" } } } }
    a.measures = { { id = "ordet", text = "Följ upp vem som får ordet, och vem som får sin vilja fram." }, { id = "val", text = "Be alla nominera både kvinnor och män." } }
  end
  return list
end

view("strategy", "strategy", {
  page = page("/strategi", "Ett jämställt Mittlän 2024–2027"),
  title = "Ett jämställt Mittlän 2024–2027",
  lead = "Länets gemensamma väg till samma makt för kvinnor och män.",
  text = PROSE,
  period = { from = day("2024-01-01", "1 januari 2024"), to = day("2027-12-31", "31 december 2027") },
  documents = { link("Hela strategin (PDF)", "/mittlan/filer/strategi.pdf") },
  areas = full_areas(),
  goals = HOME.goals,
  measures = { { id = "natverk", text = "Ett nätverk för chefer i hela länet." } },
  processes = PROCESSES,
  missions = { { title = "Det inre uppdraget", text = "Att själva arbeta jämställt." }, { title = "Det yttre uppdraget", text = "Att de nationella målen får genomslag i länet." } },
  supplements = { { from = day("2023", "2023"), text = "Strategin byggs ut och kompletteras." } },
  versions = { { id = "1", date = day("2024-01-01", "1 januari 2024"), text = "Beslutad av landshövdingen." } },
  evaluations = { { date = day("2025-12", "december 2025"), text = "Halvtidsutvärdering." } },
  national = national(),
  others = { { title = "Länsstrategin 2018–2023", period = { from = day("2018-01-01", ""), to = day("2023-12-31", "") } } },
})
view("strategy-bare", "strategy", {
  page = page("/strategi", "Strategi"),
  title = "Strategi",
  documents = {}, areas = {}, goals = {}, measures = {}, processes = {}, missions = {}, supplements = {}, versions = {}, evaluations = {}, others = {},
})
view("page", "page", {
  page = page("/sidor/tillganglighet", "Tillgänglighet"),
  title = "Tillgänglighet",
  lead = "Så fungerar webbplatsen för alla, och så säger du till när den inte gör det.",
  text = PROSE,
  links = { link("Anmäl till Digg", "https://www.digg.se/") },
})

-- Register

local function choices(list, chosen)
  local out = {}
  for i, c in ipairs(list) do
    out[i] = { value = c[1], label = c[2], count = c[3], chosen = c[1] == chosen }
  end
  return out
end

local FILTERS = {
  area = choices({ { "makt", "Makt och inflytande", 21 }, { "ekonomi", "Egen ekonomi", 17 }, { "halsa", "Hälsa", 0 } }, "makt"),
  municipality = choices { { "9901", "Västerby", 9 }, { "9903", "Åkerby", 5 }, { "9902", "Österby", 7 } },
  kind = choices { { "municipality", "Kommun", 3 }, { "association", "Förening", 30 } },
}
local REGISTER = {
  page = page("/anslutna", "54 organisationer har anslutit sig"),
  total = 54,
  found = 21,
  filters = FILTERS,
  search = "",
  chosen = { { label = "Makt och inflytande", without_href = "/mittlan/anslutna" } },
  members = MEMBERS,
  next_href = "/mittlan/anslutna?omrade=makt&efter=x",
  previous_href = "/mittlan/anslutna?omrade=makt&fore=x",
  first_href = "/mittlan/anslutna?omrade=makt",
  csv_href = "/mittlan/anslutna.csv?omrade=makt",
  json_href = "/mittlan/anslutna.json?omrade=makt",
}
view("register", "register", REGISTER)
view("register-long", "register", with(REGISTER, {
  members = { member(2000, LONG, "Samverkansorgan", "Nedre Västerbygden", day("2026-09-09", "9 september 2026"), "Makt och inflytande", "Hälsa", "Frihet från våld", "Skola och utbildning", "Egen ekonomi", "Hem och omsorg") },
  found = -1,
  search = "jämställdhetsintegrering",
}))
view("register-nobody", "register", with(REGISTER, { members = {}, found = 0, search = "zz", problem = "Skriv minst ett ord med tre bokstäver.", next_href = nil }))
view("register-empty", "register", {
  page = page("/anslutna", "Anslutna organisationer"),
  total = 0, found = 0, filters = { area = {}, municipality = {}, kind = {} }, search = "", chosen = {}, members = {},
  csv_href = "/mittlan/anslutna.csv", json_href = "/mittlan/anslutna.json",
})
view("member", "member", with(MEMBERS[4], {
  page = page("/anslutna/akerby-idrottsklubb", "Åkerby idrottsklubb"),
  fields = {
    { id = "focus", type = "areas", label = "Områden i fokus", value = { "Makt och inflytande", "Hälsa" } },
    { id = "contribution", type = "long_text", label = "Så bidrar vi till Ett jämställt Mittlän", value = "Vi delar planerna lika mellan flickors och pojkars träning.\n\nVarje termin räknar vi efter:\n- vem som får bästa tiderna\n- vem som leder" },
    { id = "web", type = "web_address", label = "Webbplats", value = { text = "https://www.akerbyik.example", href = "https://www.akerbyik.example" } },
    { id = "employees", type = "by_sex", label = "Anställda", value = { women = 2, men = 1, other = 0 } },
    { id = "goals", type = "group", label = "Egna mål", value = { { { label = "Mål", value = "Lika många ledare av varje kön" }, { label = "Klart år", value = "2027" } }, { { label = "Mål", value = "Samma lokaler för alla" } } } },
    { id = "since", type = "date", label = "Bildades", value = "1 maj 1931" },
  },
}))
view("member-bare", "member", with(member(7, LONG, "Annan organisation", nil, day("2024-11-20", "20 november 2024")), { page = page("/anslutna/x", LONG), fields = {} }))

-- Joining

view("join-start", "join_start", {
  page = page("/anslut", "Anslut er organisation"),
  title = "Anslut er organisation",
  act = "Anslut er organisation",
  intro = PROSE,
  binding = false,
  letter_title = "Viljeyttring",
  expectations = { { id = "beslut", text = "Ledningen har fattat beslut om att ansluta sig." }, { id = "enkat", text = "Ni svarar på några frågor om året." } },
  may_join = { { kind = "municipality", label = "Kommun" }, { kind = "association", label = "Förening" }, { kind = "company", label = "Företag" } },
  steps = { { title = "Er organisation" }, { title = "Vad ni vill bidra med" } },
  review = true,
  begin_href = "/mittlan/anslut/ny",
  package = PACKAGE,
})

local STEPS = { { title = "Er organisation", done = true, current = false }, { title = "Vad ni vill bidra med", done = false, current = true }, { title = "Egna mål", done = false, current = false }, { title = "Godkänn", done = false, current = false } }

local function options(id, list, chosen)
  local out = {}
  for i, o in ipairs(list) do
    out[i] = { value = o[1], label = o[2], hint = o[3], chosen = o[1] == chosen, id = i == 1 and id or id .. "-" .. i }
  end
  return out
end

local KINDS = { { "municipality", "Kommun" }, { "region", "Region" }, { "association", "Förening" }, { "company", "Företag" } }
local PLACES = {}
for i = 1, 16 do
  PLACES[i] = { "99" .. ("%02d"):format(i), "Kommun " .. i }
end
local AREA_OPTIONS = {}
for i, a in ipairs(AREAS) do
  AREA_OPTIONS[i] = { a[1], a[3], a[4] }
end

local function parts(name, list)
  local out = {}
  for i, p in ipairs(list) do
    out[i] = { name = name .. "." .. p[1], id = "f-" .. name .. "-" .. p[1], label = p[2], value = p[3] or "", wrong = p[4] or false }
  end
  return out
end

local function form(name, more)
  return with({
    page = page("/anslut/ny/" .. name, more.step.title, { noindex = true }),
    act = "Anslut er organisation",
    number = 2,
    count = 4,
    steps = STEPS,
    action = "/mittlan/anslut/ny/" .. name,
    stamp = "s",
    version = "v",
    checking = false,
    problems = {},
  }, more)
end

view("join-step-1", "join_step", form("organisation", {
  step = { id = "organisation", title = "Er organisation", lead = "Så att andra hittar er, och vi vet vem vi ska höra av oss till." },
  number = 1,
  steps = { { title = "Er organisation", done = false, current = true }, { title = "B", done = false }, { title = "C", done = false } },
  count = 3,
  fields = {
    { name = "name", id = "f-name", type = "name", label = "Vad heter organisationen?", required = true, public = true, value = "Åkerby IK", autocomplete = "organization", longest = 200 },
    { name = "kind", id = "f-kind", type = "kind", label = "Vad är ni för slags organisation?", required = true, public = true, options = options("f-kind", KINDS, "association") },
    { name = "org_number", id = "f-org_number", type = "org_number", label = "Organisationsnummer", hint = "Tio siffror, till exempel 802000-0000.", required = true, public = false, value = "", inputmode = "numeric" },
    { name = "municipality", id = "f-municipality", type = "municipality", label = "I vilken kommun arbetar ni mest?", required = true, public = true, options = options("f-municipality", PLACES) },
    { name = "email", id = "f-email", type = "email", label = "E-post till den som är kontakt", purpose = "Vi skickar välkomstpaketet och frågor om uppföljning hit.", required = true, public = false, value = "", inputmode = "email", autocomplete = "email" },
    { name = "phone", id = "f-phone", type = "phone", label = "Telefon", required = false, public = false, value = "", inputmode = "tel", autocomplete = "tel" },
    { name = "web", id = "f-web", type = "web_address", label = "Webbplats", required = false, public = true, value = "", inputmode = "url", autocomplete = "url" },
  },
}))

local WRONG = {
  { name = "focus", id = "f-focus", type = "areas", label = "Vilka områden vill ni främst arbeta med?", hint = "Välj ett till tre.", required = true, public = true, problem = "Välj ett svar på ”Vilka områden vill ni främst arbeta med?”", options = options("f-focus", AREA_OPTIONS) },
  { name = "employees", id = "f-employees", type = "by_sex", label = "Hur många är anställda?", hint = "Vi visar aldrig enskilda organisationers siffror.", unit = "personer", required = true, public = false, problem = "Fyll i både kvinnor och män på ”Hur många är anställda?”. Är det ingen, skriv 0", parts = parts("employees", { { "women", "Kvinnor", "412" }, { "men", "Män", "", true }, { "other", "Annat eller okänt", "" } }) },
  { name = "founded", id = "f-founded", type = "date", label = "När bildades ni?", required = false, public = true, problem = "Skriv en dag som finns på ”När bildades ni?”, till exempel 14 3 2025", parts = parts("founded", { { "day", "Dag", "31", true }, { "month", "Månad", "2", true }, { "year", "År", "1931", true } }) },
  { name = "contribution", id = "f-contribution", type = "long_text", label = "Så bidrar vi till Ett jämställt Mittlän", required = true, public = true, problem = "Fyll i ”Så bidrar vi till Ett jämställt Mittlän”", longest = 2000, value = "" },
  { name = "budget", id = "f-budget", type = "number", label = "Hur stor är budgeten?", unit = "tusen kronor", required = false, public = false, problem = "Skriv svaret på ”Hur stor är budgeten?” med siffror", value = "mycket", inputmode = "decimal" },
  { name = "municipality", id = "f-municipality", type = "municipality", label = "Kommun", required = true, public = false, problem = "Välj ett svar på ”Kommun”", options = options("f-municipality", PLACES) },
  { name = "ok", id = "f-ok", type = "consent", label = "Vi godkänner att uppgifterna sparas.", required = true, public = false, problem = "Kryssa i rutan om ni vill gå vidare: ”Vi godkänner att uppgifterna sparas.”", purpose = "Vi behöver ert godkännande för att skicka nyhetsbrevet.", options = options("f-ok", { { "yes", "Vi godkänner att uppgifterna sparas." } }) },
}
local PROBLEMS = {}
for i, field in ipairs(WRONG) do
  PROBLEMS[i] = { field = field.id, text = field.problem }
end
view("join-step-wrong", "join_step", form("inriktning", {
  step = { id = "inriktning", title = "Vad ni vill bidra med" },
  page = page("/anslut/ny/inriktning", "Vad ni vill bidra med", { wrong = true, noindex = true }),
  fields = WRONG,
  problems = PROBLEMS,
}))

local function goal_row(number, problem)
  local prefix, id = "goals." .. number, "f-goals-" .. number
  return {
    number = number,
    remove = prefix,
    fields = {
      { name = prefix .. ".text", id = id .. "-text", type = "text", label = "Mål", required = true, public = true, value = "Lika många ledare av varje kön", longest = 200, problem = problem },
      { name = prefix .. ".area", id = id .. "-area", type = "areas", label = "Område", required = false, public = true, most = 1, options = options(id .. "-area", AREA_OPTIONS, "makt") },
      { name = prefix .. ".year", id = id .. "-year", type = "year", label = "Klart år", required = false, public = true, value = "2027", inputmode = "numeric" },
    },
  }
end
view("join-step-group", "join_step", form("mal", {
  step = { id = "mal", title = "Egna mål", lead = "Vad vill ni uppnå, och när?" },
  number = 3,
  checking = true,
  notice = "Formuläret har ändrats sedan ni började. Era svar finns kvar, men titta igenom sidan en gång till.",
  problems = { { field = "f-goals-1-text", text = "Fyll i ”Mål”" } },
  fields = {
    { name = "goals", id = "f-goals", type = "group", label = "Egna mål", hint = "Högst fem.", required = false, public = true, rows = { goal_row(1, "Fyll i ”Mål”"), goal_row(2) }, add = "goals" },
    { name = "yes", id = "f-yes", type = "yes_no", label = "Vill ni vara med i nätverket?", required = true, public = false, options = options("f-yes", { { "yes", "Ja" }, { "no", "Nej" } }, "yes") },
    { name = "start", id = "f-start", type = "month", label = "När börjar ni?", required = false, public = false, parts = parts("start", { { "month", "Månad", "3" }, { "year", "År", "2027" } }) },
  },
}))

local CHECK = {
  page = page("/anslut/x/kontrollera", "Läs igenom och skicka in", { noindex = true }),
  act = "Anslut er organisation",
  binding = false,
  steps = {
    { title = "Er organisation", rows = { { label = "Vad heter organisationen?", value = LONG, change_href = "/mittlan/anslut/x/organisation?andra=1#f-name" }, { label = "E-post till den som är kontakt", value = "styrelsen@akerbyidrottsklubb-med-ett-mycket-langt-namn.example.org", change_href = "/mittlan/anslut/x/organisation?andra=1#f-email" } } },
    { title = "Vad ni vill bidra med", rows = { { label = "Vilka områden vill ni främst arbeta med?", value = "Makt och inflytande, Hälsa", change_href = "/mittlan/anslut/x/inriktning?andra=1#f-focus" }, { label = "Hur många är anställda?", value = "Inget svar", empty = true, change_href = "/mittlan/anslut/x/inriktning?andra=1#f-employees" }, { label = "Så bidrar vi", value = "Rad ett\nRad två", change_href = "/mittlan/anslut/x/inriktning?andra=1#f-contribution" } } },
  },
  letter_title = "Viljeyttring",
  letter = { html = "<p>Åkerby IK vill tillsammans med andra i länet arbeta för samma makt åt kvinnor och män.</p><p>Vi tar särskilt ansvar för Makt och inflytande.</p>" },
  expectations = { { id = "enkat", text = "Ni svarar på några frågor om året.", confirm = false }, { id = "beslut", name = "expects.beslut", field_id = "f-expects-beslut", text = "Ledningen har fattat beslut om att ansluta sig.", confirm = true, chosen = false } },
  action = "/mittlan/anslut/x/kontrollera",
  stamp = "s",
  version = "v",
  problems = {},
}
view("join-check", "join_check", CHECK)
local wrong_check = copy(CHECK)
wrong_check.page.wrong = true
wrong_check.expectations[2].problem = "Kryssa i rutan om ni vill ansluta er"
wrong_check.problems = { { field = "f-expects-beslut", text = "Kryssa i rutan om ni vill ansluta er" } }
view("join-check-wrong", "join_check", wrong_check)
view("join-sent", "join_sent", { page = page("/anslut/klart", "Tack! Titta i mejlen", { noindex = true }), days = 7 })
view("join-save", "join_save", {
  page = page("/anslut/x/spara", "Spara och fortsätt senare", { wrong = true, noindex = true }),
  action = "/mittlan/anslut/x/spara", stamp = "s", version = "v", email = "fel", problem = "Skriv en e-postadress som namn@exempel.se",
  resume_until = day("2026-12-24", "24 december 2026"), back_href = "/mittlan/anslut/x",
})
view("join-saved", "join_saved", { page = page("/anslut/x/spara", "Länken är på väg", { noindex = true }), email = "namn@example.org", resume_until = day("2026-12-24", "24 december 2026") })
view("join-refused", "join_refused", { page = page("/anslut/x/organisation", "Ni kan inte ansluta er här", { noindex = true }), text = { html = "<p>Strategin är till för organisationer i länet. Ni är varmt välkomna att prenumerera på nyhetsbrevet.</p>" }, back_href = "/mittlan/anslut/x/organisation" })

for _, state in ipairs { "open", "expired", "used", "taken", "unknown" } do
  view("confirm-" .. state, "confirm", {
    page = page("/bekrafta/x", "Bekräfta anslutningen", { noindex = true }),
    state = state, name = "Åkerby idrottsklubb", act = "Anslut er organisation", action = "/mittlan/bekrafta/x", stamp = "s", contact = "Social hållbarhet, 010-000 00 00",
  })
end
view("confirm-renewed", "confirm_renewed", { page = page("/bekrafta/x/ny", "En ny länk är på väg", { noindex = true }) })
view("confirm-done", "confirm_done", { page = page("/bekrafta/x", "Ni är anslutna", { noindex = true }), name = "Åkerby idrottsklubb", review = true, welcome_href = "/mittlan/valkommen/x" })
local REVIEW_ROWS = { { label = "Vad heter organisationen?", value = "Åkerby IK" }, { label = "Så bidrar vi", value = "Rad ett\nRad två" } }
view("review", "review", { page = page("/granska/x", "Granska en anslutning", { noindex = true }), name = "Åkerby IK", rows = REVIEW_ROWS, action = "/mittlan/granska/x", stamp = "s" })
view("review-done", "review", { page = page("/granska/x", "Granska en anslutning", { noindex = true }), name = "Åkerby IK", rows = REVIEW_ROWS, action = "/mittlan/granska/x", stamp = "s", done = "approved" })

-- Welcome

local function item(kind, title, more)
  return with({ id = kind, kind = kind, title = title, text = "Det här är till er, att använda hur ni vill.", because = "Alla som ansluter sig får det här.", state = "given", links = {} }, more or {})
end
view("welcome", "welcome", {
  page = page("/valkommen/x", "Välkomna", { noindex = true }),
  title = "Välkomna till Ett jämställt Mittlän",
  lead = "här är allt som hör till.",
  name = "Åkerby idrottsklubb",
  number = 55,
  joined = day("2026-09-09", "9 september 2026"),
  review = true,
  profile_href = "/mittlan/anslutna/x52",
  commitment_href = "/mittlan/valkommen/x/atagande",
  commitment_title = "Viljeyttring",
  items = {
    item("sticker", "Digitalt klistermärke", { licence = "Får användas i er egen marknadsföring så länge ni är anslutna.", svg_href = "/sticker.svg", png_href = "/sticker.png", preview_href = "/sticker.svg" }),
    item("diploma", "Diplom nr 55", { diploma_href = "/mittlan/valkommen/x/diplom/diploma" }),
    item("newsletter", "Nyhetsbrevet", { state = "offered", action = "/mittlan/valkommen/x/erbjudande/newsletter", stamp = "s" }),
    item("network", "Nätverk för chefer", { state = "accepted", action = "/mittlan/valkommen/x/erbjudande/network", stamp = "s", because = "Ni är en kommun eller region, eller har valt makt och inflytande." }),
    item("support", "Processtöd", { state = "declined", action = "/mittlan/valkommen/x/erbjudande/support", stamp = "s" }),
    item("invitation", "Konferenser", { links = { link("Läs mer", "https://www.example.org/") } }),
  },
})
view("diploma", "diploma", {
  page = page("/valkommen/x/diplom/diploma", "Diplom nr 55", { noindex = true }),
  name = "Åkerby idrottsklubb", number = 55, joined = day("2026-09-09", "9 september 2026"), title = "Diplom", text = "", strategy = "Ett jämställt Mittlän 2024–2027", letter_title = "Viljeyttring",
})
view("commitment", "commitment", {
  page = page("/valkommen/x/atagande", "Viljeyttring", { noindex = true }),
  name = "Åkerby idrottsklubb", number = 55, sealed = { iso = "2026-09-09T08:00:00Z", text = "9 september 2026 kl. 10.00" }, letter_title = "Viljeyttring",
  document = {
    letter = { title = "Viljeyttring", text = "Åkerby IK vill tillsammans med andra i länet arbeta för samma makt åt kvinnor och män.\n\nVi tar särskilt ansvar för Hälsa." },
    answers = { { label = "Vad heter organisationen?", text = "Åkerby IK" }, { label = "Så bidrar vi", text = "Rad ett\nRad två" } },
    expectations = { { text = "Ni svarar på några frågor om året." } },
    strategy = { title = "Ett jämställt Mittlän", period = { from = "2024-01-01", to = "2027-12-31" } },
    script_version = "3f9a1c27aa",
    binding = false,
  },
  hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", document_href = "/mittlan/valkommen/x/atagande/dokument",
})

-- Errors

view("error-404", "error", { page = page("/finns-inte", "Sidan finns inte", { noindex = true }), status = 404, heading = "Sidan finns inte", text = "Adressen kan vara felskriven, eller så har sidan tagits bort." })
view("error-503", "error", { county = false, page = { lang = "sv", base = "", path = "/x", title = "Just nu går det inte", noindex = true, languages = {} }, status = 503, heading = "Just nu går det inte", text = "Tjänsten har för mycket att göra.", id = "a1b2" })
view("unsound", "unsound", { county = false, page = { lang = "sv", base = "/mittlan", path = "/", title = "Sidan är snart här", noindex = true, languages = {} }, name = "mittlan" })

-- Mails

mail("resume", { href = "https://anslut.example/mittlan/anslut/abc", ["until"] = day("2026-12-24", "24 december 2026") })
mail("confirm", { name = "Åkerby idrottsklubb", href = "https://anslut.example/mittlan/bekrafta/abc", days = 7, act = "Anslut er organisation" })
mail("welcome", { name = LONG, number = 55, href = "https://anslut.example/mittlan/valkommen/abc", profile_href = "https://anslut.example/mittlan/anslutna/x", review = true, items = { { title = "Diplom nr {number}" }, { title = { text = "Nyhetsbrevet", lang = "sv" } } } })
mail("already", { name = "Åkerby idrottsklubb", contact = "Social hållbarhet, 010-000 00 00" })
mail("notice", { name = "Åkerby idrottsklubb", href = "https://anslut.example/mittlan/anslutna", contact = "" })
mail("review", { name = "Åkerby idrottsklubb", href = "https://anslut.example/mittlan/granska/abc" })
mail("approved", { name = "Åkerby idrottsklubb", profile_href = "https://anslut.example/mittlan/anslutna/x", contact = "" })
mail("declined", { name = "Åkerby idrottsklubb", contact = "Social hållbarhet, 010-000 00 00" })

return all
