/* digits.c - runs of exactly three digits, found with masks of 64 bytes: bit
 * by bit they say where a digit stands, and shifts of them where a run begins
 * and ends. */
#include "scan/digits.h"

#include <string.h>

#include "scan/look.h"

/* Blocks overlap: a run needs one byte before it and two behind it. */
enum { STEP = DIGITS_BLOCK - 5 };

#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* The high bit of each byte that is above the limit, which is below 0x80.
 * The high bits are kept aside so that no byte carries into the next. */
static uint64_t above(uint64_t bytes, unsigned limit)
{
	return (((bytes & EACH(0x7f)) + EACH(0x7fU - limit)) | bytes) &
	       EACH(0x80);
}

/* Bit k is set where s[k], with some bits flipped, is not above the limit. */
static uint64_t mask_by_eight(const char *s, unsigned flip, unsigned limit)
{
	uint64_t mask = 0;

	for (int i = DIGITS_BLOCK - 8; i >= 0; i -= 8) {
		uint64_t bytes = look_eight(s + i) ^ EACH(flip);
		uint64_t high = above(bytes, limit) ^ EACH(0x80);

		/* Gathers the eight high bits in the highest byte. */
		mask = mask << 8 |
		       (high >> 7) * UINT64_C(0x0102040810204080) >> 56;
	}
	return mask;
}

uint64_t digits_mask_plain(const char *s)
{
	return mask_by_eight(s, '0', 9);
}

uint64_t digits_stops_plain(const char *s)
{
	return mask_by_eight(s, '.', 0);
}

#ifdef __SSE2__
#include <emmintrin.h>

/* Every x86-64 has it. */
static uint64_t mask_of_16(const char *s, char flip, char limit)
{
	__m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)s);
	__m128i x = _mm_xor_si128(bytes, _mm_set1_epi8(flip));
	__m128i low = _mm_min_epu8(x, _mm_set1_epi8(limit));

	return (uint64_t)(unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(low, x));
}

#define MASK(s, flip, limit)                                                   \
	(mask_of_16(s, flip, limit) |                                          \
	 mask_of_16((s) + 16, flip, limit) << 16 |                             \
	 mask_of_16((s) + 32, flip, limit) << 32 |                             \
	 mask_of_16((s) + 48, flip, limit) << 48)
#else
#define MASK(s, flip, limit) mask_by_eight(s, flip, limit)
#endif

uint64_t digits_mask(const char *s)
{
	return MASK(s, '0', 9);
}

uint64_t digits_stops(const char *s)
{
	return MASK(s, '.', 0);
}

static unsigned lowest_bit(uint64_t mask)
{
#ifdef __GNUC__
	return (unsigned)__builtin_ctzll(mask);
#else
	unsigned i = 0;

	while ((mask >> i & 1) == 0)
		i++;
	return i;
#endif
}

/* Bit k: a run begins at s[k + 1], with no full stop before it and none with
 * a digit behind it. */
static uint64_t runs_in(const char *s)
{
	uint64_t d = MASK(s, '0', 9), stops;
	uint64_t runs = ~d & d >> 1 & d >> 2 & d >> 3 & ~(d >> 4);

	if (runs == 0)
		return 0;
	stops = MASK(s, '.', 0);
	return runs & ~stops & ~(stops >> 4 & d >> 5) &
	       ((UINT64_C(1) << STEP) - 1);
}

/* The same of less than a block; behind it are no digits. */
static uint64_t runs_at_end(const char *s, size_t n)
{
	char block[DIGITS_BLOCK] = { 0 };

	memcpy(block, s, n);
	return runs_in(block);
}

void digits_start(struct digits *d, const char *s, size_t n, size_t from)
{
	d->s = s;
	d->n = n;
	d->base = d->next = from > 0 ? from : 1;
	d->found = 0;
}

size_t digits_next(struct digits *d)
{
	unsigned bit;

	while (d->found == 0) {
		const char *s = d->s + d->next - 1;
		size_t left = d->n - d->next + 1;

		if (d->next >= d->n)
			return d->n;
		d->found =
			left < DIGITS_BLOCK ? runs_at_end(s, left) : runs_in(s);
		d->base = d->next;
		d->next += STEP;
	}
	bit = lowest_bit(d->found);
	d->found &= d->found - 1;
	return d->base + bit;
}
