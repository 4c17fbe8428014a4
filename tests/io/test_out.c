/* test_out.c - what leaves the program, and what never does. */
#include "harness.h"

#include <string.h>

#include "utf8.h"

/* Written as text from outside, on a stream of UTF-8 or of ASCII. */
static void escaped(const char *s, size_t n, int utf8, const char *want)
{
	struct sheet sheet;

	sheet_open(&sheet, utf8, 0);
	out_escaped(&sheet.o, s, n);
	assert_string_equal(sheet_text(&sheet), want);
	sheet_close(&sheet);
}

static void control_bytes_come_out_as_hex(void **state)
{
	(void)state;
	for (int c = 0; c < 0x100; c++) {
		static const char hex[] = "0123456789abcdef";
		char s = (char)c;
		char plain[] = { s, '\0' };
		char want[] = { '\\', 'x', hex[c >> 4], hex[c & 15], '\0' };
		int printable = c >= 0x20 && c < 0x7f;

		/* Bytes above 7f alone are not UTF-8. */
		escaped(&s, 1, 1, printable ? plain : want);
		escaped(&s, 1, 0, printable ? plain : want);
	}
}

static void a_terminal_is_not_spoken_to_by_what_was_typed(void **state)
{
	static const struct {
		const char *s, *want;
	} texts[] = {
		{ "\033[31mred", "\\x1b[31mred" },
		{ "\033]0;title\a", "\\x1b]0;title\\x07" },
		{ "\302\23331m", "\\xc2\\x9b31m" },          /* C1 CSI */
		{ "\302\205", "\\xc2\\x85" },                /* NEL */
		{ "a\r\nb\tc", "a\\x0d\\x0ab\\x09c" },
		{ "\177", "\\x7f" },
		{ "\303(", "\\xc3(" },                       /* ill-formed */
		{ "\355\240\200", "\\xed\\xa0\\x80" },       /* a surrogate */
	};

	(void)state;
	for (size_t i = 0; i < LEN(texts); i++) {
		size_t n = strlen(texts[i].s);

		escaped(texts[i].s, n, 1, texts[i].want);
		escaped(texts[i].s, n, 0, texts[i].want);
	}
}

static void characters_that_turn_or_hide_text_come_out_as_hex(void **state)
{
	/* Unicode 15: Bidi_Control, and others that nobody sees. */
	static const uint32_t hidden[] = {
		0x061c, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029,
		0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068,
		0x2069, 0xfeff, 0x00ad, 0x034f, 0x115f, 0x1160, 0x180e, 0x2060,
		0x2061, 0x2064, 0x206a, 0x206f, 0x3164, 0xffa0, 0xfff9, 0xfffb,
	};

	(void)state;
	for (size_t i = 0; i < LEN(hidden); i++) {
		uint32_t cp = hidden[i];
		char s[] = { (char)(0xe0 | cp >> 12),
			     (char)(0x80 | (cp >> 6 & 0x3f)),
			     (char)(0x80 | (cp & 0x3f)), '\0' };
		struct sheet sheet;
		const char *from = s;

		if (cp < 0x800) {
			s[1] = (char)(0xc0 | cp >> 6);
			from = s + 1;
		}
		sheet_open(&sheet, 1, 0);
		out_escaped(&sheet.o, from, strlen(from));
		if (strspn(sheet_text(&sheet), "\\x0123456789abcdef") !=
		    strlen(sheet.text))
			fail_msg("U+%04X gets through", cp);
		sheet_close(&sheet);
	}
}

static void letters_get_through_where_the_stream_is_utf8(void **state)
{
	(void)state;
	escaped("m\303\241y 421", 8, 1, "m\303\241y 421");
	escaped("m\303\241y 421", 8, 0, "m\\xc3\\xa1y 421");
	escaped("\360\237\230\200", 4, 1, "\360\237\230\200");
	escaped("a\0b", 3, 1, "a\\x00b");
	escaped("", 0, 1, "");
}

static void glyphs_have_an_ascii_form(void **state)
{
	struct sheet sheet;

	(void)state;
	for (int utf8 = 0; utf8 <= 1; utf8++) {
		sheet_open(&sheet, utf8, 0);
		for (int g = 0; g < GLYPHS; g++)
			out_glyph(&sheet.o, (enum glyph)g, 2);
		sheet_text(&sheet);
		if (!utf8)
			assert_string_equal(sheet.text, "**--||##<<>>");
		assert_int_equal(utf8_columns(sheet.text, sheet.len),
		                 2 * GLYPHS);
		assert_int_equal(sheet.len, 2 * GLYPHS * (utf8 ? 3 : 1));
		sheet_close(&sheet);
	}
}

static void no_escape_sequence_comes_out_without_colour(void **state)
{
	struct sheet sheet;

	(void)state;
	sheet_open(&sheet, 1, 0);
	for (int s = 0; s < STYLES; s++)
		out_style(&sheet.o, (enum style)s);
	assert_string_equal(sheet_text(&sheet), "");
	sheet.o.color = COLOR_PALETTE;
	for (int s = 0; s < STYLES; s++)
		out_style(&sheet.o, (enum style)s);
	/* There was nothing that the first of them could end. */
	assert_int_equal(times(sheet_text(&sheet), "\033["), STYLES - 1);
	sheet_close(&sheet);
}

