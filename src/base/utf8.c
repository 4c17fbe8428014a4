/* utf8.c - decoding, width and folding of characters by small range tables. */
#include "utf8.h"

#include "len.h"

struct range {
	uint32_t first, last;
};

/* Unicode 15, combining marks and other characters without width that are
 * met in phrases and names. */
static const struct range zero_width[] = {
	{ 0x0300, 0x036f }, { 0x0483, 0x0489 }, { 0x0591, 0x05bd },
	{ 0x0610, 0x061a }, { 0x064b, 0x065f }, { 0x0e31, 0x0e31 },
	{ 0x0e34, 0x0e3a }, { 0x0e47, 0x0e4e }, { 0x1ab0, 0x1aff },
	{ 0x1dc0, 0x1dff }, { 0x200b, 0x200f }, { 0x20d0, 0x20ff },
	{ 0xfe00, 0xfe0f }, { 0xfe20, 0xfe2f }, { 0xfeff, 0xfeff },
};

static const struct range double_width[] = {
	{ 0x1100, 0x115f },   { 0x2e80, 0x303e },   { 0x3041, 0xa4cf },
	{ 0xac00, 0xd7a3 },   { 0xf900, 0xfaff },   { 0xfe30, 0xfe6f },
	{ 0xff00, 0xff60 },   { 0xffe0, 0xffe6 },   { 0x1f300, 0x1f64f },
	{ 0x1f680, 0x1f6c5 }, { 0x1f6cc, 0x1f6cc }, { 0x1f6d0, 0x1f6d2 },
	{ 0x1f6d5, 0x1f6d7 }, { 0x1f6dc, 0x1f6df }, { 0x1f6eb, 0x1f6ec },
	{ 0x1f6f4, 0x1f6fc }, { 0x1f900, 0x1f9ff }, { 0x20000, 0x3fffd },
};

/* Unicode 15: controls, separators of lines and paragraphs, the marks of
 * interlinear annotation, and the default-ignorable characters of
 * DerivedCoreProperties.  Variation selectors are not among them here: each
 * belongs to the character before it. */
static const struct range invisible[] = {
	{ 0x0000, 0x001f },   { 0x007f, 0x009f },   { 0x00ad, 0x00ad },
	{ 0x034f, 0x034f },   { 0x061c, 0x061c },   { 0x115f, 0x1160 },
	{ 0x17b4, 0x17b5 },   { 0x180b, 0x180f },   { 0x200b, 0x200f },
	{ 0x2028, 0x202e },   { 0x2060, 0x206f },   { 0x3164, 0x3164 },
	{ 0xfeff, 0xfeff },   { 0xffa0, 0xffa0 },   { 0xfff0, 0xfffb },
	{ 0x1bca0, 0x1bca3 }, { 0x1d173, 0x1d17a }, { 0xe0000, 0xe0fff },
};

