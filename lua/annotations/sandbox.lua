---@meta
-- What county scripts can reach of Lua, for Lua language servers; everything else
-- of Lua is not there. tests/reference holds this to tests/script/reach.txt.

---Slutar skriptet när värdet är nil eller false. / Stops the script when the value is nil or false.
---@generic T
---@param value T?
---@param message? string
---@return T
function assert(value, message) end

---Slutar skriptet med ett fel. / Stops the script with an error.
---@param message any
---@param level? integer
function error(message, level) end

---Går igenom en lista i ordning. / Goes through a list in order.
---@generic T
---@param list T[]
---@return fun(list: T[], i?: integer): integer, T
function ipairs(list) end

---Nästa nyckel och värde. / The next key and value.
---@param table table
---@param key? any
---@return any, any
function next(table, key) end

---Går igenom en tabell i godtycklig ordning; använd ipairs för listor. / Goes through a table in any order; use ipairs for lists.
---@generic K, V
---@param table table<K, V>
---@return fun(table: table<K, V>, key?: K): K, V
function pairs(table) end

---Anropar en funktion och fångar dess fel. / Calls a function and catches its error.
---@param f function
---@param ... any
---@return boolean, any
function pcall(f, ...) end

---Argumenten från nummer n, eller antalet för "#". / The arguments from number n, or their number for "#".
---@param n integer|"#"
---@param ... any
---@return any
function select(n, ...) end

---Ett tal av en text, eller nil. / A number from a text, or nil.
---@param value any
---@param base? integer
---@return number?
function tonumber(value, base) end

---En text av ett värde. / A text from a value.
---@param value any
---@return string
function tostring(value) end

---Värdets typ: "nil", "number", "string", "boolean", "table" eller "function". / The type of the value.
---@param value any
---@return string
function type(value) end

---@class mathlib
---@field huge number
---@field pi number
---@field maxinteger integer
---@field mininteger integer
math = {}

---@param x number
---@return number
function math.abs(x) end

---@param x number
---@return integer
function math.ceil(x) end

---@param x number
---@return integer
function math.floor(x) end

---@param x number
---@param y number
---@return number
function math.fmod(x, y) end

---@param x number
---@param ... number
---@return number
function math.max(x, ...) end

---@param x number
---@param ... number
---@return number
function math.min(x, ...) end

---@param x number
---@return number
function math.sqrt(x) end

---@param x any
---@return integer?
function math.tointeger(x) end

---@param x any
---@return "integer"|"float"|nil
function math.type(x) end

---@class stringlib
string = {}

---@param s string
---@param i? integer
---@param j? integer
---@return integer ...
function string.byte(s, i, j) end

---Fyller i en mall: %s text, %d heltal, %.1f tal. / Fills in a template: %s text, %d whole number, %.1f number.
---@param template string
---@param ... any
---@return string
function string.format(template, ...) end

---Längden i byte. / The length in bytes.
---@param s string
---@return integer
function string.len(s) end

---@param s string
---@return string
function string.lower(s) end

---@param s string
---@param n integer
---@param separator? string
---@return string
function string.rep(s, n, separator) end

---@param s string
---@param i integer
---@param j? integer
---@return string
function string.sub(s, i, j) end

---@param s string
---@return string
function string.upper(s) end

table = {}

---@param list any[]
---@param separator? string
---@param i? integer
---@param j? integer
---@return string
function table.concat(list, separator, i, j) end

---@param list any[]
---@param position integer
---@param value any
---@overload fun(list: any[], value: any)
function table.insert(list, position, value) end

---@param list any[]
---@param position? integer
---@return any
function table.remove(list, position) end

---@generic T
---@param list T[]
---@param before? fun(a: T, b: T): boolean
function table.sort(list, before) end

---@generic T
---@param list T[]
---@param i? integer
---@param j? integer
---@return T ...
function table.unpack(list, i, j) end

---Finns delen i texten? / Is the part in the text?
---@param s string
---@param part string
---@return boolean
function text.contains(s, part) end

---Slutar texten så? / Does the text end so?
---@param s string
---@param ending string
---@return boolean
function text.ends(s, ending) end

---Små bokstäver, också åäö. / Small letters, of every alphabet.
---@param s string
---@return string
function text.lower(s) end

---Delarna mellan avskiljare. / The parts between separators.
---@param s string
---@param separator string
---@return string[]
function text.split(s, separator) end

---Börjar texten så? / Does the text begin so?
---@param s string
---@param beginning string
---@return boolean
function text.starts(s, beginning) end

---Utan blanksteg i början och slutet. / Without spaces at both ends.
---@param s string
---@return string
function text.trim(s) end

---Stora bokstäver, också ÅÄÖ. / Capital letters, of every alphabet.
---@param s string
---@return string
function text.upper(s) end
