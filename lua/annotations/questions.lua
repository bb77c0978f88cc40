---@meta
-- Written by `anslut vocabulary --write`; changes here are lost.

question = {}

---@class anslut.question.name

---@class anslut.question.name.body
---@field label anslut.text Frågan, som den står i formuläret. / The question, as the form puts it.
---@field was? string|string[] Vad frågan hette i skriptet förut, om den har fått ett nytt namn men betyder detsamma. Då följer svaren med. / What the script called the question before, if it has a new name but means the same. Then its answers follow.
---@field profile? anslut.text Rubriken över svaret på den anslutnas sida. Annars står frågan där. / The heading over the answer on the member's page. Else the question.
---@field report? anslut.text Kolumnens namn i rapporter. Annars samma som på den anslutnas sida. / The column's name in reports. Else as on the member's page.
---@field hint? anslut.text En hjälptext under frågan. / A hint below the question.
---@field required? boolean Om frågan måste besvaras. Namn och sort måste alltid besvaras. / Whether it must be answered. Name and kind always must.
---@field public? boolean Om svaret visas på den anslutnas sida. / Whether the answer is shown on the member's page.
---@field personal? boolean Säg true när svaret gäller en person, till exempel ett namn. / Say true when the answer is about a person, such as a name.
---@field purpose? anslut.text Varför ni frågar. Måste finnas när svaret gäller en person. / Why you ask. Must be there when the answer is about a person.
---@field keep? string Hur länge svaret sparas. Måste finnas när svaret gäller en person; annars sparas det så länge ni är anslutna, "with membership". / How long the answer is kept. Must be there when the answer is about a person; else it is kept "with membership".
---@field shortest? integer Minsta antal tecken. / The fewest characters.
---@field longest? integer Högsta antal tecken. / The most characters.

---Organisationens namn. Precis en i formuläret.
---
---The organisation's name. Exactly one in the form.
---
---```lua
---question.name "name" { label = "Vad heter organisationen?" }
---```
---@param id string
---@return fun(body: anslut.question.name.body): anslut.question.name
function question.name(id) end

---@class anslut.question.kind

---@class anslut.question.kind.body
---@field label anslut.text Frågan, som den står i formuläret. / The question, as the form puts it.
---@field was? string|string[] Vad frågan hette i skriptet förut, om den har fått ett nytt namn men betyder detsamma. Då följer svaren med. / What the script called the question before, if it has a new name but means the same. Then its answers follow.
---@field profile? anslut.text Rubriken över svaret på den anslutnas sida. Annars står frågan där. / The heading over the answer on the member's page. Else the question.
---@field report? anslut.text Kolumnens namn i rapporter. Annars samma som på den anslutnas sida. / The column's name in reports. Else as on the member's page.
---@field hint? anslut.text En hjälptext under frågan. / A hint below the question.
---@field required? boolean Om frågan måste besvaras. Namn och sort måste alltid besvaras. / Whether it must be answered. Name and kind always must.
---@field public? boolean Om svaret visas på den anslutnas sida. / Whether the answer is shown on the member's page.
---@field personal? boolean Säg true när svaret gäller en person, till exempel ett namn. / Say true when the answer is about a person, such as a name.
---@field purpose? anslut.text Varför ni frågar. Måste finnas när svaret gäller en person. / Why you ask. Must be there when the answer is about a person.
---@field keep? string Hur länge svaret sparas. Måste finnas när svaret gäller en person; annars sparas det så länge ni är anslutna, "with membership". / How long the answer is kept. Must be there when the answer is about a person; else it is kept "with membership".
---@field default? string Svaret som står där från början. / The answer that stands there from the start.

---Vad det är för slags organisation. Precis en i formuläret.
---
---What kind of organisation it is. Exactly one in the form.
---
---```lua
---question.kind "kind" { label = "Vad är ni för slags organisation?" }
---```
---@param id string
---@return fun(body: anslut.question.kind.body): anslut.question.kind
function question.kind(id) end

---@class anslut.question.organisation_number

---@class anslut.question.organisation_number.body
---@field label anslut.text Frågan, som den står i formuläret. / The question, as the form puts it.
---@field was? string|string[] Vad frågan hette i skriptet förut, om den har fått ett nytt namn men betyder detsamma. Då följer svaren med. / What the script called the question before, if it has a new name but means the same. Then its answers follow.
---@field profile? anslut.text Rubriken över svaret på den anslutnas sida. Annars står frågan där. / The heading over the answer on the member's page. Else the question.
---@field report? anslut.text Kolumnens namn i rapporter. Annars samma som på den anslutnas sida. / The column's name in reports. Else as on the member's page.
---@field hint? anslut.text En hjälptext under frågan. / A hint below the question.
---@field required? boolean Om frågan måste besvaras. / Whether it must be answered.
---@field public? boolean Om svaret visas på den anslutnas sida. / Whether the answer is shown on the member's page.
---@field personal? boolean Säg true när svaret gäller en person, till exempel ett namn. / Say true when the answer is about a person, such as a name.
---@field purpose? anslut.text Varför ni frågar. Måste finnas när svaret gäller en person. / Why you ask. Must be there when the answer is about a person.
---@field keep? string Hur länge svaret sparas. Måste finnas när svaret gäller en person; annars sparas det så länge ni är anslutna, "with membership". / How long the answer is kept. Must be there when the answer is about a person; else it is kept "with membership".
---@field shown_when? anslut.rule När frågan visas. Utan regel visas den alltid. / When the question is shown. Without a rule: always.

