---@meta
-- Written by `anslut vocabulary --write`; changes here are lost.

---@class anslut.file_text
---@class anslut.text_by_kind
---@class anslut.condition

---@alias anslut.text string|table<string, string>|anslut.text_by_kind
---@alias anslut.prose anslut.text|anslut.file_text
---@alias anslut.rule anslut.condition|fun(member: table<string, any>): boolean

---@class anslut.variants
---@field otherwise string|table<string, string>
---@field municipality? string|table<string, string>
---@field region? string|table<string, string>
---@field state? string|table<string, string>
---@field university? string|table<string, string>
---@field association? string|table<string, string>
---@field company? string|table<string, string>
---@field foundation? string|table<string, string>
---@field joint? string|table<string, string>
---@field other? string|table<string, string>
