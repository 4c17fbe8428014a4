/* clean.c - the payloads, and what of them must never come out. */
#include "clean.h"

#include <stdint.h>
#include <string.h>

#define PAYLOAD(name, bytes) { name, bytes, sizeof(bytes) - 1 }

const struct payload payloads[] = {
	PAYLOAD("SGR", "\033[41mR\033[5m"),
	PAYLOAD("CSI clear", "\033[2J\033[H"),
	PAYLOAD("OSC title", "\033]0;pwned\007"),
	PAYLOAD("OSC 8", "\033]8;;http://evil.example/\033\\x\033]8;;\033\\"),
	PAYLOAD("DCS", "\033P$q\"p\033\\"),
	PAYLOAD("APC", "\033_x\033\\"),
	PAYLOAD("charset", "\033(0qqq\016\017"),
	PAYLOAD("8-bit CSI", "a\2332J"),
	PAYLOAD("U+009B", "a\302\2332J"),
	PAYLOAD("U+009D", "a\302\2350;t\302\234"),
	PAYLOAD("U+0085", "a\302\205b"),
	PAYLOAD("BEL BS DEL ENQ", "a\007\b\b\177\005"),
	PAYLOAD("CR", "abc\rd"),
	PAYLOAD("FF VT", "a\fb\vc"),
	PAYLOAD("NUL", "a\0b"),
	PAYLOAD("bidi embedding", "\342\200\252a\342\200\256gpj\342\200\254"),
	PAYLOAD("bidi isolate", "\342\201\246x\342\201\251\342\201\247"),
	PAYLOAD("LRM RLM ALM", "\342\200\216\342\200\217\330\234"),
	PAYLOAD("zero width", "a\342\200\213b\342\200\215c\342\201\240"),
	PAYLOAD("BOM", "\357\273\277a"),
	PAYLOAD("soft hyphen", "a\302\255b"),
	PAYLOAD("U+2028 U+2029", "a\342\200\250b\342\200\251c"),
	PAYLOAD("tags", "\363\240\200\201\363\240\201\201\363\240\201\277"),
	PAYLOAD("annotation", "\357\277\271a\357\277\272b\357\277\273"),
	PAYLOAD("fillers", "\343\205\244\357\276\240\341\205\237\315\217"),
	PAYLOAD("invalid", "\377\376\200\301\277"),
	PAYLOAD("cut", "a\342\202"),
	PAYLOAD("overlong", "\300\233\340\200\233\360\200\200\233"),
	PAYLOAD("surrogates", "\355\240\200\355\262\200"),
	PAYLOAD("above Unicode", "\364\220\200\200"),
	PAYLOAD("noncharacters", "\357\277\277 \357\267\220 \363\277\277\276"),
	PAYLOAD("joiners", "\360\223\220\260\360\223\220\277"),
	PAYLOAD("written", "\\u001b[31m\\x1b[2J\\033[H%1B[0m&#27;[1m^[[1m"),
};
const size_t payload_count = LEN(payloads);

const char *all_payloads(void)
{
	static char all[1024];
	size_t used = 0;

	for (size_t i = 0; used == 0 || i < payload_count; i++) {
		if (memchr(payloads[i].bytes, '\0', payloads[i].n) != NULL)
			continue;
		assert_in_range(used + payloads[i].n, 0, sizeof(all) - 2);
		memcpy(all + used, payloads[i].bytes, payloads[i].n);
		used += payloads[i].n;
		all[used++] = ' ';
	}
	all[used - 1] = '\0';
	return all;
}

/* A character by the shortest form of UTF-8; its length, 0 if it is none. */
static size_t character(const unsigned char *s, size_t n, uint32_t *cp)
{
	size_t len = s[0] < 0x80 ? 1 : s[0] >> 5 == 6 ? 2 : s[0] >> 4 == 14 ? 3
	             : s[0] >> 3 == 30 ? 4 : 0;
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };

	if (len == 0 || len > n)
		return 0;
	*cp = len == 1 ? s[0] : s[0] & (0xffU >> (len + 1));
	for (size_t i = 1; i < len; i++) {
		if (s[i] >> 6 != 2)
			return 0;
		*cp = *cp << 6 | (s[i] & 63U);
	}
	return *cp < least[len] || *cp >> 11 == 0x1b || *cp > 0x10ffff ? 0
	                                                               : len;
}

/* What is beyond ASCII and neither controls nor hides: the general categories
 * Cc, Zl and Zp, Cf but for the marks before numbers that can be seen,
 * default-ignorable characters, noncharacters. */
