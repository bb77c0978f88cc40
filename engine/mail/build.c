#include "mail/encode.h"
#include "mail/mail.h"

#include <stdio.h>
#include <time.h>

#include "base/text.h"

/* "=_" cannot stand in quoted-printable text, so no body can hold it. */
#define BOUNDARY   "=_alternative_of_this_message"
#define LONGEST_ID 128

static bool is_alnum(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9');
}

/* Also the name of a file, so never one that begins with a dot. */
static bool id_valid(struct ans_str id)
{
    if (!id.len || id.len > LONGEST_ID)
        return false;
    char before = '.';
    for (size_t i = 0; i < id.len; i++) {
        char c = id.ptr[i];
        if (c == '.' ? before == '.' : !is_alnum(c) && c != '-' && c != '_')
            return false;
        before = c;
    }
    return before != '.';
}

static bool lang_valid(struct ans_str lang)
{
    if (!lang.len || lang.len > 35)
        return false;
    for (size_t i = 0; i < lang.len; i++)
        if (!is_alnum(lang.ptr[i]) && lang.ptr[i] != '-')
            return false;
    return true;
}

static bool header_valid(struct ans_str s, const char *what,
                         struct ans_err *err)
{
    if (!ans_text_valid(s))
        return ans_err_set(err, ANS_ERR_INPUT,
                           "the mail's %s is not valid text", what);
    if (ans_str_find(s, '\r') >= 0 || ans_str_find(s, '\n') >= 0)
        return ans_err_set(err, ANS_ERR_INPUT, "the mail's %s has a line break",
                           what);
    return true;
}

static bool body_valid(struct ans_str s, const char *what, struct ans_err *err)
{
    return ans_text_valid(s) ||
           ans_err_set(err, ANS_ERR_INPUT, "the mail's %s is not valid text",
                       what);
}

static bool mail_valid(const struct ans_mail *m, struct ans_err *err)
{
    const struct {
        struct ans_str address;
        const char *what;
        bool optional;
    } addresses[] = {{m->from, "sender", false},
                     {m->to, "recipient", false},
                     {m->reply_to, "reply address", true}};
    for (size_t i = 0; i < ANS_COUNT(addresses); i++) {
        if (addresses[i].optional && !addresses[i].address.len)
            continue;
        if (!ans_mail_address_valid(addresses[i].address))
            return ans_err_set(err, ANS_ERR_INPUT,
                               "the mail's %s is not an e-mail address",
                               addresses[i].what);
    }
    if (!id_valid(m->id))
        return ans_err_set(err, ANS_ERR_INPUT, "the mail's id is not one");
    if (!lang_valid(m->lang))
        return ans_err_set(err, ANS_ERR_INPUT,
                           "the mail's language is not one");
    return header_valid(m->from_name, "sender's name", err) &&
           header_valid(m->subject, "subject", err) &&
           body_valid(m->plain, "text", err) &&
           body_valid(m->html, "HTML", err);
}

/* May it stand in a header as it is? */
static bool is_plain_ascii(struct ans_str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] < ' ' || s.ptr[i] > '~')
            return false;
    return s.len && s.ptr[0] != ' ' && s.ptr[s.len - 1] != ' ' &&
           ans_str_find_str(s, ANS_STR("=?")) < 0;
}

static void add_quoted_string(struct ans_buf *out, struct ans_str s)
{
    ans_buf_add_byte(out, '"');
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '"' || s.ptr[i] == '\\')
            ans_buf_add_byte(out, '\\');
        ans_buf_add_byte(out, s.ptr[i]);
    }
    ans_buf_add_byte(out, '"');
}

/* "From: name <address>". An address cannot be folded: it gets a line of its
 * own when it does not fit. */
static void add_mailbox(struct ans_buf *out, const char *field,
                        struct ans_str name, struct ans_str address)
{
    ans_buf_printf(out, "%s:", field);
    size_t column = strlen(field) + 1;
    if (name.len) {
        ans_buf_add_byte(out, ' ');
        column++;
        if (is_plain_ascii(name) && name.len <= 30) {
            size_t before = out->len;
            add_quoted_string(out, name);
            column += out->len - before;
        } else {
            column = ans_mail_words(out, name, column);
        }
    }
    if (column + address.len + 3 > ANS_MAIL_LINE)
        ans_buf_add_z(out, "\r\n");
    ans_buf_printf(out, " <%.*s>\r\n", ANS_STR_ARG(address));
}

