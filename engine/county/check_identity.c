/* Who the county is: codes, hosts, alerts, the home page, the colours. */
#include <math.h>

#include "county/building.h"
#include "county/colour.h"

/* Does a code belong to the county, or to one of several that share? */
static bool begins_right(const struct ans_county *c, struct ans_str code)
{
    for (size_t i = 0; i < c->covers.count; i++)
        if (ans_str_starts(code, c->covers.items[i]->id))
            return true;
    return !c->code.len || ans_str_starts(code, c->code);
}

static struct ans_str codes_text(struct ans_build *b)
{
    const struct ans_county *c = b->county;
    struct ans_str text = c->code;
    for (size_t i = 0; i < c->covers.count; i++)
        if (!ans_str_eq(c->covers.items[i]->id, c->code))
            text = ans_arena_printf(b->arena, "%.*s, %.*s", ANS_STR_ARG(text),
                                    ANS_STR_ARG(c->covers.items[i]->id));
    return text;
}

static void check_covers(struct ans_build *b)
{
    const struct ans_county *c = b->county;
    bool own = !c->covers.count;
    for (size_t i = 0; i < c->covers.count; i++) {
        const struct ans_node *one = c->covers.items[i];
        own |= ans_str_eq(one->id, c->code);
        if (one->id.len && !ans_form_digits(one->id, 2))
            ANS_BUILD_FAULT(b, ans_build_spot(one), BAD_COUNTY_CODE, one->id,
                            ANS_NONE, ANS_NONE);
    }
    if (!own && ans_form_digits(c->code, 2))
        ANS_BUILD_FAULT(b, ans_build_field_spot(b, &c->node, "code"),
                        COVERS_NOT_OWN, c->code, ANS_NONE, ANS_NONE);
}

static void check_code(struct ans_build *b)
{
    const struct ans_county *c = b->county;
    check_covers(b);
    if (c->code.len && !ans_form_digits(c->code, 2))
        ANS_BUILD_FAULT(b, ans_build_field_spot(b, &c->node, "code"),
                        BAD_COUNTY_CODE, c->code, ANS_NONE, ANS_NONE);
    for (size_t i = 0; i < c->municipalities.count; i++) {
        const struct ans_municipality *m =
            ANS_AT(ans_municipality, c->municipalities, i);
        if (m->node.id.len &&
            (!ans_form_digits(m->node.id, 4) || !begins_right(c, m->node.id)))
            ANS_BUILD_FAULT(b, ans_build_spot(&m->node), BAD_CODE, m->node.id,
                            codes_text(b), ANS_NONE);
    }
}

static void check_names(struct ans_build *b)
{
    const struct ans_county *c = b->county;
    for (size_t i = 0; i < c->hosts.count; i++)
        if (!ans_form_host(c->hosts.items[i]))
            ANS_BUILD_FAULT(b, ans_build_field_spot(b, &c->node, "hosts"),
                            BAD_HOST, c->hosts.items[i], ANS_NONE, ANS_NONE);
    if (c->org_number.len && !ans_form_org_number(c->org_number))
        ANS_BUILD_FAULT(b, ans_build_field_spot(b, &c->node, "org_number"),
                        BAD_ORG_NUMBER, c->org_number, ANS_NONE, ANS_NONE);
    /* A folder that begins with "_" is there to be copied. */
    if (!c->slug.len || c->slug.ptr[0] == '_')
        return;
    bool letter = c->slug.ptr[0] >= 'a' && c->slug.ptr[0] <= 'z';
    if (!letter || !ans_form_id(c->slug, false) ||
        ans_str_find(c->slug, '_') >= 0)
        ANS_BUILD_FAULT(b, ans_build_spot(&c->node), BAD_FOLDER_NAME, c->slug,
                        ANS_NONE, ANS_NONE);
    else if (c->node.id.len && !ans_str_eq(c->node.id, c->slug))
        ANS_BUILD_FAULT(b, ans_build_spot(&c->node), SLUG, c->node.id, c->slug,
                        ANS_NONE);
}

/* A moment as the script has it: an end without a time is the end of its
 * day. */
static struct ans_str as_written(struct ans_build *b, const struct ans_alert *a,
                                 const char *field)
{
    const struct ans_said_pair *pair = ans_build_said(b, &a->node, field);
    return pair ? ans_arena_str(b->arena, pair->value.s) : ANS_NONE;
}

