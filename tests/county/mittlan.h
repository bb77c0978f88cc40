/* mittlan: a sound county for tests, and ways to spoil it. */
#pragma once

#include "base/buf.h"
#include "county/script.h"

static const char mittlan_national[] =
    "national_goal \"overall\" { title = \"Hela\", text = \"Allt.\" }\n"
    "national_goal \"power\" { title = { sv = \"Makt\", fi = \"Valta\" }, text "
    "= \"Lika makt.\" }\n"
    "national_goal \"violence\" { title = \"Våld\", text = \"Inget våld.\" }\n";

static const char mittlan_county[] =
    "county \"mittlan\" {\n"
    "  name = \"Mittläns län\",\n"
    "  code = \"99\",\n"
    "  brand = { sv = \"Ett jämställt Mittlän\", en = \"Equal Mittlän\" },\n"
    "  languages = { \"sv\", \"en\" },\n"
    "  hosts = { \"jamstallt.mittlan.example\" },\n"
    "  org_number = \"802000-0009\",\n"
    "  alert \"eldning\" {\n" /* 8 */
    "    grade = \"important\",\n"
    "    title = \"Eldningsförbud\",\n"
    "    from = \"2026-05-11 17:00\",\n"
    "    until_further_notice = true,\n"
    "    link \"Läs om brandrisken\" { to = \"https://www.smhi.se/\" },\n"
    "  },\n"
    "  owner \"lansstyrelsen\" { name = \"Länsstyrelsen i {county}\" },\n"
    "  contact \"social\" { unit = \"Social\", phone = \"010-000 00 00\" },\n"
    "  theme {\n" /* 17 */
    "    colour = \"#005b52\",\n"
    "    accent = \"#F2B705\",\n"
    "    symbol = \"files/symbol.svg\",\n"
    "  },\n"
    "  municipality \"9901\" \"Västerby\",\n" /* 22 */
    "  municipality \"9902\" \"Österby\",\n"
    "}\n"
    "home {\n" /* 25 */
    "  order = { \"facts\", \"varfor\", \"areas\" },\n"
    "  section \"varfor\" {\n"
    "    title = \"Varför?\",\n"
    "    text = text \"texts/varfor.md\",\n"
    "    link \"Om oss\" { to = \"/sidor/om\" },\n"
    "  },\n"
    "}\n"
    "page \"om\" { title = \"Om\", text = \"Om {brand}.\" }\n" /* 33 */
    "newsletter { name = \"Brevet\", times_a_year = 4 }\n"
    "publication \"karta\" { title = \"Karta\", finished = \"2020-04\" }\n";

