#include "http/encoding.h"

#define NOT_NAMED (-1)

/* A weight in thousandths: "1", "0.5", "0.125"; -1 when it is none. */
static int parse_weight(struct ans_str s)
{
    if (!s.len || (s.ptr[0] != '0' && s.ptr[0] != '1') || s.len > 5)
        return -1;
    int weight = (s.ptr[0] - '0') * 1000;
    if (s.len == 1)
        return weight;
    if (s.ptr[1] != '.')
        return -1;
    int place = 100;
    for (size_t i = 2; i < s.len; i++, place /= 10) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9')
            return -1;
        weight += (s.ptr[i] - '0') * place;
    }
    return weight > 1000 ? -1 : weight;
}

/* "gzip;q=0.5" -> name and weight; a broken weight refuses the coding. */
static struct ans_str parse_coding(struct ans_str item, int *weight)
{
    struct ans_str name = ans_str_trim(ans_str_cut(&item, ';'));
    struct ans_str q = ans_str_trim(item);
    *weight = 1000;
    if (q.len >= 2 && (q.ptr[0] == 'q' || q.ptr[0] == 'Q') && q.ptr[1] == '=')
        *weight = parse_weight(ans_str_sub(q, 2, q.len));
    if (*weight < 0)
        *weight = 0;
    return name;
}

/* The weight of each encoding. Not named: as "*" says; without "*", plain is
 * fine when nothing that was named is wanted. */
static void weigh(struct ans_str header, int weights[ANS_ENCODINGS])
{
    int others = 0;
    for (int e = 0; e < ANS_ENCODINGS; e++)
        weights[e] = NOT_NAMED;
    while (header.len) {
        int weight;
        struct ans_str name = parse_coding(ans_str_cut(&header, ','), &weight);
        if (ans_str_eq_nocase(name, ANS_STR("br")))
            weights[ANS_BROTLI] = weight;
        else if (ans_str_eq_nocase(name, ANS_STR("gzip")) ||
                 ans_str_eq_nocase(name, ANS_STR("x-gzip")))
            weights[ANS_GZIP] = weight;
        else if (ans_str_eq_nocase(name, ANS_STR("identity")))
            weights[ANS_PLAIN] = weight;
        else if (ans_str_is(name, "*"))
            others = weight;
    }
    for (int e = 0; e < ANS_ENCODINGS; e++)
        if (weights[e] == NOT_NAMED)
            weights[e] = others;
}

enum ans_encoding ans_encoding_choose(struct ans_str accept_encoding)
{
    int weights[ANS_ENCODINGS];
    if (!accept_encoding.len)
        return ANS_PLAIN;
    weigh(accept_encoding, weights);
    enum ans_encoding best = ANS_PLAIN;
    for (int e = ANS_GZIP; e < ANS_ENCODINGS; e++)
        if (weights[e] > 0 && weights[e] >= weights[best])
            best = (enum ans_encoding)e;
    return best;
}

bool ans_encoding_takes_gzip(struct ans_str accept_encoding)
{
    int weights[ANS_ENCODINGS];
    weigh(accept_encoding, weights);
    return weights[ANS_GZIP] > 0;
}

const char *ans_encoding_name(enum ans_encoding encoding)
{
    static const char *const names[ANS_ENCODINGS] = {NULL, "gzip", "br"};
    return names[encoding];
}

bool ans_etag_matches(struct ans_str if_none_match, struct ans_str etag)
{
    while (if_none_match.len) {
        struct ans_str one = ans_str_trim(ans_str_cut(&if_none_match, ','));
        if (ans_str_starts(one, ANS_STR("W/")))
            one = ans_str_sub(one, 2, one.len);
        if (ans_str_is(one, "*") || ans_str_eq(one, etag))
            return true;
    }
    return false;
}

bool ans_type_is(struct ans_str content_type, struct ans_str type)
{
    struct ans_str bare = ans_str_trim(ans_str_cut(&content_type, ';'));
    return ans_str_eq_nocase(bare, type);
}
