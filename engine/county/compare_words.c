/* Differences as sentences, for people who write county scripts. */
#include "county/compare.h"

#include <string.h>

#include "base/buf.h"

#define SHORT 120 /* bytes of a text that fits its sentence */
#define LINES 400 /* of a text that is told line by line */
#define SHOWN 12  /* lines that are told */

/* Fields as people call them; every other one by its name. For a switch: what
 * it means when it is on and when it is off. */
static const struct {
    const char *field;
    const char *sv, *en;
    const char *off_sv, *off_en; /* NULL: no switch */
} phrases[] = {
    {"label", "frågan", "the question", NULL, NULL},
    {"profile", "rubriken på den anslutnas sida", "the heading on the profile",
     NULL, NULL},
    {"report", "kolumnens namn", "the column's name", NULL, NULL},
    {"hint", "hjälptexten", "the hint", NULL, NULL},
    {"title", "rubriken", "the heading", NULL, NULL},
    {"text", "texten", "the text", NULL, NULL},
    {"lead", "ingressen", "the lead", NULL, NULL},
    {"summary", "sammanfattningen", "the summary", NULL, NULL},
    {"name", "namnet", "the name", NULL, NULL},
    {"intro", "texten om vad det betyder att ansluta sig",
     "the text on what joining means", NULL, NULL},
    {"letter", "brevet", "the letter", NULL, NULL},
    {"letter_title", "brevets rubrik", "the letter's heading", NULL, NULL},
    {"refusal", "texten till den som inte kan ansluta sig",
     "the text to those who cannot join", NULL, NULL},
    {"act", "texten på knappen", "the button's text", NULL, NULL},
    {"purpose", "varför ni frågar", "why you ask", NULL, NULL},
    {"keep", "hur länge svaret sparas", "how long the answer is kept", NULL,
     NULL},
    {"unit", "det som räknas", "what is counted", NULL, NULL},
    {"shown_when", "när frågan visas", "when the question is shown", NULL,
     NULL},
    {"offered_when", "vilka som får det", "who gets it", NULL, NULL},
    {"because", "skälet", "the reason", NULL, NULL},
    {"licence", "villkoren", "the licence", NULL, NULL},
    {"file", "filen", "the file", NULL, NULL},
    {"least", "minsta antal", "the fewest", NULL, NULL},
    {"most", "högsta antal", "the most", NULL, NULL},
    {"shortest", "minsta antal tecken", "the fewest characters", NULL, NULL},
    {"longest", "högsta antal tecken", "the most characters", NULL, NULL},
    {"decimals", "antal decimaler", "the number of decimals", NULL, NULL},
    {"default", "svaret från början", "the answer from the start", NULL, NULL},
    {"languages", "språken", "the languages", NULL, NULL},
    {"hosts", "värdnamnen", "the host names", NULL, NULL},
    {"may_join", "vilka som kan ansluta sig", "who may join", NULL, NULL},
    {"when_changed", "vad som händer den som är mitt i formuläret",
     "what happens to who is half-way", NULL, NULL},
    {"period", "perioden", "the period", NULL, NULL},
    {"national", "det nationella målet", "the national goal", NULL, NULL},
    {"email", "e-postadressen", "the e-mail address", NULL, NULL},
    {"phone", "telefonnumret", "the phone number", NULL, NULL},
    {"colour", "färgen", "the colour", NULL, NULL},
    {"accent", "accentfärgen", "the accent colour", NULL, NULL},
    {"required", "måste nu besvaras", "must now be answered",
     "måste inte längre besvaras", "need not be answered any more"},
    {"public", "visas nu på den anslutnas sida", "is now shown on the profile",
     "visas inte längre på den anslutnas sida",
     "is not shown on the profile any more"},
    {"personal", "gäller nu en person", "is now about a person",
     "gäller inte längre en person", "is not about a person any more"},
    {"other", "frågar nu också efter annat eller okänt",
     "now asks for other or unknown too",
     "frågar inte längre efter annat eller okänt",
     "does not ask for other or unknown any more"},
    {"review", "granskas nu innan det visas", "is now reviewed before it shows",
     "granskas inte längre innan det visas",
     "is not reviewed before it shows any more"},
    {"binding", "är nu bindande", "is now binding", "är inte längre bindande",
     "is not binding any more"},
    {"confirm", "ska nu kryssas i", "is now to be ticked",
     "ska inte längre kryssas i", "is not to be ticked any more"},
    {"offer", "är nu ett erbjudande att tacka ja till",
     "is now an offer to say yes to",
     "ges nu utan att den anslutna behöver tacka ja",
     "is now given without being asked for"},
    {"until_further_notice", "gäller nu tills vidare",
     "now holds until further notice", "gäller inte längre tills vidare",
     "does not hold until further notice any more"},
};

struct telling {
    struct ans_arena *arena;
    const struct ans_county_change *d;
    struct ans_buf out;
    bool sv;
};

