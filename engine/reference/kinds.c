/* Kinds of values: what each is called and how it is written. */
#include "reference/writing.h"

#define KIND(name, sv, en, help_sv, help_en, type)                             \
    (struct kind)                                                              \
    {                                                                          \
        name, sv, en, help_sv, help_en, type                                   \
    }

static struct kind kind_of_text(enum ans_value_kind kind)
{
    if (kind == ANS_IS_PROSE)
        return KIND(
            "prose", "löptext", "prose",
            "Som en text, men med Markdown: tomma rader mellan stycken, "
            "`**fetstil**`, listor och länkar. En längre text står i en "
            "egen fil: `text \"texts/om.md\"`.",
            "As a text, but with Markdown: empty lines between "
            "paragraphs, `**bold**`, lists and links. A longer text "
            "stands in a file of its own: `text \"texts/om.md\"`.",
            "anslut.prose");
    return KIND(
        "text", "text", "text",
        "En text som visas, inom raka citattecken. På flera språk: "
        "`{ sv = \"...\", en = \"...\" }`. Olika för olika slags "
        "organisationer: `by_kind { ... }`. I texten fylls `{brand}`, "
        "`{county}` och `{genitive}` i med länets egna ord.",
        "A text that is shown, in straight quotation marks. In several "
        "languages: `{ sv = \"...\", en = \"...\" }`. Different for "
        "different kinds of organisations: `by_kind { ... }`. In the "
        "text `{brand}`, `{county}` and `{genitive}` are filled in with "
        "the county's own words.",
        "anslut.text");
}

static struct kind kind_of_time(enum ans_value_kind kind)
{
    if (kind == ANS_IS_DAY)
        return KIND("day", "dag", "day", "En dag: `\"2026-05-11\"`.",
                    "A day: `\"2026-05-11\"`.", "string");
    if (kind == ANS_IS_MOMENT)
        return KIND("moment", "tidpunkt", "moment",
                    "En dag och ett klockslag: `\"2026-05-11 17:00\"`. "
                    "Klockslaget får utelämnas.",
                    "A day and a time: `\"2026-05-11 17:00\"`. The time may be "
                    "left out.",
                    "string");
    if (kind == ANS_IS_PERIOD)
        return KIND(
            "period", "period", "period",
            "En tid med början och slut, som båda räknas med: `{ from = "
            "\"2024-01-01\", to = \"2027-12-31\" }`. Ett av dem får "
            "utelämnas.",
            "A time with a beginning and an end, both included: `{ from "
            "= \"2024-01-01\", to = \"2027-12-31\" }`. One of them may "
            "be left out.",
            "{ from?: string, to?: string }");
    return KIND("date", "datum", "date",
                "En dag, en månad eller ett år, så noga som det är känt: "
                "`\"2027-06-30\"`, `\"2027-06\"` eller `\"2027\"`.",
                "A day, a month or a year, as exactly as it is known: "
                "`\"2027-06-30\"`, `\"2027-06\"` or `\"2027\"`.",
                "string");
}

static struct kind kind_of_number(enum ans_value_kind kind)
{
    if (kind == ANS_IS_WHOLE)
        return KIND("whole", "heltal", "whole number",
                    "Ett heltal, utan citattecken: `4`.",
                    "A whole number, without quotation marks: `4`.", "integer");
    if (kind == ANS_IS_NUMBER)
        return KIND("number", "tal", "number",
                    "Ett tal, utan citattecken, med punkt före decimalerna: "
                    "`2.5`.",
                    "A number, without quotation marks, a point before the "
                    "decimals: `2.5`.",
                    "number");
    return KIND("limit", "gräns", "limit",
                "En gräns, skriven som frågans svar: ett tal, ett år, `\"2024-"
                "01\"` eller `\"2024-01-01\"`.",
                "A limit, written as the question's answer: a number, a year, "
                "`\"2024-01\"` or `\"2024-01-01\"`.",
                "number|string");
}