static const char mittlan_join[] =
    "join {\n"
    "  act = \"Anslut er\",\n"
    "  letter = text \"texts/brev.md\",\n"
    "  expects \"beslut\" { text = \"Ledningen har beslutat.\" },\n"
    "  may_join { \"municipality\", \"region\", \"association\" },\n"
    "  step \"ni\" {\n" /* 6 */
    "    title = \"Ni\",\n"
    "    question.name \"name\" { label = \"Vad heter ni?\", profile = "
    "\"Namn\" },\n"
    "    question.kind \"kind\" { label = \"Vad är ni?\" },\n"
    "    question.organisation_number \"org\" { label = \"Nummer\" },\n"
    "    question.municipality \"town\" {\n" /* 11 */
    "      label = \"Kommun\",\n"
    "      shown_when = none_of { kind_is \"region\", kind_is "
    "\"association\" },\n"
    "    },\n"
    "    question.email \"email\" {\n" /* 15 */
    "      label = \"E-post\",\n"
    "      purpose = \"Vi skriver hit.\",\n"
    "      keep = \"2 years after leaving\",\n"
    "    },\n"
    "  },\n"
    "  step \"vill\" {\n" /* 21 */
    "    title = \"Ni vill\",\n"
    "    question.areas \"focus\" { label = \"Områden\", required = true, "
    "least = 1, most = 3 },\n"
    "    question.choice \"size\" {\n" /* 24 */
    "      label = \"Hur stora?\",\n"
    "      option \"small\" \"Små\",\n"
    "      option \"large\" { label = { sv = \"Stora\", en = \"Large\" } },\n"
    "      default = \"small\",\n"
    "    },\n"
    "    question.number \"share\" { label = \"Andel\", from = 0, to = 100, "
    "decimals = 1 },\n" /* 30 */
    "    question.date \"decided\" { label = \"Beslut\", from = "
    "\"2015-01-01\" },\n"
    "    question.month \"begin\" { label = \"Start\", to = \"2030-06\" },\n"
    "    question.by_sex \"staff\" {\n" /* 33 */
    "      label = \"Anställda\",\n"
    "      shown_when = any_of { chose(\"size\", \"large\"), function },\n"
    "    },\n"
    "    question.group \"goals\" {\n" /* 37 */
    "      label = \"Mål\",\n"
    "      public = true,\n"
    "      question.text \"text\" { label = \"Mål\", longest = 200 },\n"
    "      question.year \"year\" { label = \"År\", from = 2024, to = 2035, "
    "public = false },\n"
    "    },\n"
    "  },\n"
    "}\n";

static const char mittlan_strategy[] =
    "strategy \"2024\" {\n"
    "  title = \"Mittlän 2024–2027\",\n"
    "  period = { from = \"2024-01-01\", to = \"2027\" },\n"
    "  document = link \"Hela\" { to = \"files/strategi.pdf\", label = { en = "
    "\"All of it\" } },\n"
    "  supplement \"2026\" { from = \"2026\", text = \"Mer.\" },\n"
    "  area \"makt\" {\n" /* 6 */
    "    national = \"power\",\n"
    "    summary = \"Lika.\",\n"
    "    goal \"styrelser\" {\n"
    "      text = \"Minst 40 procent.\",\n"
    "      by = \"2027-12\",\n"
    "      indicator \"andel\" { text = \"Andel\", unit = \"procent\" },\n"
    "    },\n"
    "  },\n"
    "  area \"vald\" { national = \"violence\", title = \"Våld\" },\n" /* 15 */
    "  process \"planering\" { question = \"Vad betyder det?\" },\n"
    "}\n";

static const char mittlan_welcome[] =
    "welcome {\n"
    "  sticker \"symbol\" { title = \"Märke\", licence = \"Fritt.\" },\n"
    "  diploma \"diplom\" { title = \"Diplom nr {number}\" },\n"
    "  newsletter \"brev\" { title = \"Brevet\" },\n"
    "  network \"chefer\" {\n" /* 5 */
    "    title = \"Chefer\",\n"
    "    offered_when = all_of { kind_is(\"municipality\"), chose(\"focus\", "
    "\"makt\") },\n"
    "    because = \"Ni har valt makt.\",\n"
    "  },\n"
    "}\n";

struct mittlan_file {
    const char *path;
    const char *text;
};

static const struct mittlan_file mittlan_scripts[] = {
    {"county.lua", mittlan_county},
    {"join.lua", mittlan_join},
    {"strategy.lua", mittlan_strategy},
    {"welcome.lua", mittlan_welcome},
};

/* Sorted by path, as folders are. */
static const struct mittlan_file mittlan_files[] = {
    {"county.lua", ""},
    {"files/foto.jpg", "jpg"},
    {"files/strategi.pdf", "pdf"},
    {"files/symbol.svg", "<svg/>"},
    {"join.lua", ""},
    {"strategy.lua", ""},
    {"texts/brev.en.md", "We, {name}, on {date}: {areas} in {brand}.\n"},
    {"texts/brev.md", "Vi, {name}, den {date}: {areas} i {brand}.\n"},
    {"texts/lank.md", "Se [sidan](/sidor/omm) och [den](/sidor/om).\n"},
    {"texts/tom.md", "\n\n"},
    {"texts/varfor.md", "# Varför\n\nDärför, i {genitive} kommuner.\n"},
    {"welcome.lua", ""},
};

