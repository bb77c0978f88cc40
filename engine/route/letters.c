#include "route/letters.h"

#include <string.h>

#include "join/join.h"
#include "route/shown.h"

/* Where the link of each mail leads: to `path` and its token, or to `bare`
 * without one, which is where one joins; and what else it tells. */
static const struct letter {
    const char *name, *path, *bare;
    bool contact, act, days;
} letters[] = {
    {.name = "already", .contact = true},
    {.name = "approved", .contact = true},
    {.name = "confirm", .path = "/bekrafta", .act = true, .days = true},
    {.name = "declined", .contact = true},
    {.name = "invite", .path = "/inbjudan", .contact = true},
    {.name = "notice", .bare = "/anslutna", .contact = true},
    {.name = "open", .path = "/inbjudan", .bare = "/anslut", .act = true},
    {.name = "renew", .path = "/fornya", .contact = true},
    {.name = "renew_waits", .path = "/bekrafta", .contact = true},
    {.name = "renewed", .path = "/valkommen"},
    {.name = "resume", .path = "/anslut"},
    {.name = "review", .path = "/granska"},
    {.name = "sign", .path = "/underteckna", .contact = true},
    {.name = "sign_again", .path = "/underteckna", .contact = true},
    {.name = "sign_lapsed",
     .path = "/fornya",
     .bare = "/anslut",
     .contact = true},
    {.name = "sign_waits", .path = "/bekrafta", .contact = true},
    {.name = "waiting", .path = "/vantelista"},
    {.name = "welcome", .path = "/valkommen"},
};

static const struct letter *find_letter(const char *name)
{
    static const struct letter plain;
    for (size_t i = 0; i < ANS_COUNT(letters); i++)
        if (!strcmp(letters[i].name, name))
            return &letters[i];
    return &plain;
}

static void put_link(struct ans_turn *t, struct ans_map *data,
                     const struct letter *letter,
                     const struct ans_letter_about *about)
{
    if (letter->path && about->token.len)
        ans_map_put_str(
            data, "href",
            ans_public_href(t,
                            ans_arena_printf(t->arena, "%s/%.*s", letter->path,
                                             ANS_STR_ARG(about->token))));
    else if (letter->bare && !about->renews)
        ans_map_put_str(data, "href",
                        ans_public_href(t, ans_str_from(letter->bare)));
}

struct ans_map *ans_letter_data(struct ans_turn *t, const char *name,
                                const struct ans_letter_about *about)
{
    const struct letter *letter = find_letter(name);
    struct ans_map *data = ans_map_new(t->arena);
    if (about->name.len)
        ans_map_put_str(data, "name", about->name);
    put_link(t, data, letter, about);
    if (about->renews)
        ans_map_put_bool(data, "renews", true);
    if (about->slug.len)
        ans_map_put_str(
            data, "profile_href",
            ans_public_href(t, ans_arena_printf(t->arena, "/anslutna/%.*s",
                                                ANS_STR_ARG(about->slug))));
    if (about->until)
        ans_map_put(data, "until", ans_days_value(t, about->until));
    if (letter->contact)
        ans_map_put_str(data, "contact", ans_contact_line(t));
    if (letter->act && t->county->join)
        ans_map_put(data, "act", ans_said_value(t, &t->county->join->act));
    if (letter->days)
        ans_map_put_int(data, "days", ANS_CONFIRM_DAYS);
    return data;
}

/* Who writes: a mail shows no more of the county than this. */
static struct ans_map *sender_map(struct ans_turn *t)
{
    const struct ans_county *c = t->county;
    struct ans_map *m = ans_map_new(t->arena);
    ans_map_put(m, "brand", ans_said_value(t, &c->brand));
    ans_put_nodes(t, m, "owners", &c->owners, ans_show_owner);
    ans_put_nodes(t, m, "contacts", &c->contacts, ans_show_contact);
    return m;
}

bool ans_letter_make(struct ans_turn *t, const char *name, struct ans_map *data,
                     struct ans_str recipient, struct ans_outbox_mail *out,
                     struct ans_err *err)
{
    struct ans_map *page = ans_map_put_map(data, "page");
    ans_map_put_str(page, "lang", t->lang);
    ans_map_put(data, "county", ans_value_map(sender_map(t)));
    struct ans_view_mail mail;
    struct ans_view *view = ans_views_take(t->service->views, err);
    bool ok =
        view && ans_view_mail(view, t->texts, name, data, t->arena, &mail, err);
    ans_views_give(t->service->views, view);
    if (!ok)
        return ans_err_add(err, "mail %s", name);
    *out = (struct ans_outbox_mail){
        .token = ans_token_new(t->arena),
        .purpose = ans_str_from(name),
        .recipient = recipient,
        .lang = t->lang,
        .subject = mail.subject,
        .plain = mail.plain,
        .html = mail.html,
        .created_at = t->now,
    };
    return true;
}

void ans_letter_queued(struct ans_turn *t)
{
    if (t->service->wake_mail)
        t->service->wake_mail(t->service->wake_context);
}

struct ans_str ans_contact_line(struct ans_turn *t)
{
    if (!t->county->contacts.count)
        return ANS_STR("");
    const struct ans_contact *c = ANS_AT(ans_contact, t->county->contacts, 0);
    struct ans_str how = c->email.len ? c->email : c->phone;
    struct ans_str unit = ans_said_str(t, &c->unit);
    return how.len ? ans_arena_printf(t->arena, "%.*s, %.*s", ANS_STR_ARG(unit),
                                      ANS_STR_ARG(how))
                   : unit;
}
