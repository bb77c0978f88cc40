#include "mail/transport.h"

#include <curl/curl.h>
#include <stdio.h>

#define CONNECT_MS 10000L
#define TOTAL_MS   30000L
#define REPLY_MAX  200

/* One conversation. */
struct talk {
    CURL *curl;
    struct curl_slist *to;
    struct ans_str message;
    size_t sent;
    char reply[REPLY_MAX + 1]; /* the server's last refusal */
    char problem[CURL_ERROR_SIZE];
};

static size_t give_message(char *to, size_t size, size_t count, void *context)
{
    struct talk *t = context;
    struct ans_str part = ans_str_sub(t->message, t->sent, size * count);
    if (part.len)
        memcpy(to, part.ptr, part.len);
    t->sent += part.len;
    return part.len;
}

/* libcurl rewinds when it has to begin anew. */
static int seek_message(void *context, curl_off_t offset, int origin)
{
    struct talk *t = context;
    if (origin != SEEK_SET || offset < 0 || (size_t)offset > t->message.len)
        return CURL_SEEKFUNC_CANTSEEK;
    t->sent = (size_t)offset;
    return CURL_SEEKFUNC_OK;
}

/* Keep the server's last refusal: it says best what is wrong, and what it says
 * later, to our QUIT, does not matter. It is foreign text on its way to a
 * log. */
static size_t hear_reply(char *line, size_t size, size_t count, void *context)
{
    struct talk *t = context;
    struct ans_str s = ans_str_trim((struct ans_str){line, size * count});
    s = ans_str_sub(s, 0, REPLY_MAX);
    if (s.len < 3 || (s.ptr[0] != '4' && s.ptr[0] != '5'))
        return size * count;
    for (size_t i = 0; i < s.len; i++)
        t->reply[i] = s.ptr[i] >= ' ' && s.ptr[i] <= '~' ? s.ptr[i] : '?';
    t->reply[s.len] = 0;
    return size * count;
}

static size_t drop_body(char *line, size_t size, size_t count, void *context)
{
    (void)line;
    (void)context;
    return size * count;
}

/* libcurl copies strings that it is given, but they must end in NUL. */
static bool set_str(CURL *curl, CURLoption option, struct ans_str s)
{
    if (s.len && memchr(s.ptr, 0, s.len))
        return false;
    struct ans_buf z = {0};
    ans_buf_printf(&z, "%.*s%c", ANS_STR_ARG(s), 0);
    bool ok = curl_easy_setopt(curl, option, z.ptr) == CURLE_OK;
    ans_buf_free(&z);
    return ok;
}

static struct curl_slist *recipient(struct ans_str address)
{
    struct ans_buf z = {0};
    ans_buf_printf(&z, "%.*s%c", ANS_STR_ARG(address), 0);
    struct curl_slist *list = curl_slist_append(NULL, z.ptr);
    ans_buf_free(&z);
    return list;
}

/* Without `require_tls` a server that offers STARTTLS is spoken to under it,
 * whoever it says it is: better than in the clear (RFC 7435). Whoever asks
 * for TLS, by the option, by smtps:// or by a file of authorities, gets it
 * with the server's name proved. */
static bool set_security(CURL *curl, const struct ans_mail_route *route)
{
    bool prove = route->require_tls || route->ca_file ||
                 ans_str_starts(route->server, ANS_STR("smtps://"));
    bool ok = curl_easy_setopt(curl, CURLOPT_USE_SSL,
                               prove ? (long)CURLUSESSL_ALL
                                     : (long)CURLUSESSL_TRY) == CURLE_OK;
    ok = ok && curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER,
                                prove ? 1L : 0L) == CURLE_OK;
    ok = ok && curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST,
                                prove ? 2L : 0L) == CURLE_OK;
    if (route->ca_file)
        ok = ok &&
             curl_easy_setopt(curl, CURLOPT_CAINFO, route->ca_file) == CURLE_OK;
    return ok;
}

