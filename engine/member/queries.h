/* queries: how the register is read. Here, so that a test can ask the
 * database how it would run each: none may be linear in the number of
 * members. Private to member.
 */
#pragma once

#include "member/row.h"

#define ANS_FROM_ENTRIES                                                       \
    " FROM register_entry AS e JOIN member AS m ON m.id = "                    \
    "e.member" ANS_ROW_SHAPE " WHERE e.filter = ?"

/* A page: from the start, after a place, before one (backwards). */
#define ANS_REGISTER_FIRST                                                     \
    "SELECT " ANS_ROW_COLUMNS ANS_FROM_ENTRIES                                 \
    " ORDER BY e.name_key, e.member LIMIT ?"
#define ANS_REGISTER_FORTH                                                     \
    "SELECT " ANS_ROW_COLUMNS ANS_FROM_ENTRIES                                 \
    " AND (e.name_key, e.member) > (?, ?)"                                     \
    " ORDER BY e.name_key, e.member LIMIT ?"
#define ANS_REGISTER_BACK                                                      \
    "SELECT " ANS_ROW_COLUMNS ANS_FROM_ENTRIES                                 \
    " AND (e.name_key, e.member) < (?, ?)"                                     \
    " ORDER BY e.name_key DESC, e.member DESC LIMIT ?"

/* Is there anyone after a place, before one? */
#define ANS_REGISTER_ANY_FORTH                                                 \
    "SELECT 1 FROM register_entry WHERE filter = ?"                            \
    " AND (name_key, member) > (?, ?) LIMIT 1"
#define ANS_REGISTER_ANY_BACK                                                  \
    "SELECT 1 FROM register_entry WHERE filter = ?"                            \
    " AND (name_key, member) < (?, ?) LIMIT 1"

/* The next place of a filter, for several that are read as one. */
#define ANS_MERGE_FIRST                                                        \
    "SELECT name_key, member FROM register_entry WHERE filter = ?"             \
    " ORDER BY name_key, member LIMIT 1"
#define ANS_MERGE_FORTH                                                        \
    "SELECT name_key, member FROM register_entry WHERE filter = ?"             \
    " AND (name_key, member) > (?, ?) ORDER BY name_key, member LIMIT 1"
#define ANS_MERGE_BACK                                                         \
    "SELECT name_key, member FROM register_entry WHERE filter = ?"             \
    " AND (name_key, member) < (?, ?)"                                         \
    " ORDER BY name_key DESC, member DESC LIMIT 1"

/* For exports: as many steps as there are members in the filter, no sort. */
#define ANS_REGISTER_ALL                                                       \
    "SELECT " ANS_ROW_COLUMNS ", m.answers" ANS_FROM_ENTRIES                   \
    " ORDER BY e.name_key, e.member"

/* Where a hit stands: all hits are put in order, those of one page are read. */
#define ANS_REGISTER_PLACE                                                     \
    "SELECT m.name_key FROM member AS m WHERE m.id = ? AND m.state = 'public'"

#define ANS_REGISTER_HIT                                                       \
    "SELECT " ANS_ROW_COLUMNS ANS_FROM_MEMBER                                  \
    " WHERE m.id = ? AND m.state = 'public'"

#define ANS_REGISTER_LATEST                                                    \
    "SELECT " ANS_ROW_COLUMNS ANS_FROM_MEMBER " WHERE m.state = 'public'"      \
    " AND m.number > 0 ORDER BY m.number DESC LIMIT ?"

/* The counters of a row of the cube, as struct ans_tally has them. */
#define ANS_TALLY "n, parts, joint, bodies"

#define ANS_REGISTER_FILTER                                                    \
    "SELECT id, " ANS_TALLY " FROM register_filter"                            \
    " WHERE area = ? AND municipality = ? AND kind = ?"

/* Counters along one dimension, the other two given. */
#define ANS_COUNTS_BY_AREA                                                     \
    "SELECT area, " ANS_TALLY " FROM register_filter WHERE municipality = ?"   \
    " AND kind = ? AND area > '' AND n > 0 ORDER BY area"
#define ANS_COUNTS_BY_MUNICIPALITY                                             \
    "SELECT municipality, " ANS_TALLY " FROM register_filter WHERE area = ?"   \
    " AND kind = ? AND municipality > '' AND n > 0 ORDER BY municipality"
#define ANS_COUNTS_BY_KIND                                                     \
    "SELECT kind, " ANS_TALLY " FROM register_filter WHERE area = ?"           \
    " AND municipality = ? AND kind > '' AND n > 0 ORDER BY kind"

#define ANS_MEMBER_BY_SLUG                                                     \
    "SELECT " ANS_ROW_COLUMNS ", m.answers" ANS_FROM_MEMBER                    \
    " WHERE m.slug = ? AND m.slug <> '' AND m.state = 'public'"

#define ANS_MEMBER_ID_BY_SLUG                                                  \
    "SELECT id FROM member WHERE slug = ? AND slug <> ''"                      \
    " AND state = 'public'"

#define ANS_MEMBER_BY_IDENTITY                                                 \
    "SELECT " ANS_ROW_COLUMNS ANS_FROM_MEMBER " WHERE m.identity = ?"          \
    " AND m.state IN ('review', 'public') AND m.id <> ?"

/* A member's parts, in the order they joined. */
#define ANS_MEMBER_PARTS                                                       \
    "SELECT " ANS_ROW_COLUMNS " FROM member_shape AS s"                        \
    " JOIN member AS m ON m.id = s.member"                                     \
    " LEFT JOIN member AS p ON p.id = s.parent AND p.state = 'public'"         \
    " WHERE s.parent = ? AND s.parent > 0 AND m.state = 'public'"              \
    " ORDER BY s.member LIMIT ?"
