#include "base/text.h"

#include "base/icu.h"
#include "base/lang.h"
#include "base/learned.h"

#define MOST_MARKS 30 /* in a row: UAX #15, stream-safe text */
#define SLUG_MOST  60

static unsigned char byte_at(struct ans_str s, size_t at)
{
    return at < s.len ? (unsigned char)s.ptr[at] : 0;
}

static bool is_tail(struct ans_str s, size_t at)
{
    return (byte_at(s, at) & 0xc0) == 0x80;
}

/* The bytes of the well-formed character at `at`, or 0 (RFC 3629, 4). */
static size_t char_size(struct ans_str s, size_t at)
{
    unsigned char first = byte_at(s, at);
    unsigned char second = byte_at(s, at + 1);
    if (first < 0x80)
        return first != 0;
    if (first < 0xc2 || first > 0xf4 || !is_tail(s, at + 1))
        return 0;
    if (first < 0xe0)
        return 2;
    if (first < 0xf0) {
        bool overlong = first == 0xe0 && second < 0xa0;
        bool surrogate = first == 0xed && second > 0x9f;
        return overlong || surrogate || !is_tail(s, at + 2) ? 0 : 3;
    }
    bool overlong = first == 0xf0 && second < 0x90;
    bool beyond = first == 0xf4 && second > 0x8f;
    if (overlong || beyond || !is_tail(s, at + 2) || !is_tail(s, at + 3))
        return 0;
    return 4;
}

bool ans_text_valid(struct ans_str s)
{
    for (size_t at = 0; at < s.len;) {
        size_t size = char_size(s, at);
        if (!size)
            return false;
        at += size;
    }
    return true;
}

struct ans_str ans_text_mend(struct ans_arena *arena, struct ans_str s)
{
    if (ans_text_valid(s))
        return s;
    const struct ans_str lost = ANS_STR(ANS_TEXT_LOST);
    char *to = ans_arena_alloc(arena, s.len * lost.len + 1);
    size_t len = 0;
    for (size_t at = 0; at < s.len;) {
        size_t size = char_size(s, at);
        memcpy(to + len, size ? s.ptr + at : lost.ptr, size ? size : lost.len);
        len += size ? size : lost.len;
        at += size ? size : 1;
    }
    to[len] = '\0';
    return (struct ans_str){to, len};
}

/* The character at `*at` of a valid text; steps past it. */
static uint32_t next_char(struct ans_str s, size_t *at)
{
    unsigned char first = byte_at(s, *at);
    size_t size = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    uint32_t c = size == 1 ? first : first & (0x7fu >> size);
    for (size_t i = 1; i < size; i++)
        c = c << 6 | (byte_at(s, *at + i) & 0x3fu);
    *at += size;
    return c;
}

static bool is_unwanted(uint32_t c)
{
    if (c < 0x20)
        return c != '\n' && c != '\t';
    return (c >= 0x7f && c < 0xa0) || (c >= 0x202a && c <= 0x202e) ||
           (c >= 0x2066 && c <= 0x2069) || c == 0x200b || c == 0x2060 ||
           c == 0xfeff;
}

