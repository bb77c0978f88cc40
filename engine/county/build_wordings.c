/* Wordings: a county's texts in the place of the portal's own. Whether each
 * may stand where it will is judged by the portal's Swedish text. */
#include "base/text.h"
#include "county/building.h"

enum { MOST_NAMES = 16, SHORT_TEXT = 80, MOST_TIMES = 3 };

static const struct {
    const char *name; /* of the field, and of the plural category (CLDR) */
    size_t offset;
} forms[] = {
    {"zero", offsetof(struct ans_wording, zero)},
    {"one", offsetof(struct ans_wording, one)},
    {"two", offsetof(struct ans_wording, two)},
    {"few", offsetof(struct ans_wording, few)},
    {"many", offsetof(struct ans_wording, many)},
    {"other", offsetof(struct ans_wording, other)},
};

struct judging { /* one wording */
    struct ans_build *b;
    const struct ans_wording *wording;
    struct ans_spot spot;
    struct ans_str key;
    const struct ans_own_text *like; /* the portal's own, in Swedish */
};

static bool is_wording(const struct ans_word *word)
{
    return word && word->names_text;
}

static const struct ans_text *form_of(const struct ans_wording *w, size_t i)
{
    return (const struct ans_text *)((const char *)w + forms[i].offset);
}

static const struct ans_own_text *portals(const struct ans_build *b,
                                          struct ans_str key, const char *end)
{
    struct ans_str whole =
        ans_arena_printf(b->arena, "%.*s%s", ANS_STR_ARG(key), end);
    return b->portal ? ans_texts_own(b->portal, ANS_STR("sv"), whole) : NULL;
}

/* The portal's text that a wording stands for; of one that counts, the form
 * for most numbers. */
static const struct ans_own_text *find_like(const struct ans_build *b,
                                            struct ans_str key, bool *counts)
{
    const struct ans_own_text *other = portals(b, key, ".other");
    *counts = other && portals(b, key, ".one");
    return *counts ? other : portals(b, key, "");
}

/* The names in braces of a text; "{{" is a brace. */
static size_t names_in(struct ans_str text, struct ans_str names[MOST_NAMES])
{
    size_t count = 0;
    while (text.len && count < MOST_NAMES) {
        (void)ans_str_cut(&text, '{');
        if (text.len && text.ptr[0] == '{') {
            text = ans_str_sub(text, 1, SIZE_MAX);
            continue;
        }
        ptrdiff_t end = ans_str_find(text, '}');
        if (end > 0)
            names[count++] = ans_str_sub(text, 0, (size_t)end);
    }
    return count;
}

static bool holds(const struct ans_str *names, size_t count,
                  struct ans_str name)
{
    for (size_t i = 0; i < count; i++)
        if (ans_str_eq(names[i], name))
            return true;
    return false;
}

/* Where a text of the wording stands. */
static struct ans_spot spot_of(const struct judging *j,
                               const struct ans_text *text)
{
    for (size_t i = 0; i < j->b->texts.count; i++)
        if (j->b->texts.items[i].text == text)
            return j->b->texts.items[i].spot;
    return j->spot;
}

/* Stems of texts that count, and keys of the others. */
static struct ans_str nearest_key(const struct ans_build *b, struct ans_str key)
{
    struct ans_strs known = {0};
    for (size_t t = 0; t < b->portal->count; t++) {
        const struct ans_tongue *tongue = &b->portal->tongues[t];
        if (!ans_str_is(tongue->lang, "sv"))
            continue;
        known.items = ANS_NEW_ARRAY(b->arena, struct ans_str, tongue->count);
        for (size_t i = 0; i < tongue->count; i++) {
            struct ans_str one = tongue->items[i].key;
            bool counts = false;
            if (ans_str_ends(one, ANS_STR(".other")))
                (void)find_like(b, ans_str_sub(one, 0, one.len - 6), &counts);
            if (counts)
                one.len -= 6;
            known.items[known.count++] = one;
        }
    }
    return ans_build_nearest(key, known);
}

