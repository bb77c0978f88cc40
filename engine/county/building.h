/* building: what the files of the builder share. Only build*.c and check*.c
 * include this.
 *
 * Order of work: every declaration is filled into its struct by the vocabulary
 * (build.c, build_values.c, build_text.c, build_rule.c), placeholders of texts
 * are filled (build_fill.c), what was not said is derived (build_defaults.c),
 * and then the checks look across (check_*.c).
 */
#pragma once

#include "county/build.h"
#include "county/vocab.h"

/* Where a value stands: for faults, and for what can only be judged later. */
struct ans_spot {
    const struct ans_decl *decl;
    const struct ans_word *word;
    const struct ans_word_field *field; /* NULL: the declaration itself */
    struct ans_str file;
    int line;
};

struct ans_built_node {
    struct ans_node *node;
    struct ans_spot spot;
    const void *list; /* the parent's list that it stands in */
    const struct ans_node *parent;
};

struct ans_built_text {
    struct ans_text *text;
    struct ans_spot spot;
};

struct ans_built_rule {
    struct ans_rule *rule;
    struct ans_spot spot;
    const void *owner; /* the struct that the field belongs to */
};

struct ans_built_read { /* an answer that a rule's function reads */
    struct ans_str question;
    struct ans_str file;
    int line;
};

struct ans_built_str { /* a reference or a link */
    struct ans_str str;
    struct ans_spot spot;
};

#define ANS_BUILT(type)                                                        \
    struct {                                                                   \
        struct type *items;                                                    \
        size_t count;                                                          \
    }

struct ans_build {
    struct ans_arena *arena;   /* the county's */
    struct ans_arena *scratch; /* gone when it is built: a county stays in
                                  memory for as long as it serves */
    const struct ans_decls *decls;
    const struct ans_folder *folder;
    const struct ans_texts *portal; /* its own texts; NULL: not known */
    struct ans_faults *faults;
    struct ans_county *county;
    const struct ans_decl *county_decl; /* NULL: there is none */
    struct ans_strs languages;          /* as said, one at least */
    bool failed;                        /* there was a fault */
    bool partial; /* what seems missing may stand where nobody could read */
    bool rules_broken; /* a rule says something that is a fault already */
    size_t steps;      /* declarations and rules made: shared ones multiply */
    ANS_BUILT(ans_built_node) nodes;
    ANS_BUILT(ans_built_text) texts;
    ANS_BUILT(ans_built_rule) rules;
    ANS_BUILT(ans_built_read) reads;
    ANS_BUILT(ans_built_str) refs;
    ANS_BUILT(ans_built_str) links;
    ANS_BUILT(ans_folder_file)
    files;                 /* of Markdown, that texts are read from */
    struct ans_strs paths; /* of the portal, that links may lead to */
};

/* Append to one of the lists above. */
#define ANS_BUILT_ADD(b, list, ...)                                            \
    do {                                                                       \
        (b)->list.items =                                                      \
            ans_arena_grow((b)->scratch, (b)->list.items, (b)->list.count,     \
                           sizeof *(b)->list.items);                           \
        (b)->list.items[(b)->list.count++] = __VA_ARGS__;                      \
    } while (0)

enum { ANS_BUILD_DEPTH = 32, ANS_BUILD_STEPS = 20000 };