static struct kind kind_of_list(enum ans_value_kind kind)
{
    if (kind == ANS_IS_ONE_OF)
        return KIND("one-of", "ett av", "one of",
                    "Ett av de värden som räknas upp, inom citattecken.",
                    "One of the values listed, in quotation marks.", NULL);
    if (kind == ANS_IS_SOME_OF)
        return KIND(
            "some-of", "några av", "some of",
            "En lista med några av de värden som räknas upp: `{ \"sv\", "
            "\"en\" }`.",
            "A list of some of the values: `{ \"sv\", \"en\" }`.", NULL);
    if (kind == ANS_IS_WHOLES)
        return KIND("wholes", "lista med heltal", "list of whole numbers",
                    "En lista med heltal: `{ 10, 50, 100 }`.",
                    "A list of whole numbers: `{ 10, 50, 100 }`.", "integer[]");
    if (kind == ANS_IS_REFS)
        return KIND("references", "namn på flera", "names of several",
                    "En lista med namn på sådant som finns på andra ställen i "
                    "skripten.",
                    "A list of names of what stands elsewhere in the scripts.",
                    "string[]");
    return KIND(
        "strings", "lista", "list",
        "En lista med texter: `{ \"...\", \"...\" }`. En ensam text går "
        "också bra.",
        "A list of texts: `{ \"...\", \"...\" }`. One text alone will "
        "do too.",
        "string|string[]");
}

static struct kind kind_of_string(enum ans_value_kind kind)
{
    if (kind == ANS_IS_COLOUR)
        return KIND("colour", "färg", "colour",
                    "En färg som på webben, `#` och sex siffror eller a–f: "
                    "`\"#005b52\"`.",
                    "A colour as on the web, `#` and six digits or a-f: "
                    "`\"#005b52\"`.",
                    "string");
    if (kind == ANS_IS_FILE)
        return KIND("file", "fil", "file",
                    "Namnet på en fil i länets mapp: `\"files/symbol.svg\"`.",
                    "The name of a file of the county's folder: "
                    "`\"files/symbol.svg\"`.",
                    "string");
    if (kind == ANS_IS_EMAIL)
        return KIND("email", "e-postadress", "e-mail address",
                    "En e-postadress. Använd en funktionsadress.",
                    "An e-mail address. Use one of a function.", "string");
    if (kind == ANS_IS_ADDRESS)
        return KIND(
            "address", "länkmål", "link target",
            "Vart en länk leder: `https://`, `mailto:` eller `tel:`, en "
            "sida i portalen som `\"/strategi\"`, eller en fil som "
            "`\"files/strategi.pdf\"`.",
            "Where a link leads: `https://`, `mailto:` or `tel:`, a "
            "page of the portal as `\"/strategi\"`, or a file as "
            "`\"files/strategi.pdf\"`.",
            "string");
    if (kind == ANS_IS_DURATION)
        return KIND("duration", "tid att spara", "time to keep",
                    "Hur länge ett svar sparas: `\"2 years after leaving\"`, "
                    "`\"6 months after joining\"` eller `\"with "
                    "membership\"`.",
                    "How long an answer is kept: `\"2 years after leaving\"`, "
                    "`\"6 months after joining\"` or `\"with membership\"`.",
                    "string");
    if (kind == ANS_IS_PHONE)
        return KIND("phone", "telefonnummer", "phone number",
                    "Ett telefonnummer: `\"010-000 00 00\"`.",
                    "A phone number: `\"010-000 00 00\"`.", "string");
    return KIND("string", "kort text", "string",
                "En kort text på en rad, samma på alla språk.",
                "A short text on one line, the same in all languages.",
                "string");
}

static struct kind kind_of_other(enum ans_value_kind kind)
{
    if (kind == ANS_IS_BOOL)
        return KIND("bool", "ja eller nej", "yes or no",
                    "`true` för ja eller `false` för nej, utan citattecken.",
                    "`true` for yes or `false` for no, without quotation "
                    "marks.",
                    "boolean");
    if (kind == ANS_IS_CHAINS)
        return KIND("chains", "språk i stället", "languages instead",
                    "För ett språk de språk som visas där en text saknas på "
                    "det, i ordning: `{ fit = { \"fi\", \"sv\" } }`.",
                    "For a language those that are shown where a text lacks "
                    "it, in order: `{ fit = { \"fi\", \"sv\" } }`.",
                    "table<string, string[]>");
    if (kind == ANS_IS_REF)
        return KIND("reference", "namn på något", "name of something",
                    "Namnet på något som finns på ett annat ställe.",
                    "The name of something that stands elsewhere.", "string");
    if (kind == ANS_IS_RULE)
        return KIND("rule", "regel", "rule",
                    "När något gäller: en [regel](rules.md), eller en funktion "
                    "när reglerna inte räcker. En funktion får medlemmens svar "
                    "och svarar true eller false.",
                    "When something applies: a [rule](rules.md), or a function "
                    "where rules do not suffice. A function is given the "
                    "member's answers and returns true or false.",
                    "anslut.rule");
    if (kind == ANS_IS_LINKS)
        return KIND("links", "länk", "link",
                    "En länk, `link \"...\" { to = \"...\" }`, eller en lista "
                    "med flera.",
                    "A link, `link \"...\" { to = \"...\" }`, or a list of "
                    "several.",
                    "anslut.link|anslut.link[]");
    return KIND(
        "answer", "svar", "answer",
        "Ett svar, skrivet som besökaren skulle skicka det. Av ett val: "
        "svarets namn.",
        "An answer, written as a visitor would send it. Of a choice: "
        "the answer's name.",
        "string");
}

