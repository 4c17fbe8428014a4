/* kind.c - tells encodings, compressed files and captures by their marks. */
#include "input/kind.h"

#include <string.h>

#include "len.h"

static const struct kind_text texts[] = {
	[KIND_TEXT] = { "text", "", "", "" },
#define ICONV(from)                                                            \
	"iconv -f " from " -t UTF-8", " ", "iconv -f " from " -t UTF-8"
	[KIND_UTF16] = { "text in UTF-16", ICONV("UTF-16") },
	[KIND_UTF16LE] = { "text in UTF-16", ICONV("UTF-16LE") },
	[KIND_UTF16BE] = { "text in UTF-16", ICONV("UTF-16BE") },
	[KIND_UTF32] = { "text in UTF-32", ICONV("UTF-32") },
	[KIND_UTF32LE] = { "text in UTF-32", ICONV("UTF-32LE") },
	[KIND_UTF32BE] = { "text in UTF-32", ICONV("UTF-32BE") },
#undef ICONV
	/* These ask for an ending of the name, but not of standard input. */
	[KIND_GZIP] = { "compressed by gzip", "zcat", " <", "zcat" },
	[KIND_XZ] = { "compressed by xz", "xzcat", " <", "xzcat" },
	[KIND_ZSTD] = { "compressed by zstd", "zstdcat", " <", "zstdcat" },
	[KIND_BZIP2] = { "compressed by bzip2", "bzcat", " <", "bzcat" },
	[KIND_LZ4] = { "compressed by lz4", "lz4cat", " <", "lz4cat" },
	[KIND_ZIP] = { "a zip archive", "unzip -p", " ", "funzip" },
	[KIND_PCAP] = { "a capture (pcap)", "", "", "" },
	[KIND_PCAPNG] = { "a capture (pcapng)", "", "", "" },
	[KIND_SNOOP] = { "a capture (snoop)", "", "", "" },
};
_Static_assert(LEN(texts) == KINDS, "a kind without a text");

/* A full stop stands for any byte. */
static const struct mark {
	enum kind kind;
	unsigned char n;
	char s[12];
} marks[] = {
#define MARK(kind, s)                                                          \
	{                                                                      \
		kind, sizeof(s) - 1, s                                         \
	}
	MARK(KIND_UTF32, "\377\376\0\0"),
	MARK(KIND_UTF32, "\0\0\376\377"),
	MARK(KIND_GZIP, "\037\213\b"),
	MARK(KIND_XZ, "\3757zXZ\0"),
	MARK(KIND_ZSTD, "\050\265\057\375"),
	MARK(KIND_BZIP2, "BZh.1AY&SY"),
	MARK(KIND_LZ4, "\004\"M\030"),
	MARK(KIND_ZIP, "PK\3\4"),
	MARK(KIND_PCAP, "\324\303\262\241"),
	MARK(KIND_PCAP, "\241\262\303\324"),
	/* With nanoseconds. */
	MARK(KIND_PCAP, "\115\074\262\241"),
	MARK(KIND_PCAP, "\241\262\074\115"),
	/* The length of the first block stands before the byte order. */
	MARK(KIND_PCAPNG, "\n\r\r\n....\115\074\053\032"),
	MARK(KIND_PCAPNG, "\n\r\r\n....\032\053\074\115"),
	MARK(KIND_SNOOP, "snoop\0\0\0"),
#undef MARK
};

/* Text in units of so many bytes, whose ASCII characters have their one byte
 * that is not NUL at a place. */
static const struct units {
	enum kind kind;
	size_t bytes, at;
} units[] = {
	{ KIND_UTF16LE, 2, 0 },
	{ KIND_UTF16BE, 2, 1 },
	{ KIND_UTF32LE, 4, 0 },
	{ KIND_UTF32BE, 4, 3 },
};

enum { UNITS_SEEN = 8, MARKED_SEEN = 32 };

/* Whether the input is of a kind; UNSURE: as far as its bytes go. */
enum fit { NOT, UNSURE, SURE };

static enum fit fits_mark(const struct mark *m, const char *s, size_t n)
{
	for (size_t i = 0; i < m->n && i < n; i++)
		if (s[i] != m->s[i] && m->s[i] != '.')
			return NOT;
	return n < m->n ? UNSURE : SURE;
}

static int is_text(char c)
{
	return (c >= ' ' && c < 0x7f) || c == '\t' || c == '\r' || c == '\n';
}

static enum fit fits_units(const struct units *u, const char *s, size_t n)
{
	for (size_t i = 0; i < UNITS_SEEN && i < n; i++)
		if (i % u->bytes == u->at ? !is_text(s[i]) : s[i] != '\0')
			return NOT;
	return n < UNITS_SEEN ? UNSURE : SURE;
}

/* A mark of the byte order alone could be any two bytes of a log: one that is
 * in UTF-16 has a NUL in its first line, too. */
static enum fit fits_utf16(const char *s, size_t n)
{
	if (n == 0)
		return UNSURE;
	if (s[0] != '\377' && s[0] != '\376')
		return NOT;
	if (n > 1 && s[1] != (s[0] == '\377' ? '\376' : '\377'))
		return NOT;
	for (size_t i = 2; i < n && i < MARKED_SEEN; i++) {
		if (s[i] == '\0')
			return SURE;
		if (s[i] == '\n' && i > 2)
			return NOT;
	}
	return n < MARKED_SEEN ? UNSURE : NOT;
}

/* The first kind that the bytes are of or, if one is unsure, may be of. */
static enum fit find_kind(const char *s, size_t n, int all, enum kind *kind)
{
	enum fit fit;

	for (size_t i = 0; i < LEN(marks); i++) {
		*kind = marks[i].kind;
		fit = fits_mark(&marks[i], s, n);
		if (fit == SURE || (fit == UNSURE && !all))
			return fit;
	}
	*kind = KIND_UTF16;
	fit = fits_utf16(s, n);
	if (fit == SURE || (fit == UNSURE && !all))
		return fit;
	for (size_t i = 0; i < LEN(units); i++) {
		*kind = units[i].kind;
		fit = fits_units(&units[i], s, n);
		if (fit == SURE || (fit == UNSURE && !all))
			return fit;
	}
	return NOT;
}

int kind_read(const char *s, size_t n, int all, enum kind *kind)
{
	enum fit fit = find_kind(s, n, all, kind);

	if (fit == NOT)
		*kind = KIND_TEXT;
	return fit != UNSURE;
}

const struct kind_text *kind_text(enum kind kind)
{
	return &texts[kind];
}

int kind_is_capture(enum kind kind)
{
	return kind == KIND_PCAP || kind == KIND_PCAPNG || kind == KIND_SNOOP;
}