---Organisationsnumret, med kontroll av siffrorna.
---
---The organisation number, its digits checked.
---
---```lua
---question.organisation_number "org_number" { label = "Organisationsnummer" }
---```
---@param id string
---@return fun(body: anslut.question.organisation_number.body): anslut.question.organisation_number
function question.organisation_number(id) end

---@class anslut.question.municipality

---@class anslut.question.municipality.body
---@field label anslut.text Frågan, som den står i formuläret. / The question, as the form puts it.
---@field was? string|string[] Vad frågan hette i skriptet förut, om den har fått ett nytt namn men betyder detsamma. Då följer svaren med. / What the script called the question before, if it has a new name but means the same. Then its answers follow.
---@field profile? anslut.text Rubriken över svaret på den anslutnas sida. Annars står frågan där. / The heading over the answer on the member's page. Else the question.
---@field report? anslut.text Kolumnens namn i rapporter. Annars samma som på den anslutnas sida. / The column's name in reports. Else as on the member's page.
---@field hint? anslut.text En hjälptext under frågan. / A hint below the question.
---@field required? boolean Om frågan måste besvaras. / Whether it must be answered.
---@field public? boolean Om svaret visas på den anslutnas sida. / Whether the answer is shown on the member's page.
---@field personal? boolean Säg true när svaret gäller en person, till exempel ett namn. / Say true when the answer is about a person, such as a name.
---@field purpose? anslut.text Varför ni frågar. Måste finnas när svaret gäller en person. / Why you ask. Must be there when the answer is about a person.
---@field keep? string Hur länge svaret sparas. Måste finnas när svaret gäller en person; annars sparas det så länge ni är anslutna, "with membership". / How long the answer is kept. Must be there when the answer is about a person; else it is kept "with membership".
---@field shown_when? anslut.rule När frågan visas. Utan regel visas den alltid. / When the question is shown. Without a rule: always.
---@field default? string Svaret som står där från början. / The answer that stands there from the start.

---En av länets kommuner.
---
---One of the county's municipalities.
---
---```lua
---question.municipality "municipality" { label = "I vilken kommun arbetar ni mest?" }
---```
---@param id string
---@return fun(body: anslut.question.municipality.body): anslut.question.municipality
function question.municipality(id) end

---@class anslut.question.email

---@class anslut.question.email.body
---@field label anslut.text Frågan, som den står i formuläret. / The question, as the form puts it.
---@field was? string|string[] Vad frågan hette i skriptet förut, om den har fått ett nytt namn men betyder detsamma. Då följer svaren med. / What the script called the question before, if it has a new name but means the same. Then its answers follow.
---@field profile? anslut.text Rubriken över svaret på den anslutnas sida. Annars står frågan där. / The heading over the answer on the member's page. Else the question.
---@field report? anslut.text Kolumnens namn i rapporter. Annars samma som på den anslutnas sida. / The column's name in reports. Else as on the member's page.
---@field hint? anslut.text En hjälptext under frågan. / A hint below the question.
---@field required? boolean Om frågan måste besvaras. Namn och sort måste alltid besvaras. / Whether it must be answered. Name and kind always must.
---@field public? boolean Om svaret visas på den anslutnas sida. / Whether the answer is shown on the member's page.
---@field personal? boolean Om svaret gäller en person. E-post och telefon räknas alltid dit. / Whether the answer is about a person. E-mail and phone always are.
---@field purpose? anslut.text Varför ni frågar. Måste finnas när svaret gäller en person. / Why you ask. Must be there when the answer is about a person.
---@field keep? string Hur länge svaret sparas. Måste finnas när svaret gäller en person; annars sparas det så länge ni är anslutna, "with membership". / How long the answer is kept. Must be there when the answer is about a person; else it is kept "with membership".
---@field shown_when? anslut.rule När frågan visas. Utan regel visas den alltid. / When the question is shown. Without a rule: always.

---En e-postadress. Den första är dit portalen skickar brev.
---
---An e-mail address. The first is where the portal sends mail.
---
---```lua
---question.email "email" { label = "E-post", purpose = "Vi skickar välkomstpaketet hit.", keep = "2 years after leaving" }
---```
---@param id string
---@return fun(body: anslut.question.email.body): anslut.question.email
function question.email(id) end

---@class anslut.question.text

---@class anslut.question.text.body
---@field label anslut.text Frågan, som den står i formuläret. / The question, as the form puts it.
---@field was? string|string[] Vad frågan hette i skriptet förut, om den har fått ett nytt namn men betyder detsamma. Då följer svaren med. / What the script called the question before, if it has a new name but means the same. Then its answers follow.
---@field profile? anslut.text Rubriken över svaret på den anslutnas sida. Annars står frågan där. / The heading over the answer on the member's page. Else the question.
---@field report? anslut.text Kolumnens namn i rapporter. Annars samma som på den anslutnas sida. / The column's name in reports. Else as on the member's page.
---@field hint? anslut.text En hjälptext under frågan. / A hint below the question.
---@field required? boolean Om frågan måste besvaras. / Whether it must be answered.
---@field public? boolean Om svaret visas på den anslutnas sida. / Whether the answer is shown on the member's page.
---@field personal? boolean Säg true när svaret gäller en person, till exempel ett namn. / Say true when the answer is about a person, such as a name.
---@field purpose? anslut.text Varför ni frågar. Måste finnas när svaret gäller en person. / Why you ask. Must be there when the answer is about a person.
---@field keep? string Hur länge svaret sparas. Måste finnas när svaret gäller en person; annars sparas det så länge ni är anslutna, "with membership". / How long the answer is kept. Must be there when the answer is about a person; else it is kept "with membership".
---@field shown_when? anslut.rule När frågan visas. Utan regel visas den alltid. / When the question is shown. Without a rule: always.
---@field default? string Svaret som står där från början. / The answer that stands there from the start.
---@field shortest? integer Minsta antal tecken. / The fewest characters.
---@field longest? integer Högsta antal tecken. / The most characters.