static struct kind kind_of_test(enum ans_value_kind kind)
{
    if (kind == ANS_IS_NOTES)
        return KIND("notes", "frågor med svar", "questions with answers",
                    "Namn på frågor, var och en med en text eller ensam: `{ "
                    "\"focus\", contribution = \"...\" }`.",
                    "Names of questions, each with a text or alone: `{ "
                    "\"focus\", contribution = \"...\" }`.",
                    "table<string|integer, string>");
    return KIND("claim", "ja, nej eller en text", "yes, no or a text",
                "`true`, `false`, eller en text som ska stå där.",
                "`true`, `false`, or a text that is to stand there.",
                "boolean|string");
}

struct kind kind_of(enum ans_value_kind kind)
{
    switch (kind) { /* a new kind is told of by the compiler */
    case ANS_IS_TEXT:
    case ANS_IS_PROSE:
        return kind_of_text(kind);
    case ANS_IS_DAY:
    case ANS_IS_DATE:
    case ANS_IS_MOMENT:
    case ANS_IS_PERIOD:
        return kind_of_time(kind);
    case ANS_IS_WHOLE:
    case ANS_IS_NUMBER:
    case ANS_IS_LIMIT:
        return kind_of_number(kind);
    case ANS_IS_ONE_OF:
    case ANS_IS_SOME_OF:
    case ANS_IS_STRINGS:
    case ANS_IS_WHOLES:
    case ANS_IS_REFS:
        return kind_of_list(kind);
    case ANS_IS_STRING:
    case ANS_IS_COLOUR:
    case ANS_IS_FILE:
    case ANS_IS_EMAIL:
    case ANS_IS_ADDRESS:
    case ANS_IS_DURATION:
    case ANS_IS_PHONE:
        return kind_of_string(kind);
    case ANS_IS_BOOL:
    case ANS_IS_CHAINS:
    case ANS_IS_REF:
    case ANS_IS_RULE:
    case ANS_IS_LINKS:
    case ANS_IS_ANSWER:
        return kind_of_other(kind);
    case ANS_IS_NOTES:
    case ANS_IS_CLAIM:
        break;
    }
    return kind_of_test(kind);
}

const struct ans_word_field *kind_field(enum ans_value_kind kind,
                                        const struct ans_word **word)
{
    size_t count;
    const struct ans_word_group *const *groups = ans_word_groups(&count);
    for (size_t g = 0; g < count; g++)
        for (size_t w = 0; w < groups[g]->count; w++) {
            *word = &groups[g]->words[w];
            for (size_t f = 0; f < (*word)->field_count; f++)
                if ((*word)->fields[f].kind == kind &&
                    ans_word_has(*word, &(*word)->fields[f]))
                    return &(*word)->fields[f];
        }
    *word = NULL;
    return NULL;
}

static void write_kind(struct page *p, enum ans_value_kind which)
{
    struct kind kind = kind_of(which);
    const struct ans_word *word;
    const struct ans_word_field *field = kind_field(which, &word);
    if (!field)
        return; /* no word has it */
    ans_buf_printf(&p->buf, "## <a id=\"%s\"></a>%s\n\n%s\n\n", kind.name,
                   page_pick(p, kind.sv, kind.en),
                   page_pick(p, kind.help_sv, kind.help_en));
    page_say(p, "Till exempel i ", "For example in ");
    ans_buf_printf(&p->buf, "[`%s`]", word->name);
    page_link(p, word);
    page_add(p, ":\n\n");
    struct ans_str code =
        word->form == ANS_FORM_LIST
            ? ans_arena_printf(p->arena, "%s %s", word->name, field->example)
            : ans_arena_printf(p->arena, "%s = %s", field->name,
                               field->example);
    page_block(p, "lua", code);
}

void write_kinds(struct page *p)
{
    page_say(
        p,
        "# Värden\n\nVad som kan stå efter ett likhetstecken. I tabellerna "
        "över ordens fält är varje slag en länk hit.\n\n",
        "# Values\n\nWhat can stand after an equals sign. In the tables of "
        "fields every kind is a link to here.\n\n");
    for (int k = 0; k < KIND_MOST; k++)
        write_kind(p, (enum ans_value_kind)k);
}
