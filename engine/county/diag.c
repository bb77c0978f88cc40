#include "county/diag.h"

#include <stdlib.h>

#include "base/attr.h"
#include "county/reason.h"
#include "county/vocab.h"

enum {
    MOST_FAULTS = 200,
    MOST_SHOWN = 160, /* bytes of a value in a sentence */
    MOST_LETTERS = 64 /* of a word that may be mistyped */
};

static const struct {
    const char *word;
    const char *sv;
    const char *en;
} table[] = {
#define X(name, word, sv, en) [ANS_FAULT_##name] = {word, sv, en},
#include "county/faults.def"
#undef X
};

bool ans_fault_is_advice(enum ans_fault_code code)
{
    static const enum ans_fault_code advice[] = {
        ANS_FAULT_ALWAYS_TRUE,      ANS_FAULT_HEADING_ORDER,
        ANS_FAULT_UNTRANSLATED,     ANS_FAULT_LINT_BACKWARDS,
        ANS_FAULT_LINT_EMPTY,       ANS_FAULT_LINT_FIELD,
        ANS_FAULT_LINT_GLOBAL,      ANS_FAULT_LINT_MISSING,
        ANS_FAULT_LINT_NEVER_SET,   ANS_FAULT_LINT_NOT,
        ANS_FAULT_LINT_ONCE,        ANS_FAULT_LINT_OTHER,
        ANS_FAULT_LINT_SAME_NAME,   ANS_FAULT_LINT_UNBALANCED,
        ANS_FAULT_LINT_UNREACHABLE, ANS_FAULT_LINT_UNUSED,
        ANS_FAULT_LINT_VALUE,
    };
    for (size_t i = 0; i < ANS_COUNT(advice); i++)
        if (advice[i] == code)
            return true;
    return false;
}

bool ans_fault_word_is_advice(const char *word)
{
    for (int i = 0; i < ANS_FAULT_COUNT; i++)
        if (!strcmp(table[i].word, word) &&
            ans_fault_is_advice((enum ans_fault_code)i))
            return true;
    return false;
}

size_t ans_faults_count(const struct ans_faults *faults)
{
    size_t count = 0;
    for (size_t i = 0; i < faults->count; i++)
        count += !ans_fault_is_advice(faults->items[i].code);
    return count;
}

void ans_fault_add(struct ans_faults *faults, enum ans_fault_code code,
                   struct ans_str file, int line, struct ans_str v1,
                   struct ans_str v2, struct ans_str v3)
{
    if (ans_fault_is_advice(code) && !faults->advice)
        return;
    if (faults->count >= MOST_FAULTS) {
        faults->dropped++;
        return;
    }
    struct ans_arena *arena = faults->arena;
    faults->items = ans_arena_grow(arena, faults->items, faults->count,
                                   sizeof *faults->items);
    faults->items[faults->count++] = (struct ans_fault){
        .code = code,
        .file = ans_arena_str(arena, file),
        .line = line,
        .values = {ans_arena_str(arena, v1), ans_arena_str(arena, v2),
                   ans_arena_str(arena, v3)},
    };
}

static int cmp_files(struct ans_str a, struct ans_str b)
{
    bool first_a = ans_str_is(a, "county.lua");
    bool first_b = ans_str_is(b, "county.lua");
    if (first_a != first_b)
        return first_a ? -1 : 1;
    return ans_str_cmp(a, b);
}

static int cmp_faults(const void *x, const void *y)
{
    const struct ans_fault *a = x, *b = y;
    int order = cmp_files(a->file, b->file);
    if (!order)
        order = (a->line > b->line) - (a->line < b->line);
    if (!order)
        order = (a->code > b->code) - (a->code < b->code);
    for (size_t i = 0; !order && i < ANS_COUNT(a->values); i++)
        order = ans_str_cmp(a->values[i], b->values[i]);
    return order;
}

void ans_faults_sort(struct ans_faults *faults)
{
    size_t kept = 0;
    if (faults->count)
        qsort(faults->items, faults->count, sizeof *faults->items, cmp_faults);
    for (size_t i = 0; i < faults->count; i++)
        if (!kept || cmp_faults(&faults->items[kept - 1], &faults->items[i]))
            faults->items[kept++] = faults->items[i];
    faults->count = kept;
}

const char *ans_fault_word(enum ans_fault_code code)
{
    return table[code].word;
}

/* A value as part of one line: cut between characters, nothing that would
 * break the line or steer a terminal. */
static void write_value(struct ans_buf *out, struct ans_str s)
{
    size_t len = s.len;
    if (len > MOST_SHOWN) {
        len = MOST_SHOWN;
        while (len && ((unsigned char)s.ptr[len] & 0xC0) == 0x80)
            len--;
    }
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        ans_buf_add_byte(out, c < 0x20 || c == 0x7f ? ' ' : (char)c);
    }
    if (len < s.len)
        ans_buf_add_z(out, "…");
}

static bool is_swedish(struct ans_str lang)
{
    return !ans_str_is(lang, "en");
}

/* Kinds of organisations, as one of them is called. */
static const struct {
    const char *kind, *sv, *en;
} kinds[] = {
    {"municipality", "en kommun", "a municipality"},
    {"region", "en region", "a region"},
    {"state", "en statlig myndighet", "a state agency"},
    {"university", "ett universitet eller en högskola", "a university"},
    {"association", "en förening", "an association"},
    {"company", "ett företag", "a company"},
    {"foundation", "en stiftelse", "a foundation"},
    {"joint", "ett samverkansorgan", "a joint body"},
    {"other", "en annan organisation", "another organisation"},
};

/* A value that names a word or a kind, as people call it: "en områdesfråga",
 * "en förening". */
