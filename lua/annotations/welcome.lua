---@meta
-- Written by `anslut vocabulary --write`; changes here are lost.

---@class anslut.welcome

---@class anslut.welcome.body
---@field title? anslut.text Välkomstsidans rubrik. Annars står portalens namn där. / The heading of the welcome page. Else the portal's name.
---@field lead? anslut.text Några ord till den som just anslutit sig. / A few words to who has just joined.
---@field [integer] anslut.diploma|anslut.invitation|anslut.listing|anslut.network|anslut.newsletter.welcome|anslut.sticker|anslut.support|anslut.tool

---Välkomstpaketet: vad den som ansluter sig får.
---
---The welcome package: what who joins gets.
---
---```lua
---welcome { diploma "diplom" { title = "Diplom" } }
---```
---@param body anslut.welcome.body
---@return anslut.welcome
function welcome(body) end

---@class anslut.sticker

---@class anslut.sticker.body
---@field title anslut.text Vad delen av paketet heter. / What the item is called.
---@field text? anslut.text Vad den är och hur den används. / What it is and how to use it.
---@field because? anslut.text Varför just den här organisationen får den. / Why this organisation gets it.
---@field licence? anslut.text Hur märket får användas. / How the mark may be used.
---@field file? string Märkets bild, en SVG-fil. Annars används portalens symbol. / The mark's picture, an SVG file. Else the portal's symbol.
---@field offer? boolean Om den anslutna svarar ja eller nej. / Whether the member says yes or no.
---@field offered_when? anslut.rule Vilka som får den. Utan regel får alla den. / Who gets it. Without a rule: everybody.
---@field [integer] anslut.link

---Ett digitalt märke med organisationens namn.
---
---A digital mark with the organisation's name.
---
---```lua
---sticker "symbol" { title = "Digitalt klistermärke" }
---```
---@param id string
---@return fun(body: anslut.sticker.body): anslut.sticker
function sticker(id) end

---@class anslut.diploma

---@class anslut.diploma.body
---@field title anslut.text Vad delen av paketet heter. / What the item is called.
---@field text? anslut.text Texten på diplomet. / The text of the diploma.
---@field because? anslut.text Varför just den här organisationen får den. / Why this organisation gets it.
---@field offer? boolean Om den anslutna svarar ja eller nej. / Whether the member says yes or no.
---@field offered_when? anslut.rule Vilka som får den. Utan regel får alla den. / Who gets it. Without a rule: everybody.
---@field [integer] anslut.link

---Ett numrerat diplom att skriva ut.
---
---A numbered diploma to print.
---
---```lua
---diploma "diplom" { title = "Diplom nr {number}" }
---```
---@param id string
---@return fun(body: anslut.diploma.body): anslut.diploma
function diploma(id) end

---@class anslut.newsletter.welcome

---@class anslut.newsletter.welcome.body
---@field title anslut.text Vad delen av paketet heter. / What the item is called.
---@field text? anslut.text Vad den är och hur den används. / What it is and how to use it.
---@field because? anslut.text Varför just den här organisationen får den. / Why this organisation gets it.
---@field offer? boolean Om den anslutna svarar ja eller nej. / Whether the member says yes or no.
---@field offered_when? anslut.rule Vilka som får den. Utan regel får alla den. / Who gets it. Without a rule: everybody.
---@field [integer] anslut.link

---Ett erbjudande om nyhetsbrevet.
---
---An offer of the newsletter.
---
---```lua
---newsletter "nyhetsbrev" { title = "Nyhetsbrevet" }
---```
---@param id string
---@return fun(body: anslut.newsletter.welcome.body): anslut.newsletter.welcome
function newsletter(id) end

---@class anslut.network