---Ett kort svar på en rad.
---
---A short answer on one line.
---
---```lua
---question.text "unit" { label = "Vilken enhet?", longest = 200 }
---```
---@param id string
---@return fun(body: anslut.question.text.body): anslut.question.text
function question.text(id) end

---@class anslut.question.long_text

---@class anslut.question.long_text.body
---@field label anslut.text Frågan, som den står i formuläret. / The question, as the form puts it.
---@field was? string|string[] Vad frågan hette i skriptet förut, om den har fått ett nytt namn men betyder detsamma. Då följer svaren med. / What the script called the question before, if it has a new name but means the same. Then its answers follow.
---@field profile? anslut.text Rubriken över svaret på den anslutnas sida. Annars står frågan där. / The heading over the answer on the member's page. Else the question.
---@field report? anslut.text Kolumnens namn i rapporter. Annars samma som på den anslutnas sida. / The column's name in reports. Else as on the member's page.
---@field hint? anslut.text En hjälptext under frågan. / A hint below the question.
---@field required? boolean Om frågan måste besvaras. / Whether it must be answered.
---@field public? boolean Om svaret visas på den anslutnas sida. / Whether the answer is shown on the member's page.
---@field personal? boolean Säg true när svaret gäller en person, till exempel ett namn. / Say true when the answer is about a person, such as a name.
---@field purpose? anslut.text Varför ni frågar. Måste finnas när svaret gäller en person. / Why you ask. Must be there when the answer is about a person.
---@field keep? string Hur länge svaret sparas. Måste finnas när svaret gäller en person; annars sparas det så länge ni är anslutna, "with membership". / How long the answer is kept. Must be there when the answer is about a person; else it is kept "with membership".
---@field shown_when? anslut.rule När frågan visas. Utan regel visas den alltid. / When the question is shown. Without a rule: always.
---@field default? string Svaret som står där från början. / The answer that stands there from the start.
---@field shortest? integer Minsta antal tecken. / The fewest characters.
---@field longest? integer Högsta antal tecken. / The most characters.

---Ett svar på flera rader.
---
---An answer of several lines.
---
---```lua
---question.long_text "contribution" { label = "Så bidrar vi", longest = 2000 }
---```
---@param id string
---@return fun(body: anslut.question.long_text.body): anslut.question.long_text
function question.long_text(id) end

---@class anslut.question.choice

---@class anslut.question.choice.body
---@field label anslut.text Frågan, som den står i formuläret. / The question, as the form puts it.
---@field was? string|string[] Vad frågan hette i skriptet förut, om den har fått ett nytt namn men betyder detsamma. Då följer svaren med. / What the script called the question before, if it has a new name but means the same. Then its answers follow.
---@field profile? anslut.text Rubriken över svaret på den anslutnas sida. Annars står frågan där. / The heading over the answer on the member's page. Else the question.
---@field report? anslut.text Kolumnens namn i rapporter. Annars samma som på den anslutnas sida. / The column's name in reports. Else as on the member's page.
---@field hint? anslut.text En hjälptext under frågan. / A hint below the question.
---@field required? boolean Om frågan måste besvaras. / Whether it must be answered.
---@field public? boolean Om svaret visas på den anslutnas sida. / Whether the answer is shown on the member's page.
---@field personal? boolean Säg true när svaret gäller en person, till exempel ett namn. / Say true when the answer is about a person, such as a name.
---@field purpose? anslut.text Varför ni frågar. Måste finnas när svaret gäller en person. / Why you ask. Must be there when the answer is about a person.
---@field keep? string Hur länge svaret sparas. Måste finnas när svaret gäller en person; annars sparas det så länge ni är anslutna, "with membership". / How long the answer is kept. Must be there when the answer is about a person; else it is kept "with membership".
---@field shown_when? anslut.rule När frågan visas. Utan regel visas den alltid. / When the question is shown. Without a rule: always.
---@field default? string Svaret som står där från början. / The answer that stands there from the start.
---@field [integer] anslut.option

---Ett av flera svar.
---
---One of several answers.
---
---```lua
---question.choice "size" { label = "Hur stora är ni?", option "small" "Under 50", option "large" "50 eller fler" }
---```
---@param id string
---@return fun(body: anslut.question.choice.body): anslut.question.choice
function question.choice(id) end

---@class anslut.question.choices

---@class anslut.question.choices.body
---@field label anslut.text Frågan, som den står i formuläret. / The question, as the form puts it.
---@field was? string|string[] Vad frågan hette i skriptet förut, om den har fått ett nytt namn men betyder detsamma. Då följer svaren med. / What the script called the question before, if it has a new name but means the same. Then its answers follow.
---@field profile? anslut.text Rubriken över svaret på den anslutnas sida. Annars står frågan där. / The heading over the answer on the member's page. Else the question.
---@field report? anslut.text Kolumnens namn i rapporter. Annars samma som på den anslutnas sida. / The column's name in reports. Else as on the member's page.
---@field hint? anslut.text En hjälptext under frågan. / A hint below the question.
---@field required? boolean Om frågan måste besvaras. / Whether it must be answered.
---@field public? boolean Om svaret visas på den anslutnas sida. / Whether the answer is shown on the member's page.
---@field personal? boolean Säg true när svaret gäller en person, till exempel ett namn. / Say true when the answer is about a person, such as a name.
---@field purpose? anslut.text Varför ni frågar. Måste finnas när svaret gäller en person. / Why you ask. Must be there when the answer is about a person.
---@field keep? string Hur länge svaret sparas. Måste finnas när svaret gäller en person; annars sparas det så länge ni är anslutna, "with membership". / How long the answer is kept. Must be there when the answer is about a person; else it is kept "with membership".
---@field shown_when? anslut.rule När frågan visas. Utan regel visas den alltid. / When the question is shown. Without a rule: always.
---@field least? integer Minsta antal val eller rader. / The fewest choices or rows.
---@field most? integer Högsta antal val eller rader. / The most choices or rows.
---@field [integer] anslut.option