static void check_alert(struct ans_build *b, const struct ans_alert *a)
{
    struct ans_spot spot = ans_build_spot(&a->node);
    /* An end that was said wrongly is a fault already. */
    const struct ans_said_pair *to = ans_build_said(b, &a->node, "to");
    const struct ans_said_pair *open =
        ans_build_said(b, &a->node, "until_further_notice");
    bool wrong = (to && !a->to) || (open && open->value.type != ANS_SAID_BOOL);
    if (wrong)
        return;
    if (!a->to && !a->until_further_notice)
        ANS_BUILD_FAULT(b, spot, ALERT_NO_END, ANS_NONE, ANS_NONE, ANS_NONE);
    else if (a->to && a->until_further_notice)
        ANS_BUILD_FAULT(b, spot, ALERT_TWO_ENDS, ANS_NONE, ANS_NONE, ANS_NONE);
    if (a->to && a->from >= a->to)
        ANS_BUILD_FAULT(b, ans_build_field_spot(b, &a->node, "to"), DATES_ORDER,
                        ANS_STR("from"), as_written(b, a, "from"),
                        as_written(b, a, "to"));
}

static void check_home(struct ans_build *b)
{
    const struct ans_home *home = b->county->home;
    const struct ans_word_field *field =
        ans_word_field_find(ans_word_find(ANS_STR("home")), ANS_STR("order"));
    struct ans_said_value v = ans_build_parse(b, field->fallback);
    struct ans_strs known = ans_build_ids(b, &home->sections);
    struct ans_str *all = ANS_NEW_ARRAY(b->scratch, struct ans_str,
                                        known.count + v.table->list_count);
    const char *names[32] = {NULL};
    for (size_t i = 0; i < v.table->list_count; i++) {
        all[i] = v.table->list[i].s;
        names[i] = ans_arena_str(b->arena, all[i]).ptr;
    }
    if (known.count)
        memcpy(all + v.table->list_count, known.items,
               known.count * sizeof *all);
    known = (struct ans_strs){all, known.count + v.table->list_count};
    for (size_t i = 0; i < home->order.count; i++) {
        struct ans_str word = home->order.items[i];
        bool found = false;
        for (size_t k = 0; k < known.count && !found; k++)
            found = ans_str_eq(word, known.items[k]);
        if (!found)
            ANS_BUILD_FAULT(b, ans_build_field_spot(b, &home->node, "order"),
                            UNKNOWN_SECTION, word,
                            ans_build_nearest(word, known),
                            ans_build_join(b, names));
    }
}

void ans_check_identity(struct ans_build *b)
{
    const struct ans_county *c = b->county;
    check_code(b);
    check_names(b);
    for (size_t i = 0; i < c->alerts.count; i++)
        check_alert(b, ANS_AT(ans_alert, c->alerts, i));
    check_home(b);
    if (b->county_decl && !c->theme)
        ANS_BUILD_FAULT(
            b, ans_build_spot(&c->node), MISSING_WORD, ANS_STR("theme"),
            ans_str_from(ans_word_find(ANS_STR("theme"))->example), ANS_NONE);
}

/* The light page and the dark text of every portal. */
static const struct ans_rgb paper = {0xfb, 0xfa, 0xf6};
static const struct ans_rgb ink = {0x17, 0x21, 0x1f};
static const struct ans_rgb white = {0xff, 0xff, 0xff};

/* Rounded down: what does not suffice must not look as if it did. */
static struct ans_str ratio_text(struct ans_build *b, double ratio)
{
    int tenths = (int)floor(ratio * 10);
    return ans_arena_printf(b->arena, "%d.%d:1", tenths / 10, tenths % 10);
}

static void check_colour(struct ans_build *b, const struct ans_theme *t)
{
    struct ans_rgb colour;
    if (!ans_rgb_parse(t->colour, &colour))
        return;
    struct ans_spot spot = ans_build_field_spot(b, &t->node, "colour");
    double on = fmax(ans_contrast(colour, white), ans_contrast(colour, ink));
    double against = ans_contrast(colour, paper);
    if (on < 4.5)
        ANS_BUILD_FAULT(b, spot, THEME_CONTRAST_TEXT, t->colour,
                        ratio_text(b, on), ANS_NONE);
    if (against < 3)
        ANS_BUILD_FAULT(b, spot, THEME_CONTRAST_PAPER, t->colour,
                        ratio_text(b, against), ANS_NONE);
}

void ans_check_theme(struct ans_build *b)
{
    const struct ans_theme *t = b->county->theme;
    struct ans_rgb accent;
    if (!t)
        return;
    /* Elsewhere it stands beside the portal's name, and says no more. */
    if (ans_str_is(t->hero, "symbol") &&
        !ans_build_said(b, &t->node, "symbol_text"))
        ANS_BUILD_FAULT(b, ans_build_spot(&t->node), SYMBOL_WORDLESS, ANS_NONE,
                        ANS_NONE, ANS_NONE);
    check_colour(b, t);
    if (!ans_rgb_parse(t->accent, &accent))
        return;
    double on = ans_contrast(accent, ink);
    if (on < 4.5)
        ANS_BUILD_FAULT(b, ans_build_field_spot(b, &t->node, "accent"),
                        THEME_CONTRAST_ACCENT, t->accent, ratio_text(b, on),
                        ANS_NONE);
}
