#include "join/letter.h"

#include "answer/answer.h"
#include "base/date.h"
#include "markdown/markdown.h"

struct ans_map *ans_letter_words(struct ans_arena *arena,
                                 const struct ans_county *c,
                                 const struct ans_texts *texts,
                                 const struct ans_map *answers, int64_t today,
                                 struct ans_str lang)
{
    const struct ans_question *name = ans_join_question_of(c->join, ANS_Q_NAME);
    const struct ans_question *areas =
        ans_join_question_of(c->join, ANS_Q_AREAS);
    struct ans_map *words = ans_map_new(arena);
    struct ans_value named = ans_map_get(answers, name->node.id);
    ans_map_put_str(words, "name",
                    named.type == ANS_TEXT ? named.s : ANS_STR("–"));
    ans_map_put_str(words, "date",
                    ans_date_text(arena, ans_date_from_days(today),
                                  ans_arena_str(arena, lang).ptr));
    struct ans_value chosen =
        areas ? ans_map_get(answers, areas->node.id) : ANS_VALUE_NIL;
    ans_map_put_str(
        words, "areas",
        chosen.type == ANS_LIST
            ? ans_answer_text(arena, c, texts, areas, chosen, lang, today)
            : ANS_STR("–"));
    return words;
}

bool ans_letter_word(const struct ans_county *c, const struct ans_map *words,
                     struct ans_str lang, struct ans_str word,
                     struct ans_str *out)
{
    struct ans_value v = words ? ans_map_get(words, word) : ANS_VALUE_NIL;
    if (v.type == ANS_TEXT) {
        *out = v.s;
        return true;
    }
    const struct {
        const char *word;
        const struct ans_text *text;
    } own[] = {
        {"county", &c->name}, {"genitive", &c->genitive}, {"brand", &c->brand}};
    for (size_t i = 0; i < ANS_COUNT(own); i++) {
        if (!ans_str_is(word, own[i].word))
            continue;
        *out = ans_text_in(own[i].text, lang).str;
        return true;
    }
    return false;
}

struct filling {
    const struct ans_county *county;
    const struct ans_map *words;
    struct ans_str lang;
};

static bool fill(void *context, struct ans_str word, struct ans_str *out)
{
    const struct filling *f = context;
    return ans_letter_word(f->county, f->words, f->lang, word, out);
}

bool ans_letter_plain(struct ans_arena *arena, const struct ans_county *c,
                      const struct ans_text *text, struct ans_reader to,
                      const struct ans_map *words, struct ans_str *out,
                      struct ans_err *err)
{
    struct ans_str said = ans_text_for(text, to.lang, to.kind).str;
    struct filling f = {c, words, to.lang};
    struct ans_markdown how = {
        .heading = 2, .base = to.base, .fill = fill, .context = &f};
    *out = ANS_STR("");
    if (!said.len)
        return true;
    return text->markdown ? ans_markdown_plain(arena, said, &how, out, err)
                          : ans_fill(arena, said, fill, &f, out, err);
}

bool ans_letter_has_beside(const struct ans_text *letter, struct ans_str lang,
                           struct ans_str kind)
{
    struct ans_said said = ans_text_for(letter, lang, kind);
    struct ans_said official = ans_text_for(letter, ANS_LETTER_OFFICIAL, kind);
    return said.str.len && !ans_str_eq(said.lang, official.lang) &&
           ans_str_eq(official.lang, ANS_LETTER_OFFICIAL);
}

static bool write_in(struct ans_arena *arena, const struct ans_letter_for *to,
                     struct ans_str lang, struct ans_str *out,
                     struct ans_err *err)
{
    const struct ans_map *words = ans_letter_words(
        arena, to->county, to->texts, to->answers, to->today, lang);
    return ans_letter_plain(arena, to->county, &to->county->join->letter,
                            (struct ans_reader){lang, to->kind, to->base},
                            words, out, err);
}

bool ans_letter_write(struct ans_arena *arena, const struct ans_letter_for *to,
                      struct ans_letter *out, struct ans_err *err)
{
    const struct ans_text *letter = &to->county->join->letter;
    *out = (struct ans_letter){
        .lang = ans_text_for(letter, to->lang, to->kind).lang};
    if (!write_in(arena, to, to->lang, &out->text, err))
        return false;
    return !ans_letter_has_beside(letter, to->lang, to->kind) ||
           write_in(arena, to, ANS_LETTER_OFFICIAL, &out->beside, err);
}