---Ett eller flera av flera svar.
---
---One or more of several answers.
---
---```lua
---question.choices "ways" { label = "Hur vill ni delta?", option "meet" "Träffas", option "read" "Läsa" }
---```
---@param id string
---@return fun(body: anslut.question.choices.body): anslut.question.choices
function question.choices(id) end

---@class anslut.question.yes_no

---@class anslut.question.yes_no.body
---@field label anslut.text Frågan, som den står i formuläret. / The question, as the form puts it.
---@field was? string|string[] Vad frågan hette i skriptet förut, om den har fått ett nytt namn men betyder detsamma. Då följer svaren med. / What the script called the question before, if it has a new name but means the same. Then its answers follow.
---@field profile? anslut.text Rubriken över svaret på den anslutnas sida. Annars står frågan där. / The heading over the answer on the member's page. Else the question.
---@field report? anslut.text Kolumnens namn i rapporter. Annars samma som på den anslutnas sida. / The column's name in reports. Else as on the member's page.
---@field hint? anslut.text En hjälptext under frågan. / A hint below the question.
---@field required? boolean Om frågan måste besvaras. / Whether it must be answered.
---@field public? boolean Om svaret visas på den anslutnas sida. / Whether the answer is shown on the member's page.
---@field personal? boolean Säg true när svaret gäller en person, till exempel ett namn. / Say true when the answer is about a person, such as a name.
---@field purpose? anslut.text Varför ni frågar. Måste finnas när svaret gäller en person. / Why you ask. Must be there when the answer is about a person.
---@field keep? string Hur länge svaret sparas. Måste finnas när svaret gäller en person; annars sparas det så länge ni är anslutna, "with membership". / How long the answer is kept. Must be there when the answer is about a person; else it is kept "with membership".
---@field shown_when? anslut.rule När frågan visas. Utan regel visas den alltid. / When the question is shown. Without a rule: always.
---@field default? string Svaret som står där från början. / The answer that stands there from the start.

---Ett ja eller ett nej.
---
---A yes or a no.
---
---```lua
---question.yes_no "plan" { label = "Har ni en plan?" }
---```
---@param id string
---@return fun(body: anslut.question.yes_no.body): anslut.question.yes_no
function question.yes_no(id) end

---@class anslut.question.date

---@class anslut.question.date.body
---@field label anslut.text Frågan, som den står i formuläret. / The question, as the form puts it.
---@field was? string|string[] Vad frågan hette i skriptet förut, om den har fått ett nytt namn men betyder detsamma. Då följer svaren med. / What the script called the question before, if it has a new name but means the same. Then its answers follow.
---@field profile? anslut.text Rubriken över svaret på den anslutnas sida. Annars står frågan där. / The heading over the answer on the member's page. Else the question.
---@field report? anslut.text Kolumnens namn i rapporter. Annars samma som på den anslutnas sida. / The column's name in reports. Else as on the member's page.
---@field hint? anslut.text En hjälptext under frågan. / A hint below the question.
---@field required? boolean Om frågan måste besvaras. / Whether it must be answered.
---@field public? boolean Om svaret visas på den anslutnas sida. / Whether the answer is shown on the member's page.
---@field personal? boolean Säg true när svaret gäller en person, till exempel ett namn. / Say true when the answer is about a person, such as a name.
---@field purpose? anslut.text Varför ni frågar. Måste finnas när svaret gäller en person. / Why you ask. Must be there when the answer is about a person.
---@field keep? string Hur länge svaret sparas. Måste finnas när svaret gäller en person; annars sparas det så länge ni är anslutna, "with membership". / How long the answer is kept. Must be there when the answer is about a person; else it is kept "with membership".
---@field shown_when? anslut.rule När frågan visas. Utan regel visas den alltid. / When the question is shown. Without a rule: always.
---@field from? number|string Det minsta eller tidigaste som går att svara. / The least or earliest that can be answered.
---@field to? number|string Det största eller senaste som går att svara. / The greatest or latest that can be answered.

---En dag, till exempel då ett beslut fattades.
---
---A day, for example that of a decision.
---
---```lua
---question.date "decided" { label = "När fattades beslutet?", from = "2015-01-01" }
---```
---@param id string
---@return fun(body: anslut.question.date.body): anslut.question.date
function question.date(id) end

---@class anslut.question.month