---@class anslut.network.body
---@field title anslut.text Vad delen av paketet heter. / What the item is called.
---@field text? anslut.text Vad den är och hur den används. / What it is and how to use it.
---@field because? anslut.text Varför just den här organisationen får den. / Why this organisation gets it.
---@field offer? boolean Om den anslutna svarar ja eller nej. / Whether the member says yes or no.
---@field offered_when? anslut.rule Vilka som får den. Utan regel får alla den. / Who gets it. Without a rule: everybody.
---@field [integer] anslut.link

---Ett erbjudande om att vara med i ett nätverk.
---
---An offer to be part of a network.
---
---```lua
---network "chefer" { title = "Nätverk för chefer" }
---```
---@param id string
---@return fun(body: anslut.network.body): anslut.network
function network(id) end

---@class anslut.invitation

---@class anslut.invitation.body
---@field title anslut.text Vad delen av paketet heter. / What the item is called.
---@field text? anslut.text Vad den är och hur den används. / What it is and how to use it.
---@field because? anslut.text Varför just den här organisationen får den. / Why this organisation gets it.
---@field offer? boolean Om den anslutna svarar ja eller nej. / Whether the member says yes or no.
---@field offered_when? anslut.rule Vilka som får den. Utan regel får alla den. / Who gets it. Without a rule: everybody.
---@field [integer] anslut.link

---En inbjudan till föreläsningar, konferenser eller möten.
---
---An invitation to lectures, conferences or meetings.
---
---```lua
---invitation "konferens" { title = "Årets konferens" }
---```
---@param id string
---@return fun(body: anslut.invitation.body): anslut.invitation
function invitation(id) end

---@class anslut.support

---@class anslut.support.body
---@field title anslut.text Vad delen av paketet heter. / What the item is called.
---@field text? anslut.text Vad den är och hur den används. / What it is and how to use it.
---@field because? anslut.text Varför just den här organisationen får den. / Why this organisation gets it.
---@field offer? boolean Om den anslutna svarar ja eller nej. / Whether the member says yes or no.
---@field offered_when? anslut.rule Vilka som får den. Utan regel får alla den. / Who gets it. Without a rule: everybody.
---@field [integer] anslut.link

---Stöd som den anslutna kan boka.
---
---Support that the member can book.
---
---```lua
---support "process" { title = "Processtöd" }
---```
---@param id string
---@return fun(body: anslut.support.body): anslut.support
function support(id) end

---@class anslut.listing

---@class anslut.listing.body
---@field title anslut.text Vad delen av paketet heter. / What the item is called.
---@field text? anslut.text Vad den är och hur den används. / What it is and how to use it.
---@field because? anslut.text Varför just den här organisationen får den. / Why this organisation gets it.
---@field offer? boolean Om den anslutna svarar ja eller nej. / Whether the member says yes or no.
---@field offered_when? anslut.rule Vilka som får den. Utan regel får alla den. / Who gets it. Without a rule: everybody.
---@field [integer] anslut.link

---En plats med egen sida i registret över anslutna.
---
---A place with a page of its own in the register of members.
---
---```lua
---listing "register" { title = "Egen sida i registret" }
---```
---@param id string
---@return fun(body: anslut.listing.body): anslut.listing
function listing(id) end

---@class anslut.tool

---@class anslut.tool.body
---@field title anslut.text Vad delen av paketet heter. / What the item is called.
---@field text? anslut.text Vad den är och hur den används. / What it is and how to use it.
---@field because? anslut.text Varför just den här organisationen får den. / Why this organisation gets it.
---@field offer? boolean Om den anslutna svarar ja eller nej. / Whether the member says yes or no.
---@field offered_when? anslut.rule Vilka som får den. Utan regel får alla den. / Who gets it. Without a rule: everybody.
---@field [integer] anslut.link

---Ett verktyg, en metod eller en handbok att använda.
---
---A tool, a method or a handbook to use.
---
---```lua
---tool "handbok" { title = "Handbok" }
---```
---@param id string
---@return fun(body: anslut.tool.body): anslut.tool
function tool(id) end
