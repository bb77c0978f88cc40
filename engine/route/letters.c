#include "route/letters.h"

#include "route/shown.h"

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
    if (!ans_view_mail(t->view, t->texts, name, data, t->arena, &mail, err))
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