struct mittlan {
    struct ans_arena *arena;
    struct ans_decls decls;
    struct ans_folder folder;
    struct ans_faults faults;
    const struct ans_county *county;
};

/* `text` with the first `from` as `to`; a `from` that is not there fails the
 * test. */
static inline const char *mittlan_spoil(struct ans_arena *arena,
                                        const char *text, const char *from,
                                        const char *to)
{
    const char *at = strstr(text, from);
    if (!at) {
        print_error("\"%s\" is not in the script\n", from);
        abort();
    }
    return ans_arena_printf(arena, "%.*s%s%s", (int)(at - text), text, to,
                            at + strlen(from))
        .ptr;
}

/* Build the county with one change to one file (none when `path` is NULL);
 * "more.lua" is a script of its own that says `to`. */
static inline void mittlan_build(struct mittlan *m, const char *path,
                                 const char *from, const char *to)
{
    size_t count = ANS_COUNT(mittlan_files);
    m->arena = ans_arena_new(0);
    m->faults.arena = m->arena;
    m->folder = (struct ans_folder){
        .slug = ANS_STR("mittlan"),
        .files = ANS_NEW_ARRAY(m->arena, struct ans_folder_file, count + 1),
        .version = ANS_STR("5eed")};
    for (size_t i = 0; i < count; i++) {
        if (path && !strcmp(path, "more.lua") &&
            !strcmp(mittlan_files[i].path, "strategy.lua"))
            m->folder.files[m->folder.count++].path = ANS_STR("more.lua");
        const struct mittlan_file *f = &mittlan_files[i];
        bool spoiled = path && *f->text && !strcmp(path, f->path);
        const char *text =
            spoiled ? mittlan_spoil(m->arena, f->text, from, to) : f->text;
        m->folder.files[m->folder.count++] =
            (struct ans_folder_file){ans_str_from(f->path), ans_str_from(text)};
    }
    script_read(m->arena, "national.lua", mittlan_national, &m->decls);
    for (size_t i = 0; i < ANS_COUNT(mittlan_scripts); i++) {
        const struct mittlan_file *f = &mittlan_scripts[i];
        bool spoiled = path && !strcmp(path, f->path);
        script_read(m->arena, f->path,
                    spoiled ? mittlan_spoil(m->arena, f->text, from, to)
                            : f->text,
                    &m->decls);
    }
    if (path && !strcmp(path, "more.lua"))
        script_read(m->arena, path, to, &m->decls);
    m->county =
        ans_county_build(m->arena, &m->decls, &m->folder, NULL, &m->faults);
    ans_faults_sort(&m->faults);
}

static inline void mittlan_free(struct mittlan *m)
{
    ans_arena_free(m->arena);
    *m = (struct mittlan){0};
}

/* "county.lua:3: wrong-value" of a fault, or all of its line in `lang`. */
static inline struct ans_str mittlan_fault(struct mittlan *m, size_t i,
                                           const char *lang)
{
    struct ans_buf buf = {0};
    ans_fault_write(&buf, &m->faults.items[i], ANS_STR("mittlan"),
                    ans_str_from(lang ? lang : "sv"));
    struct ans_str line = ans_arena_str(m->arena, ans_buf_str(&buf));
    ans_buf_free(&buf);
    if (lang)
        return line;
    struct ans_str rest = ans_str_sub(line, strlen("mittlan/"), SIZE_MAX);
    struct ans_str sentence = rest;
    (void)ans_str_cut(&sentence, ' ');
    (void)ans_str_cut(&sentence, ' ');
    return ans_str_sub(rest, 0, rest.len - sentence.len - 2);
}