---@class anslut.question.month.body
---@field label anslut.text Frågan, som den står i formuläret. / The question, as the form puts it.
---@field was? string|string[] Vad frågan hette i skriptet förut, om den har fått ett nytt namn men betyder detsamma. Då följer svaren med. / What the script called the question before, if it has a new name but means the same. Then its answers follow.
---@field profile? anslut.text Rubriken över svaret på den anslutnas sida. Annars står frågan där. / The heading over the answer on the member's page. Else the question.
---@field report? anslut.text Kolumnens namn i rapporter. Annars samma som på den anslutnas sida. / The column's name in reports. Else as on the member's page.
---@field hint? anslut.text En hjälptext under frågan. / A hint below the question.
---@field required? boolean Om frågan måste besvaras. / Whether it must be answered.
---@field public? boolean Om svaret visas på den anslutnas sida. / Whether the answer is shown on the member's page.
---@field personal? boolean Säg true när svaret gäller en person, till exempel ett namn. / Say true when the answer is about a person, such as a name.
---@field purpose? anslut.text Varför ni frågar. Måste finnas när svaret gäller en person. / Why you ask. Must be there when the answer is about a person.
---@field keep? string Hur länge svaret sparas. Måste finnas när svaret gäller en person; annars sparas det så länge ni är anslutna, "with membership". / How long the answer is kept. Must be there when the answer is about a person; else it is kept "with membership".
---@field shown_when? anslut.rule När frågan visas. Utan regel visas den alltid. / When the question is shown. Without a rule: always.
---@field from? number|string Det minsta eller tidigaste som går att svara. / The least or earliest that can be answered.
---@field to? number|string Det största eller senaste som går att svara. / The greatest or latest that can be answered.

---En månad ett visst år.
---
---A month of a certain year.
---
---```lua
---question.month "begin" { label = "När börjar ni?" }
---```
---@param id string
---@return fun(body: anslut.question.month.body): anslut.question.month
function question.month(id) end

---@class anslut.question.year

---@class anslut.question.year.body
---@field label anslut.text Frågan, som den står i formuläret. / The question, as the form puts it.
---@field was? string|string[] Vad frågan hette i skriptet förut, om den har fått ett nytt namn men betyder detsamma. Då följer svaren med. / What the script called the question before, if it has a new name but means the same. Then its answers follow.
---@field profile? anslut.text Rubriken över svaret på den anslutnas sida. Annars står frågan där. / The heading over the answer on the member's page. Else the question.
---@field report? anslut.text Kolumnens namn i rapporter. Annars samma som på den anslutnas sida. / The column's name in reports. Else as on the member's page.
---@field hint? anslut.text En hjälptext under frågan. / A hint below the question.
---@field required? boolean Om frågan måste besvaras. / Whether it must be answered.
---@field public? boolean Om svaret visas på den anslutnas sida. / Whether the answer is shown on the member's page.
---@field personal? boolean Säg true när svaret gäller en person, till exempel ett namn. / Say true when the answer is about a person, such as a name.
---@field purpose? anslut.text Varför ni frågar. Måste finnas när svaret gäller en person. / Why you ask. Must be there when the answer is about a person.
---@field keep? string Hur länge svaret sparas. Måste finnas när svaret gäller en person; annars sparas det så länge ni är anslutna, "with membership". / How long the answer is kept. Must be there when the answer is about a person; else it is kept "with membership".
---@field shown_when? anslut.rule När frågan visas. Utan regel visas den alltid. / When the question is shown. Without a rule: always.
---@field default? string Svaret som står där från början. / The answer that stands there from the start.
---@field from? number|string Det minsta eller tidigaste som går att svara. / The least or earliest that can be answered.
---@field to? number|string Det största eller senaste som går att svara. / The greatest or latest that can be answered.

---Ett år, inom de gränser ni sätter.
---
---A year, within the limits that you set.
---
---```lua
---question.year "year" { label = "Klart år", from = 2024, to = 2035 }
---```
---@param id string
---@return fun(body: anslut.question.year.body): anslut.question.year
function question.year(id) end

---@class anslut.question.number

---@class anslut.question.number.body
---@field label anslut.text Frågan, som den står i formuläret. / The question, as the form puts it.
---@field was? string|string[] Vad frågan hette i skriptet förut, om den har fått ett nytt namn men betyder detsamma. Då följer svaren med. / What the script called the question before, if it has a new name but means the same. Then its answers follow.
---@field profile? anslut.text Rubriken över svaret på den anslutnas sida. Annars står frågan där. / The heading over the answer on the member's page. Else the question.
---@field report? anslut.text Kolumnens namn i rapporter. Annars samma som på den anslutnas sida. / The column's name in reports. Else as on the member's page.
---@field hint? anslut.text En hjälptext under frågan. / A hint below the question.
---@field required? boolean Om frågan måste besvaras. / Whether it must be answered.
---@field public? boolean Om svaret visas på den anslutnas sida. / Whether the answer is shown on the member's page.
---@field personal? boolean Säg true när svaret gäller en person, till exempel ett namn. / Say true when the answer is about a person, such as a name.
---@field purpose? anslut.text Varför ni frågar. Måste finnas när svaret gäller en person. / Why you ask. Must be there when the answer is about a person.
---@field keep? string Hur länge svaret sparas. Måste finnas när svaret gäller en person; annars sparas det så länge ni är anslutna, "with membership". / How long the answer is kept. Must be there when the answer is about a person; else it is kept "with membership".
---@field shown_when? anslut.rule När frågan visas. Utan regel visas den alltid. / When the question is shown. Without a rule: always.
---@field default? string Svaret som står där från början. / The answer that stands there from the start.
---@field from? number|string Det minsta eller tidigaste som går att svara. / The least or earliest that can be answered.
---@field to? number|string Det största eller senaste som går att svara. / The greatest or latest that can be answered.
---@field unit? anslut.text Vad som räknas. / What is counted.
---@field decimals? integer Antal decimaler som går att svara med. / The number of decimals that an answer may have.

---Ett tal, inom de gränser ni sätter.
---
---A number, within the limits that you set.
---
---```lua
---question.number "share" { label = "Hur stor andel?", unit = "procent", from = 0, to = 100 }
---```
---@param id string
---@return fun(body: anslut.question.number.body): anslut.question.number
function question.number(id) end

---@class anslut.question.by_sex