static int is_seen(uint32_t cp)
{
	static const uint32_t hidden[][2] = {
		{ 0x80, 0x9f },       { 0xad, 0xad },
		{ 0x34f, 0x34f },     { 0x61c, 0x61c },
		{ 0x115f, 0x1160 },
		{ 0x17b4, 0x17b5 },   { 0x180b, 0x180f },
		{ 0x200b, 0x200f },   { 0x2028, 0x202e },
		{ 0x2060, 0x206f },   { 0x3164, 0x3164 },
		{ 0xfeff, 0xfeff },   { 0xffa0, 0xffa0 },
		{ 0xfff0, 0xfffb },   { 0x13430, 0x1343f },
		{ 0x1bca0, 0x1bca3 }, { 0x1d173, 0x1d17a },
		{ 0xe0000, 0xe0fff },
	};

	if ((cp & 0xfffe) == 0xfffe || (cp >= 0xfdd0 && cp <= 0xfdef))
		return 0;
	for (size_t i = 0; i < LEN(hidden); i++)
		if (cp >= hidden[i][0] && cp <= hidden[i][1])
			return 0;
	return 1;
}

/* The length of a mark of the program's own: the colours and addresses that
 * the manual names; 0 if it is none. */
static size_t own_mark(const char *s, size_t n)
{
	static const char *const marks[] = {
		"\033[0m", "\033[1m", "\033]8;;\033\\",
	};
	static const char *const numbers[] = { "29", "63",  "98",
		                               "131", "163", "243" };
	static const char *const sites[] = { "https://www.rfc-editor.org/",
		                             "https://www.iana.org/" };
	size_t i = 2;

	for (size_t k = 0; k < LEN(marks); k++)
		if (strncmp(s, marks[k], strlen(marks[k])) == 0)
			return strlen(marks[k]);
	if (strncmp(s, "\033[1;", 4) == 0)
		i = 4;
	for (size_t k = 0; s[1] == '[' && k < LEN(numbers); k++) {
		size_t len = strlen(numbers[k]);

		if (strncmp(s + i, "38;5;", 5) == 0 &&
		    strncmp(s + i + 5, numbers[k], len) == 0 &&
		    s[i + 5 + len] == 'm')
			return i + 6 + len;
	}
	if (strncmp(s, "\033]8;", 4) != 0)
		return 0;
	i = 4 + strspn(s + 4, "id=0123456789");
	for (size_t k = 0; s[i] == ';' && k < LEN(sites); k++) {
		size_t end = i + 1 + strcspn(s + i + 1, "\033\n\t \007;");

		if (strncmp(s + i + 1, sites[k], strlen(sites[k])) == 0 &&
		    end + 1 < n && s[end] == '\033' && s[end + 1] == '\\')
			return end + 2;
	}
	return 0;
}

const char *unclean(const char *s, size_t n, int may)
{
	while (n > 0) {
		uint32_t cp = 0;
		size_t len = character((const unsigned char *)s, n, &cp);
		int seen = cp == '\n' || (cp >= ' ' && cp < 0x7f) ||
		           (cp == '\t' && may & CLEAN_TABS) ||
		           (cp == '\0' && may & CLEAN_NULS) ||
		           (cp >= 0x80 && may & CLEAN_UTF8 && is_seen(cp));

		if (len == 1 && *s == '\033' && may & CLEAN_MARKS) {
			len = own_mark(s, n);
			seen = 1;
		}
		if (len == 0 || !seen)
			return s;
		s += len;
		n -= len;
	}
	return NULL;
}

static void say_unclean(const char *call, const char *payload,
                        const char *stream, const char *from, const char *s,
                        const char *end)
{
	const char *begin = s - from > 40 ? s - 40 : from;

	print_error("%s\n  %s of '%s' at byte %zu:", stream, payload, call,
	            (size_t)(s - from));
	for (; begin < end && begin < s + 12; begin++)
		print_error(*begin >= ' ' && *begin < 0x7f ? "%c" : "<%02x>",
		            (unsigned char)*begin);
	print_error("\n");
}

void see_clean(const char *call, const char *payload, const char *out,
               size_t out_len, const char *err, size_t err_len, int may,
               size_t *bad)
{
	const char *s = unclean(out, out_len, may);

	if (s != NULL)
		say_unclean(call, payload, "stdout", out, s, out + out_len);
	*bad += s != NULL;
	s = unclean(err, err_len, CLEAN_TEXT);
	if (s != NULL)
		say_unclean(call, payload, "stderr", err, s, err + err_len);
	*bad += s != NULL;
}