/* Faults. Values may be empty; `code` without its ANS_FAULT_. */
#define ANS_BUILD_FAULT(b, spot, code, v1, v2, v3)                             \
    ans_build_fault((b), (spot), ANS_FAULT_##code, (v1), (v2), (v3))
#define ANS_NONE ((struct ans_str){0})
void ans_build_fault(struct ans_build *b, struct ans_spot spot,
                     enum ans_fault_code code, struct ans_str v1,
                     struct ans_str v2, struct ans_str v3);

/* May one more be made at this depth? Otherwise there is a fault. */
bool ans_build_step(struct ans_build *b, const struct ans_spot *spot,
                    int depth);

/* Where something stands, for the sentences of other faults:
 * "join.lua:12". */
struct ans_str ans_build_where(struct ans_build *b,
                               const struct ans_node *node);

/* Is the value nothing? Then a word without quotes stood there, which whoever
 * ran the script has told at its place; if nobody has, it is told here. */
bool ans_build_nil(struct ans_build *b, const struct ans_spot *spot,
                   const struct ans_said_value *v);

/* Is this file not of the county's folder, but the same for all counties? */
bool ans_build_is_shared(const struct ans_build *b, struct ans_str file);

/* A node's own place. */
struct ans_spot ans_build_spot(const struct ans_node *node);

/* The place of a node's field, when it was said; else of the node. */
struct ans_spot ans_build_field_spot(struct ans_build *b,
                                     const struct ans_node *node,
                                     const char *field);

/* What a declaration says of a field, or a node's; NULL: nothing. What is
 * said may be wrong, and then it is a fault already. */
const struct ans_said_pair *ans_build_pair(const struct ans_decl *decl,
                                           const char *name);
const struct ans_said_pair *ans_build_said(struct ans_build *b,
                                           const struct ans_node *node,
                                           const char *name);

/* A list of words as text: "a, b, c". */
struct ans_str ans_build_join(struct ans_build *b, const char *const *words);

/* Ids of nodes, for ans_nearest. */
struct ans_strs ans_build_ids(struct ans_build *b,
                              const struct ans_nodes *nodes);
struct ans_str ans_build_nearest(struct ans_str word, struct ans_strs known);

/* The kind of organisation that somebody meant: of those known the nearest, or
 * the one that the portal calls so in Swedish or English ("kommun");
 * "otherwise" among them where variants by kind are written. */
struct ans_str ans_build_near_kind(const struct ans_build *b, struct ans_str s,
                                   bool otherwise);

/* build.c: a declaration that stands as a value (a link), made and returned;
 * NULL with a fault. */
struct ans_node *ans_build_node(struct ans_build *b,
                                const struct ans_decl *decl,
                                const struct ans_word *word,
                                const struct ans_node *parent, int depth);

/* A declaration at the top of a file whose words stand in `parent` (NULL: in
 * the county), made and put into `top`. */
void ans_build_at_top(struct ans_build *b, const struct ans_decl *decl,
                      const struct ans_word *parent, struct ans_node *top);

/* build_place.c: the first string of a declaration (its id, or a link's text),
 * and the faults of those that stand in the wrong place (`parent` NULL: at the
 * top of a file) or by halves. */
struct ans_str ans_build_first(const struct ans_decl *decl);
void ans_build_misplaced(struct ans_build *b, const struct ans_decl *child,
                         const struct ans_word *parent);
void ans_build_unfinished(struct ans_build *b);

/* build_tests.c: the body of a persona. */
void ans_build_answers_of(struct ans_build *b, const struct ans_spot *self,
                          void *owner);

/* build_values.c: put one value into its field. `owner` is the struct. False:
 * there was a fault. */
bool ans_build_value(struct ans_build *b, const struct ans_spot *spot,
                     const struct ans_said_value *v, void *owner);

/* A fallback, as a script would write it, as a value. */
struct ans_said_value ans_build_parse(struct ans_build *b, const char *text);

/* A field to be filled: `at` is its member of the struct `owner`. */
struct ans_filling {
    struct ans_build *b;
    const struct ans_spot *spot;
    void *owner;
    void *at;
};

/* build_strings.c: kinds of values that are strings. */
typedef bool ans_put_fn(const struct ans_filling *t,
                        const struct ans_said_value *v);
ans_put_fn ans_put_file, ans_put_email, ans_put_phone, ans_put_keep,
    ans_put_address, ans_put_one_of, ans_put_strings;

/* build_notes.c: what tests expect. */
ans_put_fn ans_put_notes, ans_put_claim;

/* The field's name, and how it is written. */
struct ans_str ans_filling_name(const struct ans_filling *t);
struct ans_str ans_filling_example(const struct ans_filling *t);
/* A fault: `given` is not it. Returns false. */
bool ans_filling_wrong(const struct ans_filling *t, struct ans_str given);
/* A string that is clean, one line and not empty; else a fault. */
bool ans_filling_string(const struct ans_filling *t,
                        const struct ans_said_value *v, struct ans_str *out);

/* A name as people say it, from a declaration's id; else a fault. */
void ans_build_name(struct ans_build *b, const struct ans_spot *self,
                    struct ans_str said, struct ans_str *out);

/* build_form.c: strings that must have a form. */
bool ans_form_email(struct ans_str s);
bool ans_form_phone(struct ans_str s);
bool ans_form_host(struct ans_str s);
bool ans_form_org_number(struct ans_str s);
bool ans_form_digits(struct ans_str s, size_t count);
bool ans_form_id(struct ans_str s, bool underscores);
bool ans_form_keep(struct ans_str s);

/* build_text.c */
bool ans_build_text(struct ans_build *b, const struct ans_spot *spot,
                    const struct ans_said_value *v, struct ans_text *out);
/* Placeholders: known ones, and the county's own filled in. */
void ans_build_fill_texts(struct ans_build *b);

/* build_chains.c: from languages and fallbacks to a chain for each. */
ans_put_fn ans_put_chains;
void ans_build_chains(struct ans_build *b);

/* build_wordings.c: the county's texts before the portal's. `check` comes
 * before placeholders are filled and `fold` after; `spot` tells the filling
 * which placeholders such a text may have. */
void ans_check_wordings(struct ans_build *b);
void ans_build_fold_wordings(struct ans_build *b);
struct ans_spot ans_build_wording_spot(struct ans_build *b,
                                       const struct ans_spot *spot);

/* build_rule.c */
bool ans_build_rule(struct ans_build *b, const struct ans_spot *spot,
                    const struct ans_said_value *v, struct ans_rule *out);

/* build_defaults.c: what was not said, from what was; the genitive first,
 * since texts are filled with it. */
void ans_build_genitive(struct ans_build *b);
void ans_build_defaults(struct ans_build *b);

/* check_*.c */
void ans_check_identity(struct ans_build *b);
void ans_check_theme(struct ans_build *b);
void ans_check_strategy(struct ans_build *b);
void ans_check_register(struct ans_build *b);
void ans_check_life(struct ans_build *b);
void ans_check_join(struct ans_build *b);
void ans_check_ways(struct ans_build *b, const struct ans_join *j);
void ans_check_was(struct ans_build *b, const struct ans_join *j);
void ans_check_was_areas(struct ans_build *b, const struct ans_strategy *s);
void ans_check_question(struct ans_build *b, const struct ans_question *q,
                        const struct ans_question *group);
void ans_check_rules(struct ans_build *b);
/* The ids of the form's top-level questions; none without a form. */
struct ans_strs ans_build_question_ids(struct ans_build *b);
/* Those that can never hold, or always do; in a form without faults. */
void ans_check_solvable(struct ans_build *b);
/* All the answers that a question offers; empty for types without a list. */
struct ans_strs ans_build_answers(struct ans_build *b,
                                  const struct ans_question *q);
/* Can a question be answered so? Otherwise the nearest answer, if any. */
bool ans_build_offers(struct ans_build *b, const struct ans_question *q,
                      struct ans_str s, struct ans_str *near);
void ans_check_links(struct ans_build *b);
/* A link: a fault when it leads nowhere in the portal. In ans_check_links
 * only. */
void ans_check_link(struct ans_build *b, const struct ans_spot *spot,
                    struct ans_str link);
void ans_check_markdown(struct ans_build *b);
void ans_check_languages(struct ans_build *b);
void ans_check_ids(struct ans_build *b);
struct ans_tests;
void ans_check_tests(struct ans_build *b, const struct ans_tests *tests);
