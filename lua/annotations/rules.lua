---@meta
-- Written by `anslut vocabulary --write`; changes here are lost.

---Sant när frågan är besvarad, eller har ett av svaren som räknas upp.
---
---True when the question is answered, or has one of the answers named.
---
---```lua
---answered("size", "small")
---```
---@param ... string|anslut.rule|anslut.rule[]
---@return anslut.condition
function answered(...) end

---Sant när något av svaren är valt.
---
---True when one of the answers is chosen.
---
---```lua
---chose("focus", "makt")
---```
---@param ... string|anslut.rule|anslut.rule[]
---@return anslut.condition
function chose(...) end

---Sant när organisationen är av något av slagen.
---
---True when the organisation is of one of the kinds.
---
---```lua
---kind_is("municipality", "region")
---```
---@param ... string|anslut.rule|anslut.rule[]
---@return anslut.condition
function kind_is(...) end

---Sant när någon av reglerna är sann.
---
---True when one of the rules is true.
---
---```lua
---any_of { kind_is "region", chose("focus", "makt") }
---```
---@param ... string|anslut.rule|anslut.rule[]
---@return anslut.condition
function any_of(...) end

---Sant när alla reglerna är sanna.
---
---True when all of the rules are true.
---
---```lua
---all_of { kind_is "company", answered "employees" }
---```
---@param ... string|anslut.rule|anslut.rule[]
---@return anslut.condition
function all_of(...) end

---Sant när ingen av reglerna är sann.
---
---True when none of the rules is true.
---
---```lua
---none_of { kind_is "region", kind_is "state" }
---```
---@param ... string|anslut.rule|anslut.rule[]
---@return anslut.condition
function none_of(...) end

---En text ur en Markdown-fil i länets mapp. texts/om.md är på länets första språk, texts/om.en.md på engelska.
---
---A text from a Markdown file of the county's folder. texts/om.md is in the county's first language, texts/om.en.md in English.
---
---```lua
---text "texts/om.md"
---```
---@param path string
---@return anslut.file_text
function text(path) end

---Olika text för olika slags organisationer, och en för de övriga.
---
---Different texts for different kinds of organisations, and one for the others.
---
---```lua
---by_kind { company = "Så bidrar företaget", otherwise = "Så bidrar ni" }
---```
---@param texts anslut.variants
---@return anslut.text_by_kind
function by_kind(texts) end
