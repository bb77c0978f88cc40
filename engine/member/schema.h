/* schema: the tables of a county's database, as migrations.
 */
#pragma once

#include "store/store.h"

/* Options for a county's database at `path`. */
struct ans_store_options ans_schema_county(const char *path);
