---@meta
-- Written by `anslut vocabulary --write`; changes here are lost.

---@class anslut.county

---@class anslut.county.body
---@field name anslut.text Länets namn, som det brukar skrivas. / The county's name, as it is usually written.
---@field genitive? anslut.text Namnet i genitiv, när det inte bara är namnet och ett s. / The name in the genitive, when it is not just the name and an s.
---@field brand anslut.text Portalens namn, som står överst på varje sida. / The portal's name, which stands at the top of every page.
---@field code string Länskoden, två siffror (SCB). / The county's official code, two digits (SCB).
---@field languages? ("sv"|"en"|"fi"|"fit"|"se"|"smj"|"sma"|"yi"|"rom"|"de"|"fr"|"es"|"ar"|"so"|"fa"|"uk"|"pl"|"sju")[] Språken som portalen finns på. Det första är länets eget. / The languages of the portal. The first is the county's own.
---@field fallback? table<string, string[]> Vilka språk som visas, i tur och ordning, när en text saknas på ett språk. Till sist kommer alltid länets eget språk. / Which languages are shown, in turn, when a text is missing in one. The county's own always comes last.
---@field hosts? string|string[] Egna värdnamn där portalen visas direkt. / Host names of its own where the portal is shown directly.
---@field org_number? string Länsstyrelsens organisationsnummer, till sidfoten. / The board's organisation number, for the footer.
---@field [integer] anslut.alert|anslut.contact|anslut.counting|anslut.covers|anslut.home|anslut.milestone|anslut.municipality|anslut.newsletter|anslut.numbering|anslut.occasion|anslut.owner|anslut.page|anslut.publication|anslut.theme|anslut.wording

---Länet: vilka ni är, hur portalen ser ut och vilka kommuner som finns. Står en gång, i county.lua.
---
---The county: who you are, how the portal looks and which municipalities there are. Stands once, in county.lua.
---
---```lua
---county "mittlan" { name = "Mittläns län", brand = "Ett jämställt Mittlän", code = "99" }
---```
---@param id string
---@return fun(body: anslut.county.body): anslut.county
function county(id) end

---@class anslut.alert

---@class anslut.alert.body
---@field grade? "notice"|"important"|"danger" Hur viktigt larmet är. / How important the alert is.
---@field title anslut.text Larmets rubrik. / The heading of the alert.
---@field text? anslut.text En eller två meningar om vad som gäller. / A sentence or two on what applies.
---@field from? string När larmet börjar visas. Utan det visas larmet genast. / When it is first shown. Without it: at once.
---@field to? string När larmet slutar visas. Ett datum utan klockslag räknas till dagens slut. / When it is last shown. A date without a time counts to the end of that day.
---@field until_further_notice? boolean Säg true när ingen vet när larmet slutar. / Say true when nobody knows when it ends.
---@field [integer] anslut.link

---Ett larm överst på varje sida, under en viss tid.
---
---An alert at the top of every page, for a time.
---
---```lua
---alert "eldningsforbud" { title = "Eldningsförbud", until_further_notice = true }
---```
---@param id string
---@return fun(body: anslut.alert.body): anslut.alert
function alert(id) end

---@class anslut.link

---@class anslut.link.body
---@field to string Vart länken leder: en webbadress, en sida i portalen eller en fil i länets mapp. / Where the link leads: a web address, a page of the portal or a file of the county's folder.
---@field label? anslut.text Länkens text på fler språk. / The link's text in more languages.

---En länk med sin text.
---
---A link with its text.
---
---```lua
---link "Hela strategin (PDF)" { to = "files/strategi.pdf" }
---```
---@param label string
---@return fun(body: anslut.link.body): anslut.link
function link(label) end

---@class anslut.owner

---@class anslut.owner.body
---@field name anslut.text Namnet på den som står bakom portalen. / The name of who stands behind the portal.
---@field text? anslut.text Något om ägaren. / Something about the owner.
---@field parts? string|string[] Vilka som ingår, när ägaren är ett gemensamt organ. / Who takes part, when the owner is a joint body.
---@field formed? string När det gemensamma organet bildades. / When the joint body was formed.
---@field [integer] anslut.link

---Den som står bakom portalen: en myndighet, en region eller ett gemensamt organ.
---
---Who stands behind the portal: an authority, a region or a joint body.
---
---```lua
---owner "region" { name = "Region Mittlän" }
---```
---@param id string
---@return fun(body: anslut.owner.body): anslut.owner
function owner(id) end

---@class anslut.contact

---@class anslut.contact.body
---@field unit anslut.text Enheten eller funktionen som svarar. Skriv inga privatpersoner. / The unit or function that answers. Name no private persons.
---@field phone? string Telefonnummer. / Phone number.
---@field email? string E-postadress. / E-mail address.
---@field note? anslut.text Ett kort tillägg, till exempel att numret går till växeln. / A short note, for example that the number is a switchboard.
---@field visiting_address? anslut.text Besöksadress. / Visiting address.
---@field postal_address? anslut.text Postadress. / Postal address.

---Vart besökare vänder sig med frågor.
---
---Where visitors turn with questions.
---
---```lua
---contact "social-hallbarhet" { unit = "Social hållbarhet" }
---```
---@param id string
---@return fun(body: anslut.contact.body): anslut.contact
function contact(id) end

---@class anslut.theme

