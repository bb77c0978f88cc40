#include "picture/picture.h"

#include <libxml/xmlreader.h>
#include <math.h>
#include <stdlib.h>
#include <strings.h>

#include "base/clock.h"
#include "base/text.h"
#include "picture/style.h"

#define MOST_SVG    ((size_t)256 * 1024)
#define DEEPEST     64
#define TRIAL_WIDTH 64     /* pixels */
#define LONGEST_US  250000 /* of CPU; a symbol takes one or two thousand */
#define SVG         "http://www.w3.org/2000/svg"
#define XLINK       "http://www.w3.org/1999/xlink"

/* What a still drawing is made of. Whatever runs, embeds, links elsewhere or
 * changes other elements' attributes is not here, and neither are other
 * vocabularies, whose elements a browser may know better than we do. */
static const char *const elements[] = {
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feDropShadow",
    "feFlood",
    "feFuncA",
    "feFuncB",
    "feFuncG",
    "feFuncR",
    "feGaussianBlur",
    "feMerge",
    "feMergeNode",
    "feMorphology",
    "feOffset",
    "filter",
    "g",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "stop",
    "style",
    "svg",
    "switch",
    "symbol",
    "text",
    "textPath",
    "title",
    "tspan",
    "use",
};

static struct ans_str view(const xmlChar *z)
{
    return ans_str_from((const char *)z);
}

static bool is_known(struct ans_str name)
{
    for (size_t i = 0; i < ANS_COUNT(elements); i++)
        if (ans_str_is(name, elements[i]))
            return true;
    return false;
}

/* A document type can define entities, which grow without bound and hide what
 * they say; so look for it before the XML is read at all. Drawings need
 * none. */
static bool check_bytes(struct ans_str svg, struct ans_err *err)
{
    if (svg.len > MOST_SVG)
        return ans_err_set(err, ANS_ERR_LIMIT,
                           "the drawing is larger than 256 KB");
    if (!ans_text_valid(svg))
        return ans_err_set(err, ANS_ERR_INPUT, "the drawing is not UTF-8");
    if (ans_str_find_str(svg, ANS_STR("<!DOCTYPE")) >= 0 ||
        ans_str_find_str(svg, ANS_STR("<!ENTITY")) >= 0)
        return ans_err_set(err, ANS_ERR_INPUT,
                           "the drawing has a document type");
    return true;
}

/* Four numbers, the last two above 0. */
static bool is_view_box(struct ans_str s)
{
    char text[128];
    if (s.len >= sizeof(text))
        return false;
    for (size_t i = 0; i < s.len; i++)
        text[i] = s.ptr[i] == ',' ? ' ' : s.ptr[i];
    text[s.len] = 0;
    char *at = text;
    for (int i = 0; i < 4; i++) {
        char *end = at;
        double n = strtod(at, &end);
        if (end == at || !isfinite(n) || (i >= 2 && !(n > 0)))
            return false;
        at = end;
    }
    return at[strspn(at, " \t\r\n")] == 0;
}

static bool check_root(xmlTextReaderPtr reader, struct ans_err *err)
{
    if (!ans_str_is(view(xmlTextReaderConstLocalName(reader)), "svg"))
        return ans_err_set(err, ANS_ERR_INPUT,
                           "the drawing's outermost element is not svg");
    xmlChar *box =
        xmlTextReaderGetAttribute(reader, (const xmlChar *)"viewBox");
    bool ok = box && is_view_box(view(box));
    xmlFree(box);
    return ok || ans_err_set(err, ANS_ERR_INPUT,
                             "the drawing has no viewBox of four numbers");
}

static bool check_attribute(xmlTextReaderPtr reader, struct ans_err *err)
{
    struct ans_str name = view(xmlTextReaderConstName(reader));
    struct ans_str local = view(xmlTextReaderConstLocalName(reader));
    struct ans_str space = view(xmlTextReaderConstNamespaceUri(reader));
    struct ans_str value = ans_str_trim(view(xmlTextReaderConstValue(reader)));
    if (local.len >= 2 && !strncasecmp(local.ptr, "on", 2))
        return ans_err_set(err, ANS_ERR_INPUT,
                           "the drawing has an event attribute, %.*s",
                           ANS_STR_ARG(ans_str_sub(name, 0, 60)));
    bool refers = ans_str_eq_nocase(local, ANS_STR("href")) ||
                  ans_str_eq_nocase(local, ANS_STR("src"));
    if (refers && (!ans_str_starts(value, ANS_STR("#")) || value.len < 2))
        return ans_err_set(err, ANS_ERR_INPUT,
                           "the drawing refers to something outside itself, "
                           "in %.*s",
                           ANS_STR_ARG(ans_str_sub(name, 0, 60)));
    if (refers && space.len && !ans_str_is(space, XLINK))
        return ans_err_set(err, ANS_ERR_INPUT,
                           "the drawing has a reference of an unknown kind");
    if (ans_str_eq_nocase(name, ANS_STR("xml:base")))
        return ans_err_set(err, ANS_ERR_INPUT,
                           "the drawing has a base address (xml:base)");
    return ans_picture_check_style(value, err);
}

