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

/* Unicode 15: controls, separators of lines and paragraphs, format controls
 * such as the marks of interlinear annotation, noncharacters, and the
 * default-ignorable characters of DerivedCoreProperties.  Variation selectors
 * are not among them here: each belongs to the character before it. */
static const struct range invisible[] = {
	{ 0x0000, 0x001f },   { 0x007f, 0x009f },   { 0x00ad, 0x00ad },
	{ 0x034f, 0x034f },   { 0x061c, 0x061c },   { 0x115f, 0x1160 },
	{ 0x17b4, 0x17b5 },   { 0x180b, 0x180f },   { 0x200b, 0x200f },
	{ 0x2028, 0x202e },   { 0x2060, 0x206f },   { 0x3164, 0x3164 },
	{ 0xfdd0, 0xfdef },   { 0xfeff, 0xfeff },   { 0xffa0, 0xffa0 },
	{ 0xfff0, 0xfffb },   { 0x13430, 0x1343f }, { 0x1bca0, 0x1bca3 },
	{ 0x1d173, 0x1d17a }, { 0xe0000, 0xe0fff },
};

/* Letters with accents: the plain letter that each folds to, or "." for itself.
 * Tables, since a search folds all text there is. */
enum { LATIN = 0xc0, LATIN_END = 0x220, MORE = 0x1ea0, MORE_END = 0x1f00 };

static const char latin[] = "aaaaaa.ceeeeiiii.nooooo.ouuuuy.."  /* U+00C0 */
			    "aaaaaa.ceeeeiiii.nooooo.ouuuuy.y"  /* U+00E0 */
			    "aaaaaaccccccccddddeeeeeeeeeegggg"  /* U+0100 */
			    "gggghhhhiiiiiiiiii..jjkkklllllll"  /* U+0120 */
			    "lllnnnnnn...oooooo..rrrrrrssssss"  /* U+0140 */
			    "ssttttttuuuuuuuuuuuuwwyyyzzzzzz."  /* U+0160 */
			    "................................"  /* U+0180 */
			    "oo.............uu..............."  /* U+01A0 */
			    "................................"  /* U+01C0 */
			    "................................"  /* U+01E0 */
			    "........................sstt...."; /* U+0200 */

static const char more_latin[] =
	"aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"  /* U+1EA0 */
	"eeeeeeeeiiiioooooooooooooooooooo"  /* U+1EC0 */
	"oooouuuuuuuuuuuuuuyyyyyyyy......"; /* U+1EE0 */

_Static_assert(sizeof(latin) - 1 == LATIN_END - LATIN, "a letter each");
_Static_assert(sizeof(more_latin) - 1 == MORE_END - MORE, "a letter each");

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
	/* The last two of each plane are noncharacters. */
	return (cp & 0xfffe) != 0xfffe &&
	       !in_ranges(invisible, LEN(invisible), cp);
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
	char plain = '.';

	if (cp >= 'A' && cp <= 'Z')
		return cp + ('a' - 'A');
	if (cp >= 0x300 && cp <= 0x36f)
		return 0;
	if (cp >= LATIN && cp < LATIN_END)
		plain = latin[cp - LATIN];
	else if (cp >= MORE && cp < MORE_END)
		plain = more_latin[cp - MORE];
	return plain == '.' ? cp : (unsigned char)plain;
}