---@class anslut.question.by_sex.body
---@field label anslut.text Frågan, som den står i formuläret. / The question, as the form puts it.
---@field was? string|string[] Vad frågan hette i skriptet förut, om den har fått ett nytt namn men betyder detsamma. Då följer svaren med. / What the script called the question before, if it has a new name but means the same. Then its answers follow.
---@field profile? anslut.text Rubriken över svaret på den anslutnas sida. Annars står frågan där. / The heading over the answer on the member's page. Else the question.
---@field report? anslut.text Kolumnens namn i rapporter. Annars samma som på den anslutnas sida. / The column's name in reports. Else as on the member's page.
---@field hint? anslut.text En hjälptext under frågan. / A hint below the question.
---@field required? boolean Om frågan måste besvaras. / Whether it must be answered.
---@field public? boolean Om svaret visas på den anslutnas sida. / Whether the answer is shown on the member's page.
---@field personal? boolean Säg true när svaret gäller en person, till exempel ett namn. / Say true when the answer is about a person, such as a name.
---@field purpose? anslut.text Varför ni frågar. Måste finnas när svaret gäller en person. / Why you ask. Must be there when the answer is about a person.
---@field keep? string Hur länge svaret sparas. Måste finnas när svaret gäller en person; annars sparas det så länge ni är anslutna, "with membership". / How long the answer is kept. Must be there when the answer is about a person; else it is kept "with membership".
---@field shown_when? anslut.rule När frågan visas. Utan regel visas den alltid. / When the question is shown. Without a rule: always.
---@field unit? anslut.text Vad som räknas. / What is counted.
---@field other? boolean Om det också går att ange annat eller okänt. / Whether other or unknown can be given too.
---@field other_label? anslut.text Vad den tredje gruppen kallas, bredvid kvinnor och män. / What the third group is called, beside women and men.

---Ett antal kvinnor och ett antal män.
---
---A number of women and a number of men.
---
---```lua
---question.by_sex "employees" { label = "Hur många är anställda?", unit = "personer" }
---```
---@param id string
---@return fun(body: anslut.question.by_sex.body): anslut.question.by_sex
function question.by_sex(id) end

---@class anslut.question.phone

---@class anslut.question.phone.body
---@field label anslut.text Frågan, som den står i formuläret. / The question, as the form puts it.
---@field was? string|string[] Vad frågan hette i skriptet förut, om den har fått ett nytt namn men betyder detsamma. Då följer svaren med. / What the script called the question before, if it has a new name but means the same. Then its answers follow.
---@field profile? anslut.text Rubriken över svaret på den anslutnas sida. Annars står frågan där. / The heading over the answer on the member's page. Else the question.
---@field report? anslut.text Kolumnens namn i rapporter. Annars samma som på den anslutnas sida. / The column's name in reports. Else as on the member's page.
---@field hint? anslut.text En hjälptext under frågan. / A hint below the question.
---@field required? boolean Om frågan måste besvaras. / Whether it must be answered.
---@field public? boolean Om svaret visas på den anslutnas sida. / Whether the answer is shown on the member's page.
---@field personal? boolean Om svaret gäller en person. E-post och telefon räknas alltid dit. / Whether the answer is about a person. E-mail and phone always are.
---@field purpose? anslut.text Varför ni frågar. Måste finnas när svaret gäller en person. / Why you ask. Must be there when the answer is about a person.
---@field keep? string Hur länge svaret sparas. Måste finnas när svaret gäller en person; annars sparas det så länge ni är anslutna, "with membership". / How long the answer is kept. Must be there when the answer is about a person; else it is kept "with membership".
---@field shown_when? anslut.rule När frågan visas. Utan regel visas den alltid. / When the question is shown. Without a rule: always.

---Ett telefonnummer.
---
---A phone number.
---
---```lua
---question.phone "phone" { label = "Telefon", purpose = "Vi ringer om något är oklart.", keep = "with membership" }
---```
---@param id string
---@return fun(body: anslut.question.phone.body): anslut.question.phone
function question.phone(id) end

---@class anslut.question.web_address

---@class anslut.question.web_address.body
---@field label anslut.text Frågan, som den står i formuläret. / The question, as the form puts it.
---@field was? string|string[] Vad frågan hette i skriptet förut, om den har fått ett nytt namn men betyder detsamma. Då följer svaren med. / What the script called the question before, if it has a new name but means the same. Then its answers follow.
---@field profile? anslut.text Rubriken över svaret på den anslutnas sida. Annars står frågan där. / The heading over the answer on the member's page. Else the question.
---@field report? anslut.text Kolumnens namn i rapporter. Annars samma som på den anslutnas sida. / The column's name in reports. Else as on the member's page.
---@field hint? anslut.text En hjälptext under frågan. / A hint below the question.
---@field required? boolean Om frågan måste besvaras. / Whether it must be answered.
---@field public? boolean Om svaret visas på den anslutnas sida. / Whether the answer is shown on the member's page.
---@field personal? boolean Säg true när svaret gäller en person, till exempel ett namn. / Say true when the answer is about a person, such as a name.
---@field purpose? anslut.text Varför ni frågar. Måste finnas när svaret gäller en person. / Why you ask. Must be there when the answer is about a person.
---@field keep? string Hur länge svaret sparas. Måste finnas när svaret gäller en person; annars sparas det så länge ni är anslutna, "with membership". / How long the answer is kept. Must be there when the answer is about a person; else it is kept "with membership".
---@field shown_when? anslut.rule När frågan visas. Utan regel visas den alltid. / When the question is shown. Without a rule: always.

---En webbadress.
---
---A web address.
---
---```lua
---question.web_address "site" { label = "Webbplats", public = true }
---```
---@param id string
---@return fun(body: anslut.question.web_address.body): anslut.question.web_address
function question.web_address(id) end