static bool check_element(xmlTextReaderPtr reader, struct ans_err *err)
{
    struct ans_str name = view(xmlTextReaderConstLocalName(reader));
    struct ans_str space = view(xmlTextReaderConstNamespaceUri(reader));
    int depth = xmlTextReaderDepth(reader);
    if (depth > DEEPEST)
        return ans_err_set(err, ANS_ERR_INPUT,
                           "the drawing is nested deeper than %d levels",
                           DEEPEST);
    if (!ans_str_is(space, SVG) || !is_known(name))
        return ans_err_set(err, ANS_ERR_INPUT,
                           "the drawing has an element that is not allowed: "
                           "%.*s (save it as plain SVG)",
                           ANS_STR_ARG(ans_str_sub(
                               view(xmlTextReaderConstName(reader)), 0, 60)));
    if (depth == 0 && !check_root(reader, err))
        return false;
    bool ok = true;
    while (ok && xmlTextReaderMoveToNextAttribute(reader) == 1)
        if (!xmlTextReaderIsNamespaceDecl(reader))
            ok = check_attribute(reader, err);
    return ok;
}

static bool check_node(xmlTextReaderPtr reader, struct ans_err *err)
{
    switch (xmlTextReaderNodeType(reader)) {
    case XML_READER_TYPE_ELEMENT:
        return check_element(reader, err);
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA: /* what style elements hold, and harmless
                                   anywhere else */
        return ans_picture_check_style(view(xmlTextReaderConstValue(reader)),
                                       err);
    case XML_READER_TYPE_DOCUMENT_TYPE:
    case XML_READER_TYPE_ENTITY:
    case XML_READER_TYPE_ENTITY_REFERENCE:
        return ans_err_set(err, ANS_ERR_INPUT, "the drawing has entities");
    case XML_READER_TYPE_PROCESSING_INSTRUCTION:
        return ans_err_set(err, ANS_ERR_INPUT,
                           "the drawing has a processing instruction");
    default:
        return true;
    }
}

static bool check_nodes(xmlTextReaderPtr reader, struct ans_err *err)
{
    int more;
    while ((more = xmlTextReaderRead(reader)) == 1)
        if (!check_node(reader, err))
            return false;
    if (more < 0)
        return ans_err_set(err, ANS_ERR_INPUT,
                           "the drawing is not well-formed XML (line %d)",
                           xmlTextReaderGetParserLineNumber(reader));
    /* Read as UTF-8 here, it would be read as something else elsewhere. */
    struct ans_str encoding = view(xmlTextReaderConstEncoding(reader));
    return !encoding.len || ans_str_eq_nocase(encoding, ANS_STR("UTF-8")) ||
           ans_err_set(err, ANS_ERR_INPUT,
                       "the drawing says that it is not UTF-8");
}

/* Elements that draw others can multiply without end, so the proof is in the
 * drawing. The second try counts when the first was slow: it had the system's
 * fonts to find. */
static bool check_drawing(struct ans_str svg, struct ans_err *err)
{
    for (int i = 0; i < 2; i++) {
        struct ans_buf png = {0};
        int64_t before = ans_clock_cpu();
        bool ok = ans_picture_png(svg, TRIAL_WIDTH, &png, err);
        int64_t took = ans_clock_cpu() - before;
        ans_buf_free(&png);
        if (!ok || took < LONGEST_US)
            return ok;
    }
    return ans_err_set(err, ANS_ERR_LIMIT,
                       "the drawing takes too long to draw");
}

bool ans_picture_read_svg(struct ans_str svg, struct ans_err *err)
{
    if (!check_bytes(svg, err))
        return false;
    /* Without these two flags libxml2 complains on standard error. */
    xmlTextReaderPtr reader =
        svg.len ? xmlReaderForMemory(svg.ptr, (int)svg.len, NULL, NULL,
                                     XML_PARSE_NONET | XML_PARSE_NOERROR |
                                         XML_PARSE_NOWARNING)
                : NULL;
    if (!reader)
        return ans_err_set(err, ANS_ERR_INPUT, "the drawing is empty");
    bool ok = check_nodes(reader, err);
    xmlFreeTextReader(reader);
    return ok;
}

bool ans_picture_check_svg(struct ans_str svg, struct ans_err *err)
{
    return ans_picture_read_svg(svg, err) && check_drawing(svg, err);
}
