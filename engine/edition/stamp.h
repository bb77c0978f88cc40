/* stamp: whether a county's folder has been touched since one last looked,
 * without reading its files. Private to edition.
 */
#pragma once

#include "edition/edition.h"

/* Of every name, size, time and inode in the folder and one level below, those
 * that are passed over left out. Equal when nothing was touched; 0: there is no
 * such folder. */
uint64_t ans_folder_stamp(const char *path);