static void say(struct telling *t, const char *sv, const char *en)
{
    ans_buf_add_z(&t->out, t->sv ? sv : en);
}

const char *ans_differs_word(enum ans_differs what)
{
    static const char *const words[] = {
        [ANS_DIFFERS_ADDED] = "added",     [ANS_DIFFERS_REMOVED] = "removed",
        [ANS_DIFFERS_RENAMED] = "renamed", [ANS_DIFFERS_RETYPED] = "retyped",
        [ANS_DIFFERS_MOVED] = "moved",     [ANS_DIFFERS_ORDER] = "order",
        [ANS_DIFFERS_VALUE] = "changed",
    };
    return words[what];
}

const char *ans_county_change_part(const struct ans_county_change *d,
                                   struct ans_str lang)
{
    static const char *const parts[][3] = {
        {"join", "Anslutningen", "Joining"},
        {"strategy", "Strategin", "The strategy"},
        {"welcome", "Välkomstpaketet", "The welcome package"},
        {"home", "Startsidan", "The home page"},
        {"page", "Sidorna", "The pages"},
    };
    bool en = ans_str_is(lang, "en");
    for (size_t i = 0; i < ANS_COUNT(parts); i++)
        if (!strcmp(parts[i][0], d->top->name))
            return parts[i][en ? 2 : 1];
    return en ? "The county" : "Länet";
}

/* "«size»", or the word for what has no id. */
static void say_name(struct telling *t, const struct ans_node *node)
{
    if (node->id.len)
        ans_buf_printf(&t->out, t->sv ? "«%.*s»" : "\"%.*s\"",
                       ANS_STR_ARG(node->id));
    else
        ans_buf_add_z(&t->out,
                      t->sv ? node->word->called_sv : node->word->called_en);
}

/* Where it stands, when its own name does not tell enough. */
static void say_above(struct telling *t)
{
    const struct ans_node *above = t->d->above;
    if (!above || !above->id.len || !strcmp(above->word->name, "step"))
        return;
    say_name(t, above);
    ans_buf_add_z(&t->out, " → ");
}

/* The text that tells people what it is. */
static struct ans_str title_of(const struct ans_node *node, struct ans_str lang)
{
    static const char *const names[] = {"label", "title", "name", "unit",
                                        "text"};
    const struct ans_word *word = node->word;
    size_t offset = word->text_offset;
    for (size_t i = 0; !offset && i < ANS_COUNT(names); i++) {
        const struct ans_word_field *field =
            ans_word_field_find(word, ans_str_from(names[i]));
        if (field && field->kind == ANS_IS_TEXT)
            offset = field->offset;
    }
    if (!offset)
        return ANS_STR("");
    struct ans_str s =
        ans_text_in((const struct ans_text *)((const char *)node + offset),
                    lang)
            .str;
    return s.len > SHORT ? ANS_STR("") : s;
}

static void say_whole(struct telling *t, const struct ans_node *node)
{
    struct ans_str title =
        title_of(node, t->sv ? ANS_STR("sv") : ANS_STR("en"));
    ans_buf_add_z(&t->out,
                  t->sv ? node->word->called_sv : node->word->called_en);
    if (node->id.len)
        ans_buf_printf(&t->out, t->sv ? " «%.*s»" : " \"%.*s\"",
                       ANS_STR_ARG(node->id));
    if (title.len)
        ans_buf_printf(&t->out, ": %.*s", ANS_STR_ARG(title));
}

/* Long texts, line by line. */

struct lines {
    struct ans_str items[LINES];
    size_t count;
};

static bool split(struct ans_str text, struct lines *out)
{
    while (text.len) {
        struct ans_str line = ans_str_trim(ans_str_cut(&text, '\n'));
        if (!line.len)
            continue;
        if (out->count == LINES)
            return false;
        out->items[out->count++] = line;
    }
    return true;
}

static bool has_line(const struct lines *lines, struct ans_str line)
{
    for (size_t i = 0; i < lines->count; i++)
        if (ans_str_eq(lines->items[i], line))
            return true;
    return false;
}

static void say_lines(struct telling *t, const char *mark,
                      const struct lines *lines, const struct lines *others)
{
    size_t said = 0;
    for (size_t i = 0; i < lines->count; i++) {
        if (has_line(others, lines->items[i]))
            continue;
        if (said++ < SHOWN)
            ans_buf_printf(&t->out, "\n%s %.*s", mark,
                           ANS_STR_ARG(lines->items[i]));
    }
    if (said > SHOWN)
        ans_buf_printf(&t->out,
                       t->sv ? "\n%s (och %zu rader till)"
                             : "\n%s (and %zu more lines)",
                       mark, said - SHOWN);
}

