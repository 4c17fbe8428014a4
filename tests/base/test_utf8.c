/* test_utf8.c - decoding, width and folding of characters. */
#include "harness.h"

#include <string.h>

#include "utf8.h"

/* The other way round, as RFC 3629 section 3 has it. */
static size_t encode(uint32_t cp, char *s)
{
	if (cp < 0x80) {
		s[0] = (char)cp;
		return 1;
	}
	if (cp < 0x800) {
		s[0] = (char)(0xc0 | cp >> 6);
		s[1] = (char)(0x80 | (cp & 0x3f));
		return 2;
	}
	if (cp < 0x10000) {
		s[0] = (char)(0xe0 | cp >> 12);
		s[1] = (char)(0x80 | (cp >> 6 & 0x3f));
		s[2] = (char)(0x80 | (cp & 0x3f));
		return 3;
	}
	s[0] = (char)(0xf0 | cp >> 18);
	s[1] = (char)(0x80 | (cp >> 12 & 0x3f));
	s[2] = (char)(0x80 | (cp >> 6 & 0x3f));
	s[3] = (char)(0x80 | (cp & 0x3f));
	return 4;
}

static void every_character_is_decoded_as_it_was_encoded(void **state)
{
	(void)state;
	for (uint32_t cp = 0; cp <= 0x10ffff; cp++) {
		char s[4];
		size_t n = encode(cp, s);
		uint32_t got = 0;
		int surrogate = cp >= 0xd800 && cp <= 0xdfff;

		if (utf8_decode(s, n, &got) != (surrogate ? 0 : n) ||
		    (!surrogate && got != cp))
			fail_msg("U+%04X is decoded as U+%04X", cp, got);
	}
}

static void a_character_that_is_cut_short_is_refused(void **state)
{
	static const uint32_t cps[] = { 0xe9, 0x2022, 0x1f600 };
	uint32_t got;
	char s[4];

	(void)state;
	for (size_t i = 0; i < LEN(cps); i++)
		for (size_t n = encode(cps[i], s) - 1; n > 0; n--)
			assert_int_equal(utf8_decode(s, n, &got), 0);
	assert_int_equal(utf8_decode("a", 0, &got), 0);
}

static void ill_formed_bytes_are_refused(void **state)
{
	static const char bad[][5] = {
		"\x80",             /* a continuation alone */
		"\xc0\x80",         /* overlong NUL */
		"\xc1\xbf",         /* overlong DEL */
		"\xe0\x9f\xbf",     /* overlong U+07FF */
		"\xf0\x8f\xbf\xbf", /* overlong U+FFFF */
		"\xed\xa0\x80",     /* a surrogate */
		"\xf4\x90\x80\x80", /* above U+10FFFF */
		"\xf5\x80\x80\x80", "\xff",
		"\xc3\x28",         /* no continuation behind the first byte */
		"\xe2\x28\xa1", "\xe2\x82\x28",
	};
	uint32_t got;

	(void)state;
	for (size_t i = 0; i < LEN(bad); i++)
		assert_int_equal(utf8_decode(bad[i], strlen(bad[i]), &got), 0);
}

static void columns_count_characters_and_not_bytes(void **state)
{
	static const struct {
		const char *s;
		size_t columns;
	} texts[] = {
		{ "", 0 },
		{ "421", 3 },
		{ "\302\247", 1 },
		{ "m\303\241y b\341\272\255n", 7 },
		{ "e\314\201", 1 },             /* a combining accent */
		{ "\346\227\245\346\234\254", 4 }, /* wide: nihon */
		{ "\357\274\241", 2 },          /* fullwidth A */
		{ "\360\237\230\200", 2 },      /* an emoji */
		{ "a\xff" "b", 3 },             /* what is not UTF-8 */
		{ "\342\200\213", 0 },          /* zero width space */
	};

	(void)state;
	for (size_t i = 0; i < LEN(texts); i++)
		assert_int_equal(utf8_columns(texts[i].s, strlen(texts[i].s)),
		                 texts[i].columns);
}