static bool set_limits(CURL *curl)
{
    return curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps") ==
               CURLE_OK &&
           curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, CONNECT_MS) ==
               CURLE_OK &&
           curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, TOTAL_MS) == CURLE_OK &&
           curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L) == CURLE_OK &&
           /* no proxy of the environment's choosing */
           curl_easy_setopt(curl, CURLOPT_PROXY, "") == CURLE_OK;
}

static bool set_message(struct talk *t)
{
    CURL *curl = t->curl;
    return curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, t->to) == CURLE_OK &&
           curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L) == CURLE_OK &&
           curl_easy_setopt(curl, CURLOPT_INFILESIZE_LARGE,
                            (curl_off_t)t->message.len) == CURLE_OK &&
           curl_easy_setopt(curl, CURLOPT_READFUNCTION, give_message) ==
               CURLE_OK &&
           curl_easy_setopt(curl, CURLOPT_READDATA, t) == CURLE_OK &&
           curl_easy_setopt(curl, CURLOPT_SEEKFUNCTION, seek_message) ==
               CURLE_OK &&
           curl_easy_setopt(curl, CURLOPT_SEEKDATA, t) == CURLE_OK &&
           curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, hear_reply) ==
               CURLE_OK &&
           curl_easy_setopt(curl, CURLOPT_HEADERDATA, t) == CURLE_OK &&
           curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, drop_body) ==
               CURLE_OK &&
           curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, t->problem) == CURLE_OK;
}

static bool set_up(struct talk *t, const struct ans_mail_route *route,
                   const struct ans_mail *mail)
{
    t->curl = curl_easy_init();
    t->to = recipient(mail->to);
    if (!t->curl || !t->to)
        return false;
    bool ok = set_limits(t->curl) && set_security(t->curl, route) &&
              set_message(t) && set_str(t->curl, CURLOPT_URL, route->server) &&
              set_str(t->curl, CURLOPT_MAIL_FROM, mail->from);
    if (ok && route->user.len)
        ok = set_str(t->curl, CURLOPT_USERNAME, route->user) &&
             set_str(t->curl, CURLOPT_PASSWORD, route->password);
    return ok;
}

/* A 5xx is about this mail only when it answers what the mail said: sender,
 * recipient, or the whole of it. At the greeting, at the login or before TLS
 * it is about the server or our settings, and the mail must not be lost for
 * that. */
static bool refused_for_good(const struct talk *t, CURLcode result)
{
    return t->reply[0] == '5' &&
           (result == CURLE_SEND_ERROR ||
            (result == CURLE_WEIRD_SERVER_REPLY && t->sent));
}

static bool explain(const struct talk *t, CURLcode result, struct ans_err *err)
{
    const char *problem =
        t->problem[0] ? t->problem : curl_easy_strerror(result);
    if (refused_for_good(t, result))
        return ans_err_set(err, ANS_ERR_DENIED,
                           "the mail server refuses the mail: %s",
                           t->reply[0] ? t->reply : problem);
    return ans_err_set(err, ANS_ERR_BUSY,
                       "the mail server does not take the mail now: %s%s%s",
                       problem, t->reply[0] ? "; it said: " : "", t->reply);
}

bool ans_mail_to_server(const struct ans_mail_route *route,
                        const struct ans_mail *mail, struct ans_str message,
                        struct ans_err *err)
{
    if (!ans_str_starts(route->server, ANS_STR("smtp://")) &&
        !ans_str_starts(route->server, ANS_STR("smtps://")))
        return ans_err_set(err, ANS_ERR_BUSY,
                           "the mail server's address begins neither with "
                           "smtp:// nor with smtps://");
    struct talk t = {.message = message};
    bool ok = set_up(&t, route, mail);
    if (!ok) {
        ans_err_set(err, ANS_ERR_BUSY, "the settings of mail are not usable");
    } else {
        CURLcode result = curl_easy_perform(t.curl);
        ok = result == CURLE_OK || explain(&t, result, err);
    }
    curl_easy_cleanup(t.curl);
    curl_slist_free_all(t.to);
    return ok;
}