---@class anslut.question.areas

---@class anslut.question.areas.body
---@field label anslut.text Frågan, som den står i formuläret. / The question, as the form puts it.
---@field was? string|string[] Vad frågan hette i skriptet förut, om den har fått ett nytt namn men betyder detsamma. Då följer svaren med. / What the script called the question before, if it has a new name but means the same. Then its answers follow.
---@field profile? anslut.text Rubriken över svaret på den anslutnas sida. Annars står frågan där. / The heading over the answer on the member's page. Else the question.
---@field report? anslut.text Kolumnens namn i rapporter. Annars samma som på den anslutnas sida. / The column's name in reports. Else as on the member's page.
---@field hint? anslut.text En hjälptext under frågan. / A hint below the question.
---@field required? boolean Om frågan måste besvaras. / Whether it must be answered.
---@field public? boolean Om svaret visas på den anslutnas sida. / Whether the answer is shown on the member's page.
---@field personal? boolean Säg true när svaret gäller en person, till exempel ett namn. / Say true when the answer is about a person, such as a name.
---@field purpose? anslut.text Varför ni frågar. Måste finnas när svaret gäller en person. / Why you ask. Must be there when the answer is about a person.
---@field keep? string Hur länge svaret sparas. Måste finnas när svaret gäller en person; annars sparas det så länge ni är anslutna, "with membership". / How long the answer is kept. Must be there when the answer is about a person; else it is kept "with membership".
---@field shown_when? anslut.rule När frågan visas. Utan regel visas den alltid. / When the question is shown. Without a rule: always.
---@field least? integer Minsta antal val eller rader. / The fewest choices or rows.
---@field most? integer Högsta antal val eller rader. / The most choices or rows.

---Ett eller flera av strategins områden.
---
---One or more of the strategy's areas.
---
---```lua
---question.areas "focus" { label = "Vilka områden vill ni främst arbeta med?", most = 3 }
---```
---@param id string
---@return fun(body: anslut.question.areas.body): anslut.question.areas
function question.areas(id) end

---@class anslut.question.consent

---@class anslut.question.consent.body
---@field label anslut.text Frågan, som den står i formuläret. / The question, as the form puts it.
---@field was? string|string[] Vad frågan hette i skriptet förut, om den har fått ett nytt namn men betyder detsamma. Då följer svaren med. / What the script called the question before, if it has a new name but means the same. Then its answers follow.
---@field profile? anslut.text Rubriken över svaret på den anslutnas sida. Annars står frågan där. / The heading over the answer on the member's page. Else the question.
---@field report? anslut.text Kolumnens namn i rapporter. Annars samma som på den anslutnas sida. / The column's name in reports. Else as on the member's page.
---@field hint? anslut.text En hjälptext under frågan. / A hint below the question.
---@field required? boolean Om frågan måste besvaras. / Whether it must be answered.
---@field public? boolean Om svaret visas på den anslutnas sida. / Whether the answer is shown on the member's page.
---@field personal? boolean Säg true när svaret gäller en person, till exempel ett namn. / Say true when the answer is about a person, such as a name.
---@field purpose? anslut.text Varför ni frågar. Måste finnas när svaret gäller en person. / Why you ask. Must be there when the answer is about a person.
---@field keep? string Hur länge svaret sparas. Måste finnas när svaret gäller en person; annars sparas det så länge ni är anslutna, "with membership". / How long the answer is kept. Must be there when the answer is about a person; else it is kept "with membership".
---@field shown_when? anslut.rule När frågan visas. Utan regel visas den alltid. / When the question is shown. Without a rule: always.

---En ruta att kryssa i, aldrig ikryssad från början.
---
---A box to tick, never ticked beforehand.
---
---```lua
---question.consent "publish" { label = "Vi får synas i registret" }
---```
---@param id string
---@return fun(body: anslut.question.consent.body): anslut.question.consent
function question.consent(id) end

---@class anslut.question.member

---@class anslut.question.member.body
---@field label anslut.text Frågan, som den står i formuläret. / The question, as the form puts it.
---@field was? string|string[] Vad frågan hette i skriptet förut, om den har fått ett nytt namn men betyder detsamma. Då följer svaren med. / What the script called the question before, if it has a new name but means the same. Then its answers follow.
---@field profile? anslut.text Rubriken över svaret på den anslutnas sida. Annars står frågan där. / The heading over the answer on the member's page. Else the question.
---@field report? anslut.text Kolumnens namn i rapporter. Annars samma som på den anslutnas sida. / The column's name in reports. Else as on the member's page.
---@field hint? anslut.text En hjälptext under frågan. / A hint below the question.
---@field required? boolean Om frågan måste besvaras. / Whether it must be answered.
---@field public? boolean Om svaret visas på den anslutnas sida. / Whether the answer is shown on the member's page.
---@field personal? boolean Säg true när svaret gäller en person, till exempel ett namn. / Say true when the answer is about a person, such as a name.
---@field purpose? anslut.text Varför ni frågar. Måste finnas när svaret gäller en person. / Why you ask. Must be there when the answer is about a person.
---@field keep? string Hur länge svaret sparas. Måste finnas när svaret gäller en person; annars sparas det så länge ni är anslutna, "with membership". / How long the answer is kept. Must be there when the answer is about a person; else it is kept "with membership".
---@field shown_when? anslut.rule När frågan visas. Utan regel visas den alltid. / When the question is shown. Without a rule: always.
---@field of? ("municipality"|"region"|"state"|"university"|"association"|"company"|"foundation"|"joint"|"other")[] De slags anslutna som går att vara en del av. Utan listan: alla. / The kinds of members that one may be a part of. Without the list: all.