/* A count may go without saying: "a day", "one organisation". */
static bool may_lack(struct ans_str name, const char *form)
{
    bool counts = ans_str_is(name, "count") || ans_str_is(name, "number");
    return counts && form && strcmp(form, "other") != 0;
}

static void check_names(const struct judging *j, const struct ans_spot *spot,
                        struct ans_str said, const char *form)
{
    struct ans_str wanted[MOST_NAMES];
    struct ans_str given[MOST_NAMES];
    size_t want = names_in(j->like->str, wanted);
    size_t have = names_in(said, given);
    for (size_t i = 0; i < want; i++)
        if (!holds(given, have, wanted[i]) && !may_lack(wanted[i], form))
            ANS_BUILD_FAULT(j->b, *spot, WORDING_LACKS, j->key, wanted[i],
                            ANS_NONE);
}

static void check_plain(const struct judging *j, const struct ans_spot *spot,
                        struct ans_str said)
{
    static const char *const signs[] = {"**", "](", "</", "<b>", "<br>"};
    for (size_t i = 0; i < ANS_COUNT(signs); i++)
        if (ans_str_find_str(said, ans_str_from(signs[i])) >= 0) {
            ANS_BUILD_FAULT(j->b, *spot, WORDING_MARKDOWN, j->key,
                            ans_str_from(signs[i]), ANS_NONE);
            return;
        }
    if (ans_str_starts(said, ANS_STR("# ")))
        ANS_BUILD_FAULT(j->b, *spot, WORDING_MARKDOWN, j->key, ANS_STR("#"),
                        ANS_NONE);
}

static void check_length(const struct judging *j, const struct ans_spot *spot,
                         struct ans_str said)
{
    size_t most = ans_text_length(j->like->str) * MOST_TIMES;
    size_t length = ans_text_length(said);
    if (most < SHORT_TEXT)
        most = SHORT_TEXT;
    if (length > most)
        ANS_BUILD_FAULT(j->b, *spot, WORDING_LONG, j->key,
                        ans_arena_printf(j->b->arena, "%zu", length),
                        ans_arena_printf(j->b->arena, "%zu", most));
}

static void check_text(const struct judging *j, const struct ans_text *text,
                       const char *form)
{
    struct ans_spot spot = spot_of(j, text);
    for (size_t i = 0; i < text->count; i++) {
        const struct ans_text_item *item = &text->items[i];
        if (item->kind.len) {
            ANS_BUILD_FAULT(j->b, spot, WRONG_TYPE_TEXT, j->key,
                            ans_str_from(j->spot.word->example), ANS_NONE);
            return;
        }
        check_names(j, &spot, item->str, form);
        check_plain(j, &spot, item->str);
        check_length(j, &spot, item->str);
    }
}

/* All forms that the language has, and no other, if any is said in it. */
static void check_forms_in(const struct judging *j, struct ans_str lang)
{
    const char *needed[ANS_TEXT_PLURALS];
    size_t count = ans_text_plurals(lang.ptr, needed);
    bool any = false;
    for (size_t i = 0; i < ANS_COUNT(forms); i++)
        any |= ans_text_says(form_of(j->wording, i), lang);
    for (size_t i = 0; any && i < ANS_COUNT(forms); i++) {
        const struct ans_text *text = form_of(j->wording, i);
        struct ans_str name = ans_str_from(forms[i].name);
        bool need = false;
        for (size_t k = 0; k < count; k++)
            need |= ans_str_is(name, needed[k]);
        bool said = ans_text_says(text, lang);
        if (need && !said)
            ANS_BUILD_FAULT(j->b, j->spot, WORDING_FORM_MISSING, j->key, name,
                            lang);
        else if (said && !need)
            ANS_BUILD_FAULT(j->b, spot_of(j, text), WORDING_FORM_UNUSED, j->key,
                            name, lang);
    }
}

static bool has_forms(const struct ans_wording *w)
{
    for (size_t i = 0; i < ANS_COUNT(forms); i++)
        if (ans_text_said(form_of(w, i)))
            return true;
    return false;
}

