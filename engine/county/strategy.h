/* strategy: what a county has agreed to work for: the times of its strategies,
 * their areas, goals, measures. Part of county/county.h.
 */
#pragma once

#include "county/node.h"
#include "county/text.h"

struct ans_national_goal { /* lua/national.lua, the same for every county */
    struct ans_node node;  /* id: "power", "economy", "education", "care",
                              "health", "violence"; "overall" for the whole */
    struct ans_text title;
    struct ans_text text;
};

struct ans_indicator {
    struct ans_node node;
    struct ans_text text;
    struct ans_text unit;
    struct ans_text source;
};

struct ans_goal {
    struct ans_node node;
    struct ans_text text;
    struct ans_date by; /* year 0: not said */
    struct ans_nodes indicators;
};

struct ans_measure {
    struct ans_node node;
    struct ans_text text;
};

struct ans_area {
    struct ans_node node;
    struct ans_str national; /* id of a national goal; "" for a theme */
    struct ans_text title;
    struct ans_text summary;
    struct ans_text text;
    struct ans_nodes goals;
    struct ans_nodes measures;
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

struct ans_strategy {
    struct ans_node node;
    struct ans_text title;
    struct ans_text lead;
    struct ans_text text;
    struct ans_period period;
    struct ans_nodes documents; /* links */
    struct ans_nodes areas, goals, measures, processes, missions, supplements,
        versions, evaluations;
};
