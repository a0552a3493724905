#ifndef CLOSEOUT_SHA256_H
#define CLOSEOUT_SHA256_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// How many messages go side by side: a register of 512 bits holds one word of each.
enum { closeout_sha256_lanes = 16 };

/// Whether this processor and system have the instructions (AVX-512 F and BW).
bool closeout_sha256_has_lanes(void);

/// The compression function of SHA-256 (FIPS 180-4 §6.2.2) on sixteen messages side by side.
///
/// Only to be called where `closeout_sha256_has_lanes` says so; padding is the caller's.
///
/// - state: the eight words of each message, word by word: word w of message m is `state[16 * w + m]`.
/// - blocks: where each message's next block begins; `count` blocks of 64 bytes each are read from there.
void closeout_sha256_compress(uint32_t *state, const uint8_t *const *blocks, size_t count);

#endif
