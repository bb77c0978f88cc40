/* strategy: what a county has agreed to work for: the times of its strategies,
 * their areas, goals, measures. Part of county/county.h.
 */
#pragma once

#include "base/arena.h"
#include "county/node.h"
#include "county/text.h"

struct ans_national_goal { /* lua/national.lua, the same for every county */
    struct ans_node node;  /* id: "power", "economy", "education", "care",
                              "health", "violence"; "overall" for the whole */
    struct ans_text title;
    struct ans_text text;
};

struct ans_measured { /* measured "2025" { women =, men = } */
    struct ans_node node;
    bool has_women, has_men, has_other, has_total;
    double women, men, other, total;
    struct ans_text text; /* in words, beside or instead of the figures */
};

struct ans_indicator {
    struct ans_node node;
    struct ans_text text;
    struct ans_text unit;
    struct ans_text source;
    int64_t every; /* years from one figure to the next; 0: not said */
    int64_t from;  /* the first year; 0: that of the first figure */
    int64_t next;  /* the year after the last figure; 0: not known */
    struct ans_text other_label; /* of the figures beside women and men */
    struct ans_nodes measured;
};

struct ans_stage { /* a goal on the way */
    struct ans_node node;
    struct ans_text text;
    struct ans_date by;   /* year 0: not said */
    struct ans_text when; /* in the county's words, instead of the date */
};

struct ans_goal {
    struct ans_node node;
    struct ans_text text;
    struct ans_date by;   /* year 0: not said */
    struct ans_text when; /* in the county's words, instead of the date */
    struct ans_nodes stages;
    struct ans_nodes indicators;
};

struct ans_measure {
    struct ans_node node;
    struct ans_text text;
};

struct ans_area {
    struct ans_node node;
    struct ans_strs was;     /* ids that it had before */
    struct ans_str national; /* id of a national goal; "" for a theme */
    struct ans_text title;
    struct ans_text summary;
    struct ans_text text;
    struct ans_nodes goals;
    struct ans_nodes measures;
    struct ans_nodes areas; /* within this one; they have none themselves */
};

struct ans_process { /* a process of steering and the question it asks */
    struct ans_node node;
    struct ans_text title;
    struct ans_text question;
    struct ans_text text;
};

struct ans_mission {
    struct ans_node node;
    struct ans_text title;
    struct ans_text text;
};

struct ans_supplement {
    struct ans_node node;
    struct ans_date from;
    struct ans_text text;
};

struct ans_strategy_version {
    struct ans_node node;
    struct ans_date date;
    struct ans_text text;
};

struct ans_evaluation {
    struct ans_node node;
    struct ans_date date; /* year 0: not said */
    struct ans_text text;
};

struct ans_round { /* when members answer follow-up questions */
    struct ans_node node;
    struct ans_text title;
    struct ans_date opens;
    struct ans_date closes;
    struct ans_text text;
    struct ans_nodes questions;
};

struct ans_follow_up {
    struct ans_node node;
    struct ans_text text;
    struct ans_nodes rounds;
};

struct ans_strategy {
    struct ans_node node;
    struct ans_text title;
    struct ans_text lead;
    struct ans_text text;
    struct ans_period period;     /* as it was decided first */
    struct ans_date ends_early;   /* the last day; year 0: it does not */
    struct ans_date prolonged_to; /* the last day; year 0: it is not */
    struct ans_text changed;      /* why its time was changed */
    struct ans_str replaced_by;   /* id of another; "" */
    bool takes_members;           /* one may join it */
    struct ans_nodes documents;   /* links */
    const struct ans_follow_up *follow_up; /* NULL: not said */
    struct ans_nodes areas, goals, measures, processes, missions, supplements,
        versions, evaluations;
};

/* The days on which a strategy begins and ends, as it came to be; open ends
 * are INT64_MIN and INT64_MAX. */
int64_t ans_strategy_first_day(const struct ans_strategy *s);
int64_t ans_strategy_last_day(const struct ans_strategy *s);
/* The same as a period to show. */
struct ans_period ans_strategy_period(const struct ans_strategy *s);

enum ans_life {
    ANS_LIFE_COMING,
    ANS_LIFE_IN_FORCE,
    ANS_LIFE_PROLONGED, /* in force past the day that was decided first */
    ANS_LIFE_ENDED,
    ANS_LIFE_ENDED_EARLY,
};
enum ans_life ans_strategy_life(const struct ans_strategy *s, int64_t day);
bool ans_strategy_in_force(const struct ans_strategy *s, int64_t day);

/* All areas of a strategy, each with those within it after it. */
struct ans_nodes ans_strategy_all_areas(struct ans_arena *arena,
                                        const struct ans_strategy *s);
/* The area that an area stands within; NULL: the strategy itself. */
const struct ans_area *ans_strategy_area_around(const struct ans_strategy *s,
                                                const struct ans_area *a);