static void without_the_palette_there_is_bold_alone(void **state)
{
	struct sheet sheet;

	(void)state;
	for (int s = 0; s < STYLES; s++) {
		int shown = s == STYLE_BOLD || s >= STYLE_4XX;

		sheet_open(&sheet, 1, 0);
		sheet.o.color = COLOR_BOLD;
		out_style(&sheet.o, (enum style)s);
		out_char(&sheet.o, 'x');
		out_style(&sheet.o, STYLE_PLAIN);
		assert_string_equal(sheet_text(&sheet),
		                    shown ? "\033[1mx\033[0m" : "x");
		sheet_close(&sheet);
	}
}

/* Longer than the buffer in parts and as a whole: nothing is lost. */
static void more_than_the_buffer_holds_comes_out_in_order(void **state)
{
	static char part[701], want[1 << 16];
	struct sheet sheet;
	size_t n = 0;

	(void)state;
	sheet_open(&sheet, 0, 0);
	for (size_t i = 0; i < 80; i++) {
		memset(part, (int)('a' + i % 26), 700);
		out_bytes(&sheet.o, part, 700);
		out_number(&sheet.o, i);
		out_char(&sheet.o, '\n');
		memcpy(want + n, part, 700);
		n += 700;
		if (i >= 10)
			want[n++] = (char)('0' + i / 10);
		want[n++] = (char)('0' + i % 10);
		want[n++] = '\n';
	}
	sheet_text(&sheet);
	assert_int_equal(sheet.len, n);
	assert_memory_equal(sheet.text, want, n);
	sheet_close(&sheet);
}

static void a_text_longer_than_the_buffer_comes_out_whole(void **state)
{
	static char text[sizeof(((struct out *)0)->buffer) + 64];
	struct sheet sheet;

	(void)state;
	memset(text, 'a', sizeof(text));
	sheet_open(&sheet, 0, 0);
	out_str(&sheet.o, "421 ");
	out_bytes(&sheet.o, text, sizeof(text));
	out_str(&sheet.o, " 486");
	assert_int_equal(strncmp(sheet_text(&sheet), "421 aaa", 7), 0);
	assert_string_equal(sheet.text + sheet.len - 7, "aaa 486");
	assert_int_equal(sheet.len, sizeof(text) + 8);
	sheet_close(&sheet);
}

static void a_failed_write_is_kept_and_the_rest_is_mute(void **state)
{
	struct out o;

	(void)state;
	out_open(&o, -1);
	out_str(&o, "421");
	assert_int_equal(o.error, 0);
	out_flush(&o);
	assert_int_not_equal(o.error, 0);
	out_str(&o, "422");
	out_flush(&o);
	assert_int_equal(o.used, 0);
}

/* Nothing is written before there is no more room. */
static void a_full_buffer_waits_for_one_byte_more(void **state)
{
	static char text[sizeof(((struct out *)0)->buffer) + 1];
	struct out o;

	(void)state;
	memset(text, 'a', sizeof(text));
	for (int way = 0; way < 3; way++) {
		out_open(&o, -1);
		out_bytes(&o, text, sizeof(text) - 2);
		if (way < 2)
			out_char(&o, 'b');
		else
			out_bytes(&o, "b", 1);
		out_bytes(&o, text, 0);
		assert_int_equal(o.error, 0);
		assert_int_equal(o.used, sizeof(o.buffer));
		if (way == 0)
			out_char(&o, 'c');
		else
			out_bytes(&o, "c", 1);
		assert_int_not_equal(o.error, 0);
		assert_int_equal(o.used, 1);
		assert_int_equal(o.buffer[0], 'c');
	}
	/* As much as the buffer holds is kept, more is not. */
	out_open(&o, -1);
	out_char(&o, 'x');
	out_bytes(&o, text, sizeof(text) - 1);
	assert_int_equal(o.used, sizeof(o.buffer));
	out_bytes(&o, text, sizeof(text));
	assert_int_equal(o.used, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(control_bytes_come_out_as_hex),
		TEST(a_terminal_is_not_spoken_to_by_what_was_typed),
		TEST(characters_that_turn_or_hide_text_come_out_as_hex),
		TEST(letters_get_through_where_the_stream_is_utf8),
		TEST(glyphs_have_an_ascii_form),
		TEST(no_escape_sequence_comes_out_without_colour),
		TEST(without_the_palette_there_is_bold_alone),
		TEST(more_than_the_buffer_holds_comes_out_in_order),
		TEST(a_text_longer_than_the_buffer_comes_out_whole),
		TEST(a_failed_write_is_kept_and_the_rest_is_mute),
		TEST(a_full_buffer_waits_for_one_byte_more),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