---En ansluten som den här är en del av, till exempel kommunen för en förvaltning. Högst en i formuläret.
---
---A member that this one is a part of, such as the municipality of a department. At most one in the form.
---
---```lua
---question.member "within" { label = "Vilken ansluten är ni en del av?", of = { "municipality" } }
---```
---@param id string
---@return fun(body: anslut.question.member.body): anslut.question.member
function question.member(id) end

---@class anslut.question.bodies

---@class anslut.question.bodies.body
---@field label anslut.text Frågan, som den står i formuläret. / The question, as the form puts it.
---@field was? string|string[] Vad frågan hette i skriptet förut, om den har fått ett nytt namn men betyder detsamma. Då följer svaren med. / What the script called the question before, if it has a new name but means the same. Then its answers follow.
---@field profile? anslut.text Rubriken över svaret på den anslutnas sida. Annars står frågan där. / The heading over the answer on the member's page. Else the question.
---@field report? anslut.text Kolumnens namn i rapporter. Annars samma som på den anslutnas sida. / The column's name in reports. Else as on the member's page.
---@field hint? anslut.text En hjälptext under frågan. / A hint below the question.
---@field required? boolean Om frågan måste besvaras. / Whether it must be answered.
---@field public? boolean Om svaret visas på den anslutnas sida. / Whether the answer is shown on the member's page.
---@field personal? boolean Säg true när svaret gäller en person, till exempel ett namn. / Say true when the answer is about a person, such as a name.
---@field purpose? anslut.text Varför ni frågar. Måste finnas när svaret gäller en person. / Why you ask. Must be there when the answer is about a person.
---@field keep? string Hur länge svaret sparas. Måste finnas när svaret gäller en person; annars sparas det så länge ni är anslutna, "with membership". / How long the answer is kept. Must be there when the answer is about a person; else it is kept "with membership".
---@field shown_when? anslut.rule När frågan visas. Utan regel visas den alltid. / When the question is shown. Without a rule: always.
---@field least? integer Minsta antal val eller rader. / The fewest choices or rows.
---@field most? integer Högsta antal val eller rader. / The most choices or rows.

---De som ansluter sig gemensamt, ett namn på varje rad. Högst en i formuläret.
---
---Those who join together, a name on each line. At most one in the form.
---
---```lua
---question.bodies "bodies" { label = "Vilka ingår?", shown_when = kind_is("joint") }
---```
---@param id string
---@return fun(body: anslut.question.bodies.body): anslut.question.bodies
function question.bodies(id) end

---@class anslut.question.group

---@class anslut.question.group.body
---@field label anslut.text Frågan, som den står i formuläret. / The question, as the form puts it.
---@field was? string|string[] Vad frågan hette i skriptet förut, om den har fått ett nytt namn men betyder detsamma. Då följer svaren med. / What the script called the question before, if it has a new name but means the same. Then its answers follow.
---@field profile? anslut.text Rubriken över svaret på den anslutnas sida. Annars står frågan där. / The heading over the answer on the member's page. Else the question.
---@field report? anslut.text Kolumnens namn i rapporter. Annars samma som på den anslutnas sida. / The column's name in reports. Else as on the member's page.
---@field hint? anslut.text En hjälptext under frågan. / A hint below the question.
---@field required? boolean Om frågan måste besvaras. / Whether it must be answered.
---@field public? boolean Om svaret visas på den anslutnas sida. / Whether the answer is shown on the member's page.
---@field personal? boolean Säg true när svaret gäller en person, till exempel ett namn. / Say true when the answer is about a person, such as a name.
---@field purpose? anslut.text Varför ni frågar. Måste finnas när svaret gäller en person. / Why you ask. Must be there when the answer is about a person.
---@field keep? string Hur länge svaret sparas. Måste finnas när svaret gäller en person; annars sparas det så länge ni är anslutna, "with membership". / How long the answer is kept. Must be there when the answer is about a person; else it is kept "with membership".
---@field shown_when? anslut.rule När frågan visas. Utan regel visas den alltid. / When the question is shown. Without a rule: always.
---@field least? integer Minsta antal val eller rader. / The fewest choices or rows.
---@field most? integer Högsta antal val eller rader. / The most choices or rows.
---@field [integer] anslut.question.areas|anslut.question.by_sex|anslut.question.choice|anslut.question.choices|anslut.question.date|anslut.question.email|anslut.question.long_text|anslut.question.month|anslut.question.municipality|anslut.question.number|anslut.question.phone|anslut.question.text|anslut.question.web_address|anslut.question.year|anslut.question.yes_no

---Några frågor som besvaras om och om igen, rad för rad.
---
---A few questions that are answered again and again, row by row.
---
---```lua
---question.group "goals" { label = "Egna mål", most = 5, question.text "text" { label = "Mål" } }
---```
---@param id string
---@return fun(body: anslut.question.group.body): anslut.question.group
function question.group(id) end

---@class anslut.option

---@class anslut.option.body
---@field label? anslut.text Svaret, som det står i formuläret. / The answer, as it stands in the form.
---@field was? string|string[] Vad svaret hette i skriptet förut, om det har fått ett nytt namn men betyder detsamma. Då följer svaren med. / What the script called this answer before, if it has a new name but means the same. Then answers follow.
---@field hint? anslut.text En hjälptext under svaret. / A hint below the answer.

---Ett av svaren på en fråga med val.
---
---One of the answers to a question with choices.
---
---```lua
---option "small" "Under 50"
---```
---@param id string
---@return fun(label: string|anslut.option.body): anslut.option
function option(id) end