static void add_subject(struct ans_buf *out, struct ans_str subject)
{
    static const char field[] = "Subject: ";
    ans_buf_add_z(out, field);
    if (is_plain_ascii(subject) && subject.len + strlen(field) <= ANS_MAIL_LINE)
        ans_buf_add(out, subject);
    else
        ans_mail_words(out, subject, strlen(field));
    ans_buf_add_z(out, "\r\n");
}

/* RFC 5322, 3.3; in UTC, and in English whatever the locale. */
static bool add_date(struct ans_buf *out, int64_t at, struct ans_err *err)
{
    static const char days[7][4] = {"Sun", "Mon", "Tue", "Wed",
                                    "Thu", "Fri", "Sat"};
    static const char months[12][4] = {"Jan", "Feb", "Mar", "Apr",
                                       "May", "Jun", "Jul", "Aug",
                                       "Sep", "Oct", "Nov", "Dec"};
    time_t seconds = (time_t)(at / 1000);
    struct tm t;
    if (at < 0 || !gmtime_r(&seconds, &t) || t.tm_year > 9999 - 1900)
        return ans_err_set(err, ANS_ERR_INPUT, "the mail's date is not one");
    ans_buf_printf(out, "Date: %s, %d %s %d %02d:%02d:%02d +0000\r\n",
                   days[t.tm_wday], t.tm_mday, months[t.tm_mon],
                   t.tm_year + 1900, t.tm_hour, t.tm_min, t.tm_sec);
    return true;
}

static void add_message_id(struct ans_buf *out, const struct ans_mail *m)
{
    ptrdiff_t at = ans_str_find(m->from, '@');
    struct ans_str host = ans_str_sub(m->from, (size_t)at + 1, m->from.len);
    const size_t frame = strlen("Message-ID: <@>");
    bool fold = frame + m->id.len + host.len > ANS_MAIL_LINE;
    ans_buf_printf(out, "Message-ID:%s <%.*s@%.*s>\r\n", fold ? "\r\n" : "",
                   ANS_STR_ARG(m->id), ANS_STR_ARG(host));
}

static void add_part(struct ans_buf *out, const char *type, struct ans_str text)
{
    ans_buf_printf(out,
                   "Content-Type: text/%s; charset=utf-8\r\n"
                   "Content-Transfer-Encoding: quoted-printable\r\n"
                   "\r\n",
                   type);
    ans_mail_quoted(out, text);
}

static void add_bodies(struct ans_buf *out, const struct ans_mail *m)
{
    if (!m->html.len) {
        add_part(out, "plain", m->plain);
        return;
    }
    ans_buf_add_z(out, "Content-Type: multipart/alternative;\r\n"
                       " boundary=\"" BOUNDARY "\"\r\n"
                       "\r\n"
                       "--" BOUNDARY "\r\n");
    add_part(out, "plain", m->plain);
    ans_buf_add_z(out, "--" BOUNDARY "\r\n");
    add_part(out, "html", m->html);
    ans_buf_add_z(out, "--" BOUNDARY "--\r\n");
}

bool ans_mail_build(const struct ans_mail *m, struct ans_buf *out,
                    struct ans_err *err)
{
    if (!mail_valid(m, err) || !add_date(out, m->at, err))
        return false;
    add_mailbox(out, "From", m->from_name, m->from);
    add_mailbox(out, "To", (struct ans_str){0}, m->to);
    if (m->reply_to.len)
        add_mailbox(out, "Reply-To", (struct ans_str){0}, m->reply_to);
    add_subject(out, m->subject);
    add_message_id(out, m);
    ans_buf_printf(out, "Content-Language: %.*s\r\n", ANS_STR_ARG(m->lang));
    ans_buf_add_z(out, "Auto-Submitted: auto-generated\r\n"
                       "MIME-Version: 1.0\r\n");
    add_bodies(out, m);
    return !out->overflow ||
           ans_err_set(err, ANS_ERR_LIMIT, "the mail is too long");
}