/* Mandatory breaks (UAX #14) besides LF; VT is what Word pastes. */
static bool is_break(uint32_t c)
{
    return (c >= 0x0b && c <= 0x0d) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* Take out what is unwanted and fold line breaks and, in one line, white
 * space. The result is never longer than `s`. */
static struct ans_str sift(struct ans_arena *arena, struct ans_str s,
                           bool one_line)
{
    char *to = ans_arena_alloc(arena, s.len + 1);
    size_t len = 0;
    bool space = false;
    for (size_t at = 0; at < s.len;) {
        size_t start = at;
        uint32_t c = next_char(s, &at);
        if (c == '\r' && byte_at(s, at) == '\n')
            continue;
        if (is_break(c))
            c = '\n';
        if (one_line && ans_icu_is_space(c)) {
            space = true;
            continue;
        }
        if (is_unwanted(c))
            continue;
        if (space)
            to[len++] = ' ';
        space = false;
        if (c == '\n') {
            to[len++] = '\n';
            continue;
        }
        memcpy(to + len, s.ptr + start, at - start);
        len += at - start;
    }
    return (struct ans_str){to, len};
}

static struct ans_str trim(struct ans_str s)
{
    size_t start = s.len;
    size_t end = 0;
    for (size_t at = 0; at < s.len;) {
        size_t from = at;
        if (ans_icu_is_space(next_char(s, &at)))
            continue;
        if (start > from)
            start = from;
        end = at;
    }
    return end ? ans_str_sub(s, start, end - start) : ans_str_sub(s, 0, 0);
}

static bool has_heaped_marks(struct ans_str s)
{
    size_t run = 0;
    for (size_t at = 0; at < s.len && run <= MOST_MARKS;) {
        uint32_t c = next_char(s, &at);
        run = c >= 0x300 && ans_icu_is_mark(c) ? run + 1 : 0;
    }
    return run > MOST_MARKS;
}

/* Below U+0300 every text is in NFC: nothing there combines. */
static bool may_change_in_nfc(struct ans_str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (byte_at(s, i) >= 0xcc)
            return true;
    return false;
}

/* The bytes of the character at `at` if nothing ever happens to it: printable
 * Latin letters, the dashes and quotes of U+2010-201F; or 0. */
static size_t plain_size(struct ans_str s, size_t at)
{
    unsigned char first = byte_at(s, at);
    unsigned char second = byte_at(s, at + 1);
    unsigned char third = byte_at(s, at + 2);
    if (first > ' ' && first < 0x7f)
        return 1;
    if ((first == 0xc2 && second > 0xa0 && second < 0xc0) ||
        (first > 0xc2 && first < 0xcc && is_tail(s, at + 1)))
        return 2;
    return first == 0xe2 && second == 0x80 && third > 0x8f && third < 0xa0 ? 3
                                                                           : 0;
}

/* Almost every text: nothing in it is taken out, folded or composed. */
static bool is_plain(struct ans_str s, bool one_line)
{
    bool blank = true; /* no space at the start, and none at the end */
    for (size_t at = 0; at < s.len;) {
        char c = s.ptr[at];
        size_t size = plain_size(s, at);
        bool may_be_blank = one_line
                                ? c == ' ' && !blank
                                : at && (c == ' ' || c == '\n' || c == '\t');
        if (!size && !may_be_blank)
            return false;
        blank = !size;
        at += size ? size : 1;
    }
    return !blank;
}

bool ans_text_clean(struct ans_arena *arena, struct ans_str s, bool one_line,
                    struct ans_str *out, struct ans_err *err)
{
    if (is_plain(s, one_line)) {
        *out = ans_arena_str(arena, s);
        return true;
    }
    if (!ans_text_valid(s) || ans_str_find_str(s, ANS_STR(ANS_TEXT_LOST)) >= 0)
        return ans_err_set(err, ANS_ERR_INPUT, "the text is not valid UTF-8");
    struct ans_str text = sift(arena, s, one_line);
    if (may_change_in_nfc(text)) {
        bool heaped = has_heaped_marks(text);
        if (!heaped) {
            text = ans_icu_nfc(arena, text);
            heaped = has_heaped_marks(text); /* some marks are several */
        }
        if (heaped)
            return ans_err_set(err, ANS_ERR_LIMIT,
                               "more than %d combining marks in a row",
                               MOST_MARKS);
    }
    *out = trim(text);
    return true;
}

static bool is_ascii(struct ans_str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (byte_at(s, i) >= 0x80 || byte_at(s, i) == '\r')
            return false;
    return true;
}

/* As ans_icu_clusters; in ASCII without CR each byte is a cluster. */
static size_t clusters(struct ans_str s, size_t most, size_t *bytes)
{
    if (!is_ascii(s))
        return ans_icu_clusters(s, most, bytes);
    *bytes = s.len < most ? s.len : most;
    return *bytes;
}

size_t ans_text_length(struct ans_str s)
{
    size_t bytes;
    return clusters(s, SIZE_MAX, &bytes);
}

struct ans_str ans_text_shorten(struct ans_arena *arena, struct ans_str s,
                                size_t characters)
{
    size_t bytes;
    clusters(s, characters, &bytes);
    if (bytes >= s.len)
        return ans_arena_str(arena, s);
    struct ans_str kept = ans_str_trim(ans_str_sub(s, 0, bytes));
    return ans_arena_printf(arena, "%.*s…", ANS_STR_ARG(kept));
}

struct ans_str ans_text_fold(struct ans_arena *arena, struct ans_str s,
                             const char *lang)
{
    return ans_icu_lower(arena, s, lang);
}

struct ans_str ans_text_upper(struct ans_arena *arena, struct ans_str s,
                              const char *lang)
{
    return ans_icu_upper(arena, s, lang);
}

struct ans_str ans_text_capital(struct ans_arena *arena, struct ans_str s,
                                const char *lang)
{
    return ans_icu_title(arena, s, lang);
}

struct ans_str ans_text_sort_key(struct ans_arena *arena, struct ans_str s,
                                 const char *lang)
{
    return ans_icu_sort_key(arena, s, lang);
}

int ans_text_version(void)
{
    return ans_icu_version();
}

/* Letters that Unicode does not take apart, as passports write them. */
static const char *plain_letters(uint32_t c)
{
    static const struct {
        uint32_t letter;
        const char *plain;
    } table[] = {
        {0xdf, "ss"}, {0xe6, "ae"}, {0xf0, "d"},   {0xf8, "o"},
        {0xfe, "th"}, {0x111, "d"}, {0x127, "h"},  {0x131, "i"},
        {0x142, "l"}, {0x14b, "n"}, {0x153, "oe"}, {0x167, "t"},
    };
    for (size_t i = 0; i < ANS_COUNT(table); i++)
        if (table[i].letter == c)
            return table[i].plain;
    return NULL;
}

struct ans_str ans_text_slug(struct ans_arena *arena, struct ans_str s)
{
    struct ans_str from = ans_icu_lower(arena, ans_icu_nfkd(arena, s), "root");
    char *to = ans_arena_alloc(arena, SLUG_MOST + 1);
    size_t len = 0;
    bool gap = false;
    for (size_t at = 0; at < from.len;) {
        uint32_t c = next_char(from, &at);
        if (c >= 0x300 && ans_icu_is_mark(c))
            continue;
        bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        const char own[] = {plain ? (char)c : '\0', '\0'};
        const char *letters = plain ? own : plain_letters(c);
        gap |= !letters;
        if (!letters)
            continue;
        bool hyphen = gap && len;
        size_t size = strlen(letters);
        if (len + hyphen + size > SLUG_MOST)
            break;
        if (hyphen)
            to[len++] = '-';
        gap = false;
        memcpy(to + len, letters, size);
        len += size;
    }
    return len ? (struct ans_str){to, len} : ANS_STR("-");
}

const char *ans_text_plural(int64_t n, const char *lang)
{
    return ans_icu_plural(n, lang);
}

/* By trying: a language's rules name forms of fractions too, which no text
 * here has. */
size_t ans_text_plurals(const char *lang, const char *out[ANS_TEXT_PLURALS])
{
    size_t count = 0;
    for (int64_t n = 0; n <= 200 && count < ANS_TEXT_PLURALS; n++) {
        const char *form = ans_icu_plural(n, lang);
        bool known = false;
        for (size_t i = 0; i < count; i++)
            known |= !strcmp(out[i], form);
        if (!known)
            out[count++] = form;
    }
    return count;
}

bool ans_text_is_rtl(const char *lang)
{
    return ans_lang_is_rtl(lang);
}

struct ans_str ans_text_number(struct ans_arena *arena, double n,
                               const char *lang)
{
    struct ans_str said;
    return ans_learned_number(ans_icu_learned(lang), arena, n, ans_icu_number,
                              lang, &said)
               ? said
               : ans_icu_number(arena, n, lang);
}