static void check_wording(const struct judging *j, bool counts)
{
    const struct ans_wording *w = j->wording;
    bool text = ans_text_said(&w->text);
    const struct ans_decl *decl = j->spot.decl;
    bool tried = decl->arg_count > 1 || (decl->body && decl->body->named_count);
    if (!text && !has_forms(w)) {
        if (tried) /* what is wrong with it has been told */
            return;
        ANS_BUILD_FAULT(j->b, j->spot, MISSING_FIELD, ANS_STR("wording"),
                        j->key, ANS_STR("text = \"...\""));
    } else if (counts && text) {
        ANS_BUILD_FAULT(j->b, j->spot, WORDING_COUNTS, j->key,
                        ans_arena_printf(j->b->arena,
                                         "wording \"%.*s\" { one = \"...\", "
                                         "other = \"...\" }",
                                         ANS_STR_ARG(j->key)),
                        ANS_NONE);
    } else if (!counts && has_forms(w)) {
        ANS_BUILD_FAULT(j->b, j->spot, WORDING_ONE_TEXT, j->key, ANS_NONE,
                        ANS_NONE);
    } else if (!counts) {
        check_text(j, &w->text, NULL);
    } else {
        for (size_t i = 0; i < ANS_COUNT(forms); i++)
            check_text(j, form_of(w, i), forms[i].name);
        for (size_t i = 0; i < j->b->languages.count; i++)
            check_forms_in(j, j->b->languages.items[i]);
    }
}

void ans_check_wordings(struct ans_build *b)
{
    for (size_t i = 0; b->portal && i < b->nodes.count; i++) {
        const struct ans_built_node *built = &b->nodes.items[i];
        if (!is_wording(built->node->word) || !built->node->id.len)
            continue;
        struct judging j = {.b = b,
                            .wording = (const struct ans_wording *)built->node,
                            .spot = built->spot,
                            .key = built->node->id};
        bool counts;
        j.like = find_like(b, j.key, &counts);
        if (j.like)
            check_wording(&j, counts);
        else
            ANS_BUILD_FAULT(b, built->spot, UNKNOWN_TEXT, j.key,
                            nearest_key(b, j.key), ANS_NONE);
    }
}

struct ans_spot ans_build_wording_spot(struct ans_build *b,
                                       const struct ans_spot *spot)
{
    struct ans_spot mine = *spot;
    if (!is_wording(spot->word) || !spot->field)
        return mine;
    struct ans_str names[MOST_NAMES];
    bool counts;
    struct ans_str key =
        spot->decl->arg_count ? spot->decl->args[0].s : ANS_NONE;
    const struct ans_own_text *like = find_like(b, key, &counts);
    size_t count = like ? names_in(like->str, names) : 0;
    const char **fills = ANS_NEW_ARRAY(b->arena, const char *, count + 1);
    for (size_t i = 0; i < count; i++)
        fills[i] = ans_arena_str(b->arena, names[i]).ptr;
    struct ans_word_field *field = ANS_NEW(b->arena, struct ans_word_field);
    *field = *spot->field;
    field->fills = fills;
    mine.field = field;
    return mine;
}

static void fold_text(struct ans_build *b, struct ans_texts *to,
                      const struct ans_wording *w, const struct ans_text *text,
                      const char *form)
{
    struct ans_str key = form ? ans_arena_printf(b->arena, "%.*s.%s",
                                                 ANS_STR_ARG(w->node.id), form)
                              : w->node.id;
    for (size_t i = 0; i < text->count; i++)
        ans_texts_add(b->arena, to, text->items[i].lang,
                      (struct ans_own_text){key, text->items[i].str,
                                            w->node.file, w->node.line});
}

void ans_build_fold_wordings(struct ans_build *b)
{
    struct ans_county *c = b->county;
    struct ans_texts *texts = ANS_NEW(b->arena, struct ans_texts);
    *texts = (struct ans_texts){.behind = b->portal, .chains = &c->fallback};
    for (size_t i = 0; i < c->wordings.count; i++) {
        const struct ans_wording *w = ANS_AT(ans_wording, c->wordings, i);
        fold_text(b, texts, w, &w->text, NULL);
        for (size_t k = 0; k < ANS_COUNT(forms); k++)
            fold_text(b, texts, w, form_of(w, k), forms[k].name);
    }
    c->texts = texts;
}
