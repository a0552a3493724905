#pragma once
#include <sqlite3.h>

// sqlite3_config takes any number of arguments, and Swift calls no such function.
static inline int closeout_sqlite_without_memory_statistics(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
