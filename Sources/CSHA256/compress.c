#include "closeout_sha256.h"

#if defined(__x86_64__)

#include <immintrin.h>

typedef __m512i Words;  // one word of each of the sixteen messages

#define AVX512 __attribute__((target("avx512f,avx512bw")))
#define ADD(a, b) _mm512_add_epi32(a, b)
#define ROTATE(a, n) _mm512_ror_epi32(a, n)
#define XOR(a, b, c) _mm512_ternarylogic_epi32(a, b, c, 0x96)
#define CHOOSE(a, b, c) _mm512_ternarylogic_epi32(a, b, c, 0xca)
#define MAJORITY(a, b, c) _mm512_ternarylogic_epi32(a, b, c, 0xe8)

// FIPS 180-4 §4.2.2.
static const uint32_t constants[64] = {
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

bool closeout_sha256_has_lanes(void) {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw");
}

// Reads a block of each message and turns rows into columns: words[w] is word w of all messages.
AVX512 static inline void transpose(Words words[16], const uint8_t *const *blocks, size_t offset) {
  // Words are big-endian (§3.1).
  const Words swap =
    _mm512_broadcast_i32x4(_mm_set_epi64x(0x0c0d0e0f08090a0bULL, 0x0405060700010203ULL));
  Words rows[16], pairs[16];
  for (int i = 0; i < 16; i++) {
    rows[i] = _mm512_shuffle_epi8(_mm512_loadu_si512(blocks[i] + offset), swap);
  }
  for (int i = 0; i < 16; i += 2) {
    pairs[i] = _mm512_unpacklo_epi32(rows[i], rows[i + 1]);
    pairs[i + 1] = _mm512_unpackhi_epi32(rows[i], rows[i + 1]);
  }
  // Then rows[4g + w] has in its quarter q word 4q + w of the messages 4g to 4g + 3.
  for (int i = 0; i < 16; i += 4) {
    rows[i] = _mm512_unpacklo_epi64(pairs[i], pairs[i + 2]);
    rows[i + 1] = _mm512_unpackhi_epi64(pairs[i], pairs[i + 2]);
    rows[i + 2] = _mm512_unpacklo_epi64(pairs[i + 1], pairs[i + 3]);
    rows[i + 3] = _mm512_unpackhi_epi64(pairs[i + 1], pairs[i + 3]);
  }
  for (int w = 0; w < 4; w++) {
    Words even01 = _mm512_shuffle_i32x4(rows[w], rows[4 + w], 0x88);
    Words odd01 = _mm512_shuffle_i32x4(rows[w], rows[4 + w], 0xdd);
    Words even23 = _mm512_shuffle_i32x4(rows[8 + w], rows[12 + w], 0x88);
    Words odd23 = _mm512_shuffle_i32x4(rows[8 + w], rows[12 + w], 0xdd);
    words[w] = _mm512_shuffle_i32x4(even01, even23, 0x88);
    words[4 + w] = _mm512_shuffle_i32x4(odd01, odd23, 0x88);
    words[8 + w] = _mm512_shuffle_i32x4(even01, even23, 0xdd);
    words[12 + w] = _mm512_shuffle_i32x4(odd01, odd23, 0xdd);
  }
}

// A round (§6.2.2, 3): the caller names the working variables in turn, so that none is moved.
#define ROUND(a, b, c, d, e, f, g, h, t)                                                          \
  do {                                                                                            \
    Words t1 = ADD(ADD(ADD(h, _mm512_set1_epi32((int)constants[t])), words[(t) % 16]),            \
                   ADD(XOR(ROTATE(e, 6), ROTATE(e, 11), ROTATE(e, 25)), CHOOSE(e, f, g)));        \
    d = ADD(d, t1);                                                                               \
    h = ADD(t1, ADD(XOR(ROTATE(a, 2), ROTATE(a, 13), ROTATE(a, 22)), MAJORITY(a, b, c)));         \
  } while (0)

#define EIGHT_ROUNDS(t)                                                                           \
  do {                                                                                            \
    ROUND(a, b, c, d, e, f, g, h, t);                                                             \
    ROUND(h, a, b, c, d, e, f, g, t + 1);                                                         \
    ROUND(g, h, a, b, c, d, e, f, t + 2);                                                         \
    ROUND(f, g, h, a, b, c, d, e, t + 3);                                                         \
    ROUND(e, f, g, h, a, b, c, d, t + 4);                                                         \
    ROUND(d, e, f, g, h, a, b, c, t + 5);                                                         \
    ROUND(c, d, e, f, g, h, a, b, t + 6);                                                         \
    ROUND(b, c, d, e, f, g, h, a, t + 7);                                                         \
  } while (0)

// The next sixteen words of the schedule (§6.2.2, 1) in the place of the last sixteen.
AVX512 static inline void schedule(Words words[16]) {
#pragma clang loop unroll(full)
  for (int t = 0; t < 16; t++) {
    Words x = words[(t + 1) % 16], y = words[(t + 14) % 16];
    Words s0 = XOR(ROTATE(x, 7), ROTATE(x, 18), _mm512_srli_epi32(x, 3));
    Words s1 = XOR(ROTATE(y, 17), ROTATE(y, 19), _mm512_srli_epi32(y, 10));
    words[t] = ADD(ADD(words[t], words[(t + 9) % 16]), ADD(s0, s1));
  }
}

AVX512 void closeout_sha256_compress(uint32_t *state, const uint8_t *const *blocks, size_t count) {
  Words a = _mm512_loadu_si512(state), b = _mm512_loadu_si512(state + 16);
  Words c = _mm512_loadu_si512(state + 32), d = _mm512_loadu_si512(state + 48);
  Words e = _mm512_loadu_si512(state + 64), f = _mm512_loadu_si512(state + 80);
  Words g = _mm512_loadu_si512(state + 96), h = _mm512_loadu_si512(state + 112);
  for (size_t block = 0; block < count; block++) {
    Words words[16];
    transpose(words, blocks, 64 * block);
    const Words a0 = a, b0 = b, c0 = c, d0 = d, e0 = e, f0 = f, g0 = g, h0 = h;
    EIGHT_ROUNDS(0);
    EIGHT_ROUNDS(8);
#pragma clang loop unroll(full)
    for (int t = 16; t < 64; t += 16) {
      schedule(words);
      EIGHT_ROUNDS(t);
      EIGHT_ROUNDS(t + 8);
    }
    a = ADD(a, a0), b = ADD(b, b0), c = ADD(c, c0), d = ADD(d, d0);
    e = ADD(e, e0), f = ADD(f, f0), g = ADD(g, g0), h = ADD(h, h0);
  }
  _mm512_storeu_si512(state, a), _mm512_storeu_si512(state + 16, b);
  _mm512_storeu_si512(state + 32, c), _mm512_storeu_si512(state + 48, d);
  _mm512_storeu_si512(state + 64, e), _mm512_storeu_si512(state + 80, f);
  _mm512_storeu_si512(state + 96, g), _mm512_storeu_si512(state + 112, h);
}

#else

bool closeout_sha256_has_lanes(void) { return false; }

void closeout_sha256_compress(uint32_t *state, const uint8_t *const *blocks, size_t count) {
  (void)state, (void)blocks, (void)count;
}

#endif