static void say_text(struct telling *t, const char *what)
{
    struct lines *was = ANS_NEW(t->arena, struct lines);
    struct lines *now = ANS_NEW(t->arena, struct lines);
    ans_buf_add_z(&t->out, what);
    say(t, " har ändrats", " has changed");
    if (!split(t->d->was, was) || !split(t->d->now, now))
        return;
    say_lines(t, "−", was, now);
    say_lines(t, "+", now, was);
}

/* Fields. */

static bool is_long(struct ans_str s)
{
    return s.len > SHORT || ans_str_find(s, '\n') >= 0;
}

static void say_quoted(struct telling *t, struct ans_str s)
{
    ans_buf_printf(&t->out, t->sv ? "«%.*s»" : "\"%.*s\"", ANS_STR_ARG(s));
}

static void say_value(struct telling *t, const char *what)
{
    const struct ans_county_change *d = t->d;
    if (is_long(d->was) || is_long(d->now)) {
        say_text(t, what);
        return;
    }
    ans_buf_add_z(&t->out, what);
    if (!d->now.len) {
        say(t, " finns inte längre, och var ",
            " is not there any more, and was ");
        say_quoted(t, d->was);
        return;
    }
    say(t, " är nu ", " is now ");
    say_quoted(t, d->now);
    if (d->was.len) {
        say(t, ", förut ", ", before ");
        say_quoted(t, d->was);
    }
}

static void say_switch(struct telling *t, const char *name, bool on)
{
    for (size_t i = 0; i < ANS_COUNT(phrases); i++) {
        if (strcmp(phrases[i].field, name) != 0 || !phrases[i].off_sv)
            continue;
        if (on)
            say(t, phrases[i].sv, phrases[i].en);
        else
            say(t, phrases[i].off_sv, phrases[i].off_en);
        return;
    }
    ans_buf_printf(&t->out, t->sv ? "`%s` är nu %s" : "`%s` is now %s", name,
                   on ? "true" : "false");
}

static void say_field(struct telling *t)
{
    const struct ans_county_change *d = t->d;
    const char *what = NULL;
    say_above(t);
    say_name(t, d->after);
    if (d->lang.len)
        ans_buf_printf(&t->out, " (%.*s)", ANS_STR_ARG(d->lang));
    ans_buf_add_z(&t->out, ": ");
    if (d->field->kind == ANS_IS_BOOL) {
        say_switch(t, d->field->name, d->now.len > 0);
        return;
    }
    bool asks = !strncmp(d->after->word->name, "question.", 9);
    const char *name = d->field->name;
    if (!strcmp(name, "label") && !asks)
        name = "text"; /* of a link, an option */
    for (size_t i = 0; !what && i < ANS_COUNT(phrases); i++)
        if (!strcmp(phrases[i].field, name) && !phrases[i].off_sv)
            what = t->sv ? phrases[i].sv : phrases[i].en;
    if (!what)
        what = ans_arena_printf(t->arena, "`%s`", d->field->name).ptr;
    say_value(t, what);
}

static void say_difference(struct telling *t)
{
    const struct ans_county_change *d = t->d;
    switch (d->what) {
    case ANS_DIFFERS_ADDED:
        say(t, "Nytt: ", "New: ");
        say_above(t);
        say_whole(t, d->after);
        break;
    case ANS_DIFFERS_REMOVED:
        say(t, "Borttaget: ", "Removed: ");
        say_above(t);
        say_whole(t, d->before);
        break;
    case ANS_DIFFERS_RENAMED:
        say_above(t);
        say_name(t, d->before);
        say(t, " heter nu ", " is now called ");
        say_name(t, d->after);
        say(t, ", och svaren följer med", ", and its answers follow");
        break;
    case ANS_DIFFERS_RETYPED:
        say_above(t);
        say_name(t, d->after);
        say(t, " var ", " was ");
        say(t, d->before->word->called_sv, d->before->word->called_en);
        say(t, " och är nu ", " and is now ");
        say(t, d->after->word->called_sv, d->after->word->called_en);
        break;
    case ANS_DIFFERS_MOVED:
        say_above(t);
        say_name(t, d->after);
        say(t, " har flyttats från steget ", " has moved from the step ");
        say_name(t, d->from);
        say(t, " till ", " to ");
        say_name(t, d->to);
        break;
    case ANS_DIFFERS_ORDER:
        say_above(t);
        say(t, "ordningen är nu ", "the order is now ");
        ans_buf_add(&t->out, d->now);
        break;
    case ANS_DIFFERS_VALUE:
        say_field(t);
        break;
    }
}

struct ans_str ans_county_change_text(struct ans_arena *arena,
                                      const struct ans_county_change *d,
                                      struct ans_str lang)
{
    struct telling t = {.arena = arena, .d = d, .sv = !ans_str_is(lang, "en")};
    say_difference(&t);
    struct ans_str s = ans_arena_str(arena, ans_buf_str(&t.out));
    ans_buf_free(&t.out);
    return s;
}