static void every_vietnamese_letter_folds_to_a_plain_one(void **state)
{
	static const struct {
		const char *letters;
		char plain;
	} rows[] = {
		{ "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ"
		  "aàáảãạăằắẳẵặâầấẩẫậ", 'a' },
		{ "DĐdđ", 'd' },
		{ "EÈÉẺẼẸÊỀẾỂỄỆeèéẻẽẹêềếểễệ", 'e' },
		{ "IÌÍỈĨỊiìíỉĩị", 'i' },
		{ "OÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢ"
		  "oòóỏõọôồốổỗộơờớởỡợ", 'o' },
		{ "UÙÚỦŨỤƯỪỨỬỮỰuùúủũụưừứửữự", 'u' },
		{ "YỲÝỶỸỴyỳýỷỹỵ", 'y' },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		const char *s = rows[i].letters;
		size_t left = strlen(s), n;
		uint32_t cp;

		for (; left > 0; s += n, left -= n) {
			n = utf8_decode(s, left, &cp);
			assert_true(n > 0);
			assert_int_equal(utf8_fold(cp), rows[i].plain);
		}
	}
}

static void accents_of_other_latin_letters_fold_away(void **state)
{
	static const struct {
		uint32_t cp, plain;
	} letters[] = {
		{ 0xc7, 'c' },  { 0xe7, 'c' },  { 0xd1, 'n' },  { 0xf6, 'o' },
		{ 0xfc, 'u' },  { 0xe5, 'a' },  { 0x159, 'r' }, { 0x161, 's' },
		{ 0x160, 's' }, { 0x17e, 'z' }, { 0x142, 'l' }, { 0x11f, 'g' },
	};

	(void)state;
	for (size_t i = 0; i < LEN(letters); i++)
		if (utf8_fold(letters[i].cp) != letters[i].plain)
			fail_msg("U+%04X folds to U+%04X", letters[i].cp,
			         utf8_fold(letters[i].cp));
}

static void letters_of_no_accent_fold_to_themselves(void **state)
{
	(void)state;
	for (uint32_t cp = 1; cp < 0x80; cp++)
		if (cp < 'A' || cp > 'Z')
			assert_int_equal(utf8_fold(cp), cp);
	for (uint32_t cp = 'A'; cp <= 'Z'; cp++)
		assert_int_equal(utf8_fold(cp), cp + 32);
	assert_int_equal(utf8_fold(0xd7), 0xd7);     /* times */
	assert_int_equal(utf8_fold(0xf7), 0xf7);     /* divided by */
	assert_int_equal(utf8_fold(0x65e5), 0x65e5); /* a CJK character */
}

static void combining_marks_fold_to_nothing(void **state)
{
	(void)state;
	for (uint32_t cp = 0x300; cp <= 0x36f; cp++)
		assert_int_equal(utf8_fold(cp), 0);
}

/* East Asian Width of Unicode 15: W. */
static void pictures_of_traffic_are_wide_but_not_all(void **state)
{
	(void)state;
	assert_int_equal(utf8_width(0x1f680), 2); /* a rocket */
	assert_int_equal(utf8_width(0x1f6a8), 2);
	assert_int_equal(utf8_width(0x1f6fc), 2);
	assert_int_equal(utf8_width(0x1f6c6), 1);
	assert_int_equal(utf8_width(0x1f6f3), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_character_is_decoded_as_it_was_encoded),
		TEST(a_character_that_is_cut_short_is_refused),
		TEST(ill_formed_bytes_are_refused),
		TEST(columns_count_characters_and_not_bytes),
		TEST(every_vietnamese_letter_folds_to_a_plain_one),
		TEST(accents_of_other_latin_letters_fold_away),
		TEST(letters_of_no_accent_fold_to_themselves),
		TEST(combining_marks_fold_to_nothing),
		TEST(pictures_of_traffic_are_wide_but_not_all),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
