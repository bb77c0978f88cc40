#include "mail/encode.h"

#define WORD_START "=?UTF-8?Q?"
#define WORD_END   "?="
#define LONGEST    75 /* of an encoded word: RFC 2047, 2 */

static const char hex[] = "0123456789ABCDEF";

static bool is_alnum(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9');
}

static void add_hex(struct ans_buf *out, unsigned char c)
{
    char escaped[3] = {'=', hex[c >> 4], hex[c & 15]};
    ans_buf_add(out, (struct ans_str){escaped, sizeof(escaped)});
}

/* What may stand for itself in a phrase: RFC 2047, 5 (3). */
static bool is_plain_in_word(unsigned char c)
{
    return is_alnum(c) || (c && strchr("!*+-/", c)) || c == ' ';
}

/* Bytes of the character that starts with `lead`. */
static size_t character_size(unsigned char lead)
{
    return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

static size_t encoded_size(struct ans_str character)
{
    size_t size = 0;
    for (size_t i = 0; i < character.len; i++)
        size += is_plain_in_word((unsigned char)character.ptr[i]) ? 1 : 3;
    return size;
}

static void add_character(struct ans_buf *out, struct ans_str character)
{
    for (size_t i = 0; i < character.len; i++) {
        unsigned char c = (unsigned char)character.ptr[i];
        if (c == ' ')
            ans_buf_add_byte(out, '_');
        else if (is_plain_in_word(c))
            ans_buf_add_byte(out, (char)c);
        else
            add_hex(out, c);
    }
}

size_t ans_mail_words(struct ans_buf *out, struct ans_str s, size_t column)
{
    const size_t frame = strlen(WORD_START) + strlen(WORD_END);
    bool open = false;
    size_t word = 0;
    for (size_t i = 0; i < s.len;) {
        struct ans_str character =
            ans_str_sub(s, i, character_size((unsigned char)s.ptr[i]));
        size_t size = encoded_size(character);
        if (open && (column + size > ANS_MAIL_LINE || word + size > LONGEST)) {
            ans_buf_add_z(out, WORD_END "\r\n ");
            column = 1;
            open = false;
        }
        if (!open) {
            if (column > 1 && column + frame + size > ANS_MAIL_LINE) {
                ans_buf_add_z(out, "\r\n ");
                column = 1;
            }
            ans_buf_add_z(out, WORD_START);
            column += frame; /* its end is counted from the start */
            word = frame;
            open = true;
        }
        add_character(out, character);
        column += size;
        word += size;
        i += character.len;
    }
    if (open)
        ans_buf_add_z(out, WORD_END);
    return column;
}

/* Does what is left of a line begin with what mail programs take for their
 * own: the dot of SMTP, the "From " of a mailbox file? */
static bool is_mistakable(struct ans_str rest)
{
    return ans_str_starts(rest, ANS_STR(".")) ||
           ans_str_starts(rest, ANS_STR("From "));
}

/* May a byte of a line stand for itself? White space at its end may not.
 * RFC 2045, 6.7 (2) and (3). */
static bool is_plain_in_body(unsigned char c, bool last)
{
    if (c == ' ' || c == '\t')
        return !last;
    return c > 32 && c < 127 && c != '=';
}

static void quote_line(struct ans_buf *out, struct ans_str line)
{
    char quoted[ANS_MAIL_LINE]; /* what stands on the line so far */
    size_t column = 0;
    for (size_t i = 0; i < line.len; i++) {
        unsigned char c = (unsigned char)line.ptr[i];
        bool last = i + 1 == line.len;
        size_t size = is_plain_in_body(c, last) ? 1 : 3;
        if (column + size + !last > ANS_MAIL_LINE) {
            ans_buf_add(out, (struct ans_str){quoted, column});
            ans_buf_add_z(out, "=\r\n");
            column = 0;
        }
        if (column == 0 && is_mistakable(ans_str_sub(line, i, line.len)))
            size = 3;
        if (size == 3) {
            quoted[column++] = '=';
            quoted[column++] = hex[c >> 4];
            quoted[column++] = hex[c & 15];
        } else {
            quoted[column++] = (char)c;
        }
    }
    ans_buf_add(out, (struct ans_str){quoted, column});
    ans_buf_add_z(out, "\r\n");
}

void ans_mail_quoted(struct ans_buf *out, struct ans_str text)
{
    size_t start = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c != '\n' && c != '\r')
            continue;
        quote_line(out, ans_str_sub(text, start, i - start));
        if (c == '\r' && i + 1 < text.len && text.ptr[i + 1] == '\n')
            i++;
        start = i + 1;
    }
    if (start < text.len)
        quote_line(out, ans_str_sub(text, start, text.len));
}
