#pragma once
// The trainer whose parameters can be chosen is declared for those only who link the very version of the header.
#define ZDICT_STATIC_LINKING_ONLY
#include <zstd.h>
#include <zdict.h>
#include <zstd_errors.h>

/// Whether the library that runs is of the version that this was compiled with.
static inline int closeout_zstd_is_of_header(void) { return ZSTD_versionNumber() == ZSTD_VERSION_NUMBER; }
