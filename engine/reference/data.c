/* The vocabulary and the faults as data, for JSON. docs/reference/json.md
 * tells of it: keys may be added, never renamed or taken away. */
#include "reference/writing.h"

static void put_both(struct ans_map *m, const char *key, const char *sv,
                     const char *en)
{
    struct ans_map *both = ans_map_put_map(m, key);
    ans_map_put_str(both, "sv", ans_str_from(sv));
    ans_map_put_str(both, "en", ans_str_from(en));
}

static void put_strings(struct ans_map *m, const char *key,
                        const char *const *strings)
{
    if (!strings)
        return;
    struct ans_list *list = ans_map_put_list(m, key);
    for (size_t i = 0; strings[i]; i++)
        ans_list_add(list, ans_value_str(ans_str_from(strings[i])));
}

static void put_field(struct ans_map *m, const struct ans_word_field *f)
{
    ans_map_put_str(m, "name", ans_str_from(f->name));
    ans_map_put_str(m, "kind", ans_str_from(kind_of(f->kind).name));
    ans_map_put_bool(m, "required", f->required);
    if (f->fallback)
        ans_map_put_str(m, "default", ans_str_from(f->fallback));
    if (f->least < f->most) {
        ans_map_put(m, "least", ans_value_num(f->least));
        ans_map_put(m, "most", ans_value_num(f->most));
    }
    put_strings(m, "choices", f->choices);
    if (f->refers)
        ans_map_put_str(m, "refers", ans_str_from(f->refers));
    put_strings(m, "placeholders", f->fills);
    put_both(m, "help", f->sv, f->en);
    ans_map_put_str(m, "example", ans_str_from(f->example));
}

static void put_places(struct ans_map *m, const struct ans_word *word)
{
    struct ans_list *list = ans_map_put_list(m, "places");
    for (const struct ans_place *p = word->places; p->parent; p++) {
        struct ans_map *place = ans_list_add_map(list);
        ans_map_put_str(place, "in", ans_str_from(p->parent));
        ans_map_put_int(place, "most",
                        p->single ? 1 : (int64_t)(p->most ? p->most : 500));
    }
}

static void put_word(struct ans_map *m, const struct ans_word *word,
                     const struct ans_word_group *group)
{
    ans_map_put_str(m, "name", ans_str_from(word->name));
    ans_map_put_str(m, "group", ans_str_from(group->name));
    put_both(m, "called", word->called_sv, word->called_en);
    ans_map_put_str(m, "form", ans_str_from(form_name(word->form)));
    ans_map_put_bool(m, "id", word->has_id);
    if (word->answers_offset)
        ans_map_put_bool(m, "answers", true);
    for (size_t i = 0; word->text_offset && i < word->field_count; i++)
        if (word->fields[i].offset == word->text_offset)
            ans_map_put_str(m, "text", ans_str_from(word->fields[i].name));
    put_places(m, word);
    put_both(m, "help", word->sv, word->en);
    ans_map_put_str(m, "example", ans_str_from(word->example));
    struct ans_list *fields = ans_map_put_list(m, "fields");
    for (size_t i = 0; i < word->field_count; i++)
        if (ans_word_has(word, &word->fields[i]))
            put_field(ans_list_add_map(fields), &word->fields[i]);
}

static void put_groups(struct ans_map *m)
{
    size_t count;
    const struct ans_word_group *const *groups = ans_word_groups(&count);
    struct ans_list *list = ans_map_put_list(m, "groups");
    for (size_t i = 0; i < count; i++) {
        struct ans_map *group = ans_list_add_map(list);
        ans_map_put_str(group, "name", ans_str_from(groups[i]->name));
        if (groups[i]->file)
            ans_map_put_str(group, "file", ans_str_from(groups[i]->file));
        put_both(group, "title", groups[i]->title_sv, groups[i]->title_en);
    }
    list = ans_map_put_list(m, "words");
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < groups[i]->count; k++)
            put_word(ans_list_add_map(list), &groups[i]->words[k], groups[i]);
}

static void put_kinds(struct ans_map *m)
{
    struct ans_list *list = ans_map_put_list(m, "kinds");
    for (int k = 0; k < KIND_MOST; k++) {
        const struct ans_word *word;
        if (!kind_field((enum ans_value_kind)k, &word))
            continue;
        struct kind kind = kind_of((enum ans_value_kind)k);
        struct ans_map *entry = ans_list_add_map(list);
        ans_map_put_str(entry, "name", ans_str_from(kind.name));
        put_both(entry, "title", kind.sv, kind.en);
        put_both(entry, "help", kind.help_sv, kind.help_en);
    }
}

static void put_sentences(struct ans_map *m, const char *code)
{
    struct ans_list *list = ans_map_put_list(m, "sentences");
    for (int i = 0; i < ANS_FAULT_COUNT; i++) {
        enum ans_fault_code fault = (enum ans_fault_code)i;
        if (!ans_str_is(ans_str_from(ans_fault_word(fault)), code))
            continue;
        struct ans_map *both = ans_list_add_map(list);
        ans_map_put_str(both, "sv",
                        ans_str_from(ans_fault_sentence(fault, ANS_STR("sv"))));
        ans_map_put_str(both, "en",
                        ans_str_from(ans_fault_sentence(fault, ANS_STR("en"))));
    }
}

static void put_faults(struct ans_map *m, struct ans_arena *arena)
{
    size_t count;
    const char *const *codes = fault_codes(arena, &count);
    struct ans_list *list = ans_map_put_list(m, "faults");
    for (size_t i = 0; i < count; i++) {
        struct ans_map *fault = ans_list_add_map(list);
        const struct ans_fault_page *page =
            ans_fault_page_find(ans_str_from(codes[i]));
        ans_map_put_str(fault, "code", ans_str_from(codes[i]));
        if (page)
            put_both(fault, "help", page->sv, page->en);
        put_sentences(fault, codes[i]);
    }
}

struct ans_map *ans_reference_data(struct ans_arena *arena)
{
    struct ans_map *m = ans_map_new(arena);
    ans_map_put_int(m, "format", 1);
    put_groups(m);
    put_kinds(m);
    put_faults(m, arena);
    return m;
}
