/* digits.c - runs of exactly three digits, found with masks of 64 bytes: bit
 * by bit they say where a digit stands, and shifts of them where a run begins
 * and ends. */
#include "scan/digits.h"

#include <string.h>

/* Blocks overlap: a run needs one byte before it and one behind it. */
enum { STEP = DIGITS_BLOCK - 4 };

#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* The high bit of each byte that is no digit.  With '0' taken out by XOR a
 * digit is 0 to 9, and only what is above that reaches 0x80 by adding 0x76.
 * The high bit is kept aside so that no byte carries into the next. */
static uint64_t not_digits(uint64_t bytes)
{
	uint64_t x = bytes ^ EACH(0x30);

	return (((x & EACH(0x7f)) + EACH(0x76)) | x) & EACH(0x80);
}

/* Eight bytes, the first one lowest, whatever the machine's order is. */
static uint64_t load(const char *s)
{
	uint64_t bytes = 0;

	for (int i = 7; i >= 0; i--)
		bytes = bytes << 8 | (unsigned char)s[i];
	return bytes;
}

uint64_t digits_mask_plain(const char *s)
{
	uint64_t mask = 0;

	for (int i = DIGITS_BLOCK - 8; i >= 0; i -= 8) {
		uint64_t high = not_digits(load(s + i)) ^ EACH(0x80);

		/* Gathers the eight high bits in the highest byte. */
		mask = mask << 8 |
		       (high >> 7) * UINT64_C(0x0102040810204080) >> 56;
	}
	return mask;
}

#ifdef __SSE2__
#include <emmintrin.h>

/* Every x86-64 has it. */
static uint64_t mask_of_16(const char *s)
{
	__m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)s);
	__m128i x = _mm_xor_si128(bytes, _mm_set1_epi8(0x30));
	__m128i low = _mm_min_epu8(x, _mm_set1_epi8(9));

	return (uint64_t)(unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(low, x));
}

#define MASK(s)                                                                \
	(mask_of_16(s) | mask_of_16((s) + 16) << 16 |                          \
	 mask_of_16((s) + 32) << 32 | mask_of_16((s) + 48) << 48)
#else
#define MASK(s) digits_mask_plain(s)
#endif

uint64_t digits_mask(const char *s)
{
	return MASK(s);
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

/* Bit k: a run begins at s[k + 1]. */
static uint64_t runs_in(const char *s)
{
	uint64_t d = digits_mask(s);

	return ~d & d >> 1 & d >> 2 & d >> 3 & ~(d >> 4) &
	       ((UINT64_C(1) << STEP) - 1);
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
		char end[DIGITS_BLOCK] = { 0 };
		const char *s = d->s + d->next - 1;
		size_t left;

		if (d->next >= d->n)
			return d->n;
		left = d->n - d->next + 1;
		if (left < DIGITS_BLOCK)
			s = memcpy(end, s, left);
		d->found = runs_in(s);
		d->base = d->next;
		d->next += STEP;
	}
	bit = lowest_bit(d->found);
	d->found &= d->found - 1;
	return d->base + bit;
}
