#pragma once

// Bytes of a kind among many, a bit for each, the first the lowest. SSE2, which every x86-64 processor has,
// gathers sixteen comparisons into bits with one instruction that Swift has no name for.

#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// Which of the 64 bytes at `start` are `byte` once the bits of `fold` are set in them, one by one.
static inline uint64_t closeout_equal_64_plain(const uint8_t *_Nonnull start, uint8_t fold, uint8_t byte) {
  uint64_t mask = 0;
  for (int index = 0; index < 64; index++) mask |= (uint64_t)((start[index] | fold) == byte) << index;
  return mask;
}

/// Which of the 16 bytes at `start` a JSON string can not simply go on at, one by one.
static inline uint32_t closeout_string_stops_16_plain(const uint8_t *_Nonnull start) {
  uint32_t mask = 0;
  for (int index = 0; index < 16; index++) {
    const uint8_t byte = start[index];
    mask |= (uint32_t)(byte < 0x20 || byte >= 0x80 || byte == '"' || byte == '\\') << index;
  }
  return mask;
}

/// Which of the 64 bytes at `start` are `byte` once the bits of `fold` are set in them.
static inline __attribute__((always_inline)) uint64_t closeout_equal_64(
    const uint8_t *_Nonnull start, uint8_t fold, uint8_t byte) {
#if defined(__SSE2__)
  const __m128i wanted = _mm_set1_epi8((char)byte);
  const __m128i folded = _mm_set1_epi8((char)fold);
  uint64_t mask = 0;
  for (int part = 0; part < 64; part += 16) {
    const __m128i bytes = _mm_or_si128(_mm_loadu_si128((const __m128i *)(start + part)), folded);
    mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, wanted)) << part;
  }
  return mask;
#else
  return closeout_equal_64_plain(start, fold, byte);
#endif
}

/// Which of the 16 bytes at `start` a JSON string can not simply go on at: quote, backslash, control, not
/// ASCII.
static inline __attribute__((always_inline)) uint32_t closeout_string_stops_16(
    const uint8_t *_Nonnull start) {
#if defined(__SSE2__)
  const __m128i bytes = _mm_loadu_si128((const __m128i *)start);
  // Compared as signed numbers, what is not ASCII is below the blank too.
  const __m128i special = _mm_cmplt_epi8(bytes, _mm_set1_epi8(0x20));
  const __m128i quote = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'));
  const __m128i backslash = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'));
  return (uint32_t)_mm_movemask_epi8(_mm_or_si128(special, _mm_or_si128(quote, backslash)));
#else
  return closeout_string_stops_16_plain(start);
#endif
}