---@class anslut.theme.body
---@field colour string Länets färg. Vit eller mörk text måste gå att läsa på den. / The county's colour. White or dark text must be readable on it.
---@field accent string Färgen på knappar och betoning, ljus nog för mörk text. / The colour of buttons and emphasis, light enough for dark text.
---@field symbol string Portalens symbol, en SVG-fil i länets mapp. / The portal's symbol, an SVG file of the county's folder.
---@field symbol_text? anslut.text Vad symbolen föreställer, för den som inte ser den. Behövs inte när den bara är prydnad. / What the symbol shows, for those who do not see it. Not needed when it is mere ornament.
---@field hero? "circles"|"symbol"|"plain"|"band" Hur toppen av startsidan ser ut. / How the top of the home page looks.

---Portalens färger och symbol.
---
---The portal's colours and symbol.
---
---```lua
---theme { colour = "#005b52", accent = "#f2b705", symbol = "files/symbol.svg" }
---```
---@param body anslut.theme.body
---@return anslut.theme
function theme(body) end

---@class anslut.municipality

---@class anslut.municipality.body
---@field name? anslut.text Namnet, när det skiljer sig mellan språk. / The name, when it differs between languages.

---En av länets kommuner, med sin officiella kod.
---
---One of the county's municipalities, with its official code.
---
---```lua
---municipality "9901" "Västerby"
---```
---@param id string
---@return fun(label: string|anslut.municipality.body): anslut.municipality
function municipality(id) end

---@class anslut.covers

---@class anslut.covers.body
---@field name? anslut.text Länets namn, när det skiljer sig mellan språk. / The county's name, when it differs between languages.

---Ett av länen, när flera län har en portal tillsammans. Skriv ett för varje län, med dess kod.
---
---One of the counties, when several share a portal. Write one for each, with its code.
---
---```lua
---covers "99" "Mittläns län"
---```
---@param id string
---@return fun(label: string|anslut.covers.body): anslut.covers
function covers(id) end

---@class anslut.home

---@class anslut.home.body
---@field title? anslut.text Startsidans stora rubrik. Annars står portalens namn där. / The big heading of the home page. Else the portal's name.
---@field lead? anslut.text Ingressen under rubriken. / The paragraph under the heading.
---@field order? string|string[] Vad som står på startsidan, uppifrån och ned. Ett avsnitts namn går också bra. / What stands on the home page, from the top. The name of a section will do too.
---@field [integer] anslut.section

---Startsidan: rubrik, ingress och ordningen på det som står där.
---
---The home page: heading, lead and the order of what stands there.
---
---```lua
---home { title = "Ett län för alla" }
---```
---@param body anslut.home.body
---@return anslut.home
function home(body) end

---@class anslut.section

---@class anslut.section.body
---@field title anslut.text Avsnittets rubrik. / The heading of the section.
---@field text anslut.prose Avsnittets text. / The text of the section.
---@field [integer] anslut.link

---Ett avsnitt med egen text på startsidan.
---
---A section of your own text on the home page.
---
---```lua
---section "varfor" { title = "Varför?", text = text "texts/varfor.md" }
---```
---@param id string
---@return fun(body: anslut.section.body): anslut.section
function section(id) end

---@class anslut.page

---@class anslut.page.body
---@field title anslut.text Sidans rubrik. / The heading of the page.
---@field lead? anslut.text Ingressen under rubriken. / The paragraph under the heading.
---@field text anslut.prose Sidans text, oftast en textfil. / The text of the page, most often a text file.
---@field menu? "top"|"footer"|"none" I vilken meny sidan står. / In which menu the page stands.
---@field [integer] anslut.link

---En egen sida i portalen, på adressen /sidor/ och dess namn.
---
---A page of its own, at the address /sidor/ and its name.
---
---```lua
---page "om" { title = "Om portalen", text = text "texts/om.md", menu = "footer" }
---```
---@param id string
---@return fun(body: anslut.page.body): anslut.page
function page(id) end

---@class anslut.newsletter

---@class anslut.newsletter.body
---@field name anslut.text Nyhetsbrevets namn. / The newsletter's name.
---@field text? anslut.text Vad nyhetsbrevet handlar om och vem det är till för. / What it is about and for whom.
---@field times_a_year? integer Hur många gånger om året det kommer. / How many times a year it comes.
---@field [integer] anslut.link

---Länets nyhetsbrev, som alla kan läsa om. I välkomstpaketet är `newsletter "namn" { ... }` ett erbjudande om det.
---
---The county's newsletter, for all to read about. In the welcome package `newsletter "name" { ... }` is an offer of it.
---
---```lua
---newsletter { name = "Nyhetsbrevet", times_a_year = 4 }
---```
---@param body anslut.newsletter.body
---@return anslut.newsletter
function newsletter(body) end

---@class anslut.publication

---@class anslut.publication.body
---@field title anslut.text Skriftens titel. / The title of the publication.
---@field text? anslut.text Vad den handlar om. / What it is about.
---@field finished? string När den blev klar: dag, månad eller år. / When it was finished: a day, a month or a year.
---@field [integer] anslut.link

---En rapport eller kartläggning att läsa.
---
---A report or a survey to read.
---
---```lua
---publication "kartlaggning" { title = "Att fråga om våld", finished = "2020-04" }
---```
---@param id string
---@return fun(body: anslut.publication.body): anslut.publication
function publication(id) end

---@class anslut.occasion

---@class anslut.occasion.body
---@field title anslut.text Vad tillfället hette. / What the occasion was called.
---@field date string Dagen då flera anslöt sig tillsammans. / The day on which several joined together.
---@field text? anslut.text Något om tillfället. / Something about the occasion.

---En dag då flera organisationer anslöt sig tillsammans.
---
---A day on which several organisations joined together.
---
---```lua
---occasion "lansmiddagen" { title = "Länsmiddagen", date = "2015-11-20" }
---```
---@param id string
---@return fun(body: anslut.occasion.body): anslut.occasion
function occasion(id) end
