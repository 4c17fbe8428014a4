/* anchor.c - three compares of three neighbouring bytes, many at a time.
 *
 * A log is read at the speed of memory or not at all, so that this one loop
 * has a form for SSE2, which every x86-64 has, one for AVX2, which is asked
 * for, and a plain one for the rest. */
#include "anchor.h"

static int is_anchor(const char *s)
{
	switch (s[0]) {
	case '.':
		return s[1] == '0' && s[2] == ' ';
	case 'u':
		return s[1] == 's' && (s[2] == ':' || s[2] == '_');
	case 's':
		return s[1] == 'p' && s[2] == ':';
	case 't':
		return s[1] == ' ' && s[2] == 'S';
	case 'o':
		return s[1] == 'n' && s[2] == '=';
	default:
		return 0;
	}
}

static size_t plain(const char *s, size_t n, size_t from)
{
	for (; from + 3 <= n; from++)
		if (is_anchor(s + from))
			return from;
	return n;
}

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>

/* One block: a vector whose bytes are set where an anchor begins. */
#define ANCHOR(a, b, c) AND(AND(EQ(v0, a), EQ(v1, b)), EQ(v2, c))
#define BLOCK                                                                  \
	OR(OR(OR(ANCHOR('.', '0', ' '), ANCHOR('s', 'p', ':')),                \
	      OR(ANCHOR('t', ' ', 'S'), ANCHOR('o', 'n', '='))),               \
	   AND(AND(EQ(v0, 'u'), EQ(v1, 's')), OR(EQ(v2, ':'), EQ(v2, '_'))))

#define AND(a, b) _mm_and_si128(a, b)
#define OR(a, b) _mm_or_si128(a, b)
#define EQ(v, c) _mm_cmpeq_epi8(v, _mm_set1_epi8(c))
#define LOAD(k) _mm_loadu_si128((const __m128i *)(const void *)(s + i + (k)))

static size_t sse2(const char *s, size_t n, size_t from)
{
	size_t i = from;

	for (; i + 18 <= n; i += 16) {
		__m128i v0 = LOAD(0), v1 = LOAD(1), v2 = LOAD(2);
		int mask = _mm_movemask_epi8(BLOCK);

		if (mask != 0)
			return i + (size_t)__builtin_ctz((unsigned)mask);
	}
	return plain(s, n, i);
}

/* For AVX2 a byte is looked up by its two halves.  Each anchor has a bit:
 * 1 ".0 ", 2 "us:" and "us_", 4 "sp:", 8 "t S", 16 "on=".  halves[k] has for
 * the k-th byte of the anchors the bits by its low half, then by its high
 * half; "us?" and "usZ" come through as well, which the matcher sorts out. */
static const unsigned char halves[3][2][16] = {
	{ { [0xe] = 1, [5] = 2, [3] = 4, [4] = 8, [0xf] = 16 },
	  { [2] = 1, [7] = 2 | 4 | 8, [6] = 16 } },
	{ { [0] = 1 | 4 | 8, [3] = 2, [0xe] = 16 },
	  { [3] = 1, [7] = 2 | 4, [2] = 8, [6] = 16 } },
	{ { [0] = 1, [0xa] = 2 | 4, [0xf] = 2, [3] = 8, [0xd] = 16 },
	  { [2] = 1, [3] = 2 | 4 | 16, [5] = 2 | 8 } },
};

__attribute__((target("avx2"))) static __m256i table(const unsigned char *half)
{
	return _mm256_broadcastsi128_si256(
		_mm_loadu_si128((const __m128i *)(const void *)half));
}

/* The bits of the anchors that have the 32 bytes at their k-th place. */
__attribute__((target("avx2"))) static inline __m256i bits(const char *s,
                                                           __m256i low,
                                                           __m256i high)
{
	const __m256i half = _mm256_set1_epi8(0x0f);
	__m256i v = _mm256_loadu_si256((const __m256i *)(const void *)s);

	return _mm256_and_si256(
		_mm256_shuffle_epi8(low, _mm256_and_si256(v, half)),
		_mm256_shuffle_epi8(
			high, _mm256_and_si256(_mm256_srli_epi16(v, 4), half)));
}

__attribute__((target("avx2"))) static size_t avx2(const char *s, size_t n,
                                                   size_t from)
{
	const __m256i low0 = table(halves[0][0]), high0 = table(halves[0][1]);
	const __m256i low1 = table(halves[1][0]), high1 = table(halves[1][1]);
	const __m256i low2 = table(halves[2][0]), high2 = table(halves[2][1]);
	size_t i = from;

	for (; i + 34 <= n; i += 32) {
		__m256i all = _mm256_and_si256(
			_mm256_and_si256(bits(s + i, low0, high0),
		                         bits(s + i + 1, low1, high1)),
			bits(s + i + 2, low2, high2));
		unsigned none = (unsigned)_mm256_movemask_epi8(
			_mm256_cmpeq_epi8(all, _mm256_setzero_si256()));

		if (none != 0xffffffffU)
			return i + (size_t)__builtin_ctz(~none);
	}
	return plain(s, n, i);
}

size_t anchor_find(const char *s, size_t n, size_t from)
{
	return __builtin_cpu_supports("avx2") ? avx2(s, n, from)
	                                      : sse2(s, n, from);
}

#else

size_t anchor_find(const char *s, size_t n, size_t from)
{
	return plain(s, n, from);
}

#endif