/* Letters with accents, and the plain letter that each range folds to. */
static const struct {
	uint16_t first, last;
	char plain;
} accented[] = {
	{ 0x00c0, 0x00c5, 'a' }, { 0x00c7, 0x00c7, 'c' },
	{ 0x00c8, 0x00cb, 'e' }, { 0x00cc, 0x00cf, 'i' },
	{ 0x00d1, 0x00d1, 'n' }, { 0x00d2, 0x00d6, 'o' },
	{ 0x00d8, 0x00d8, 'o' }, { 0x00d9, 0x00dc, 'u' },
	{ 0x00dd, 0x00dd, 'y' }, { 0x00e0, 0x00e5, 'a' },
	{ 0x00e7, 0x00e7, 'c' }, { 0x00e8, 0x00eb, 'e' },
	{ 0x00ec, 0x00ef, 'i' }, { 0x00f1, 0x00f1, 'n' },
	{ 0x00f2, 0x00f6, 'o' }, { 0x00f8, 0x00f8, 'o' },
	{ 0x00f9, 0x00fc, 'u' }, { 0x00fd, 0x00fd, 'y' },
	{ 0x00ff, 0x00ff, 'y' }, { 0x0100, 0x0105, 'a' },
	{ 0x0106, 0x010d, 'c' }, { 0x010e, 0x0111, 'd' },
	{ 0x0112, 0x011b, 'e' }, { 0x011c, 0x0123, 'g' },
	{ 0x0124, 0x0127, 'h' }, { 0x0128, 0x0131, 'i' },
	{ 0x0134, 0x0135, 'j' }, { 0x0136, 0x0138, 'k' },
	{ 0x0139, 0x0142, 'l' }, { 0x0143, 0x0148, 'n' },
	{ 0x014c, 0x0151, 'o' }, { 0x0154, 0x0159, 'r' },
	{ 0x015a, 0x0161, 's' }, { 0x0162, 0x0167, 't' },
	{ 0x0168, 0x0173, 'u' }, { 0x0174, 0x0175, 'w' },
	{ 0x0176, 0x0178, 'y' }, { 0x0179, 0x017e, 'z' },
	{ 0x01a0, 0x01a1, 'o' }, { 0x01af, 0x01b0, 'u' },
	{ 0x0218, 0x0219, 's' }, { 0x021a, 0x021b, 't' },
	{ 0x1ea0, 0x1eb7, 'a' }, { 0x1eb8, 0x1ec7, 'e' },
	{ 0x1ec8, 0x1ecb, 'i' }, { 0x1ecc, 0x1ee3, 'o' },
	{ 0x1ee4, 0x1ef1, 'u' }, { 0x1ef2, 0x1ef9, 'y' },
};

/* The smallest character of a sequence of so many bytes; a smaller one in
 * such a sequence is overlong. */
static const uint32_t smallest[] = { 0, 0, 0x80, 0x800, 0x10000 };

size_t utf8_decode(const char *s, size_t n, uint32_t *cp)
{
	const unsigned char *u = (const unsigned char *)s;
	uint32_t c;
	size_t len;

	if (n == 0)
		return 0;
	if (u[0] < 0x80) {
		*cp = u[0];
		return 1;
	}
	if (u[0] < 0xc2 || u[0] > 0xf4)
		return 0;
	len = u[0] < 0xe0 ? 2 : u[0] < 0xf0 ? 3 : 4;
	if (n < len)
		return 0;
	c = u[0] & (0x7fU >> len);
	for (size_t i = 1; i < len; i++) {
		if ((u[i] & 0xc0) != 0x80)
			return 0;
		c = c << 6 | (u[i] & 0x3f);
	}
	if (c < smallest[len] || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
		return 0;
	*cp = c;
	return len;
}

static int in_ranges(const struct range *r, size_t n, uint32_t cp)
{
	for (size_t i = 0; i < n; i++) {
		if (cp < r[i].first)
			return 0;
		if (cp <= r[i].last)
			return 1;
	}
	return 0;
}

int utf8_width(uint32_t cp)
{
	if (cp < 0x300)
		return 1;
	if (in_ranges(zero_width, LEN(zero_width), cp))
		return 0;
	return in_ranges(double_width, LEN(double_width), cp) ? 2 : 1;
}

int utf8_visible(uint32_t cp)
{
	return !in_ranges(invisible, LEN(invisible), cp);
}

size_t utf8_columns(const char *s, size_t n)
{
	size_t columns = 0;

	while (n > 0) {
		uint32_t cp;
		size_t len = utf8_decode(s, n, &cp);

		columns += len == 0 ? 1 : (size_t)utf8_width(cp);
		len += len == 0;
		s += len;
		n -= len;
	}
	return columns;
}

uint32_t utf8_fold(uint32_t cp)
{
	if (cp >= 'A' && cp <= 'Z')
		return cp + ('a' - 'A');
	if (cp < 0xc0)
		return cp;
	if (cp >= 0x300 && cp <= 0x36f)
		return 0;
	for (size_t i = 0; i < LEN(accented); i++)
		if (cp >= accented[i].first && cp <= accented[i].last)
			return (unsigned char)accented[i].plain;
	return cp;
}