static void write_called(struct ans_buf *out, struct ans_str s,
                         struct ans_str lang)
{
    const struct ans_word *word = ans_word_find(s);
    for (size_t i = 0; i < ANS_COUNT(kinds); i++) {
        if (!ans_str_is(s, kinds[i].kind))
            continue;
        ans_buf_add_z(out, is_swedish(lang) ? kinds[i].sv : kinds[i].en);
        return;
    }
    if (word)
        ans_buf_add_z(out,
                      is_swedish(lang) ? word->called_sv : word->called_en);
    else
        write_value(out, s);
}

/* A place, "join.lua:56": "rad 56 i join.lua". */
static void write_place(struct ans_buf *out, struct ans_str s,
                        struct ans_str lang)
{
    struct ans_str line = s;
    struct ans_str file = ans_str_cut(&line, ':');
    write_value(out, is_swedish(lang) ? ANS_STR("rad ") : ANS_STR("line "));
    write_value(out, line);
    write_value(out, is_swedish(lang) ? ANS_STR(" i ") : ANS_STR(" of "));
    write_value(out, file);
}

/* A reason, in Swedish; nothing when it is not known. */
static void write_reason(struct ans_buf *out, struct ans_str s)
{
    struct ans_buf said = {0};
    if (ans_reason_swedish(&said, s))
        write_value(out, ans_buf_str(&said));
    ans_buf_free(&said);
}

/* The mark that a value is written by, 0 when none begins here. */
static char mark_at(const char *p)
{
    bool mark = *p == '%' || *p == '@' || *p == '#' || *p == '~';
    return mark && p[1] >= '1' && p[1] <= '3' ? *p : 0;
}

static bool is_said(char mark, struct ans_str value)
{
    struct ans_buf said = {0};
    bool known = mark != '~' || ans_reason_swedish(&said, value);
    ans_buf_free(&said);
    return value.len && known;
}

/* Is there anything to say in the optional part that begins here? */
static bool has_values(const char *part, const struct ans_fault *fault)
{
    for (const char *p = part; *p && *p != ']'; p++)
        if (mark_at(p) && is_said(mark_at(p), fault->values[p[1] - '1']))
            return true;
    return false;
}

const char *ans_fault_sentence(enum ans_fault_code code, struct ans_str lang)
{
    return is_swedish(lang) ? table[code].sv : table[code].en;
}

void ans_fault_say(struct ans_buf *out, const struct ans_fault *fault,
                   struct ans_str lang)
{
    const char *p = ans_fault_sentence(fault->code, lang);
    for (; *p; p++) {
        char mark = mark_at(p);
        if (*p == '[' && !has_values(p + 1, fault)) {
            p += strcspn(p, "]");
        } else if (mark) {
            struct ans_str value = fault->values[*++p - '1'];
            if (mark == '%')
                write_value(out, value);
            else if (mark == '~')
                write_reason(out, value);
            else if (mark == '@')
                write_called(out, value, lang);
            else
                write_place(out, value, lang);
        } else if (*p != '[' && *p != ']') {
            ans_buf_add_byte(out, *p);
        }
    }
}

void ans_fault_write(struct ans_buf *out, const struct ans_fault *fault,
                     struct ans_str folder, struct ans_str lang)
{
    write_value(out, folder);
    if (fault->file.len) {
        ans_buf_add_byte(out, '/');
        write_value(out, fault->file);
    }
    if (fault->line)
        ans_buf_printf(out, ":%d", fault->line);
    ans_buf_printf(out, ": %s: ", table[fault->code].word);
    if (ans_fault_is_advice(fault->code))
        ans_buf_add_z(out, is_swedish(lang) ? "(råd) " : "(advice) ");
    ans_fault_say(out, fault, lang);
}

/* A word as letters, not bytes, without case: "Ö" is one. Returns how many;
 * too long a word has none. */
static size_t to_letters(struct ans_str s, uint32_t *letters)
{
    size_t count = 0;
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        if ((c & 0xC0) == 0x80 && count) {
            letters[count - 1] = letters[count - 1] << 8 | c;
            continue;
        }
        if (count == MOST_LETTERS)
            return 0;
        letters[count++] = c >= 'A' && c <= 'Z' ? c + 32u : c;
    }
    return count;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Letters added, dropped, changed or swapped with their neighbour (optimal
 * string alignment). Three rows suffice: a swap looks two back. */
static size_t distance(const uint32_t *a, size_t a_len, const uint32_t *b,
                       size_t b_len)
{
    size_t rows[3][MOST_LETTERS + 1];
    for (size_t j = 0; j <= b_len; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= a_len; i++) {
        size_t *now = rows[i % 3], *last = rows[(i + 2) % 3];
        size_t *before = rows[(i + 1) % 3];
        now[0] = i;
        for (size_t j = 1; j <= b_len; j++) {
            size_t cost = a[i - 1] == b[j - 1] ? 0 : 1;
            now[j] =
                least(last[j - 1] + cost, least(last[j] + 1, now[j - 1] + 1));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = least(now[j], before[j - 2] + 1);
        }
    }
    return rows[a_len % 3][b_len];
}

struct ans_str ans_nearest(struct ans_str word, const struct ans_str *known,
                           size_t count)
{
    uint32_t letters[MOST_LETTERS], other[MOST_LETTERS];
    struct ans_str best = {0};
    size_t len = to_letters(word, letters);
    size_t best_distance = len / 3 + 1;
    if (!len)
        return best;
    for (size_t i = 0; i < count; i++) {
        size_t other_len = to_letters(known[i], other);
        if (!other_len)
            continue;
        size_t d = distance(letters, len, other, other_len);
        if (d < best_distance) {
            best_distance = d;
            best = known[i];
        }
    }
    return best;
}
