/* test_meanings.c - annotate says the most that is known of a phrase, also as
 * a member of an object. */
#include "bytes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sipcode.h>

#include "io/log.h"
#include "jsonread.h"

#define BUSY "SIP/2.0 486 Busy Here"
#define LIMIT "SIP/2.0 480 Temporarily Unavailable (Call limit)"
#define LEG "SIP/2.0 481 Call leg/transaction does not exist"

static void a_phrase_that_is_known_is_told_with_its_product(void **state)
{
	static const struct {
		const char *line, *meaning;
	} lines[] = {
		{ LIMIT, "480 Temporarily Unavailable: Asterisk chan_sip: The "
		  "peer has reached its call-limit.*" },
		/* Several products: none of them is the one. */
		{ LEG, "481 Call/Transaction Does Not Exist: Depends. *"
		  " (phrase of Asterisk chan_sip, *, Sippy B2BUA)" },
		{ "SIP/2.0 400 Invalid Request", "400 Bad Request: Fault. * "
		  "(answers a REGISTER with a wrong*)" },
		/* Nothing is known of these: the verdict. */
		{ BUSY, "486 Busy Here: Normal. *" },
		{ "SIP/2.0 486 busy HERE", "486 Busy Here: Normal. *" },
		{ "SIP/2.0 486 Our own words", "486 Busy Here: Normal. *" },
		{ "SIP/2.0 486", "486 Busy Here: Normal. *" },
		{ "SIP/2.0 498 x", "498 is not a registered SIP code*" },
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(lines); i++) {
		char line[256], want[1024];

		snprintf(line, sizeof(line), "%s\n", lines[i].line);
		snprintf(want, sizeof(want), "%s  # %s\n", lines[i].line,
		         lines[i].meaning);
		RUN_TEXT(&r, line, "annotate");
		assert_run(&r, 0, want, "");
		if (i >= 3 && i < 7)
			assert_lacks(r.out, "phrase of");
	}
	run_free(&r);
}

/* "SIP/2.0 480 PHRASE" of a sighting; what its stars stand for is an x. */
static void add_sighted(struct bytes *b, const struct sipcode_row *row)
{
	const char *s = sipcode_text(row, SIPCODE_F_PHRASE, 0);
	char code[32] = "SIP/2.0 480 ";

	if (sipcode_len(row, SIPCODE_F_CODE) > 0)
		snprintf(code, sizeof(code), "SIP/2.0 %lu ",
		         sipcode_number(sipcode_link(row, SIPCODE_F_CODE, 0),
		                        SIPCODE_F_CODE, 0));
	bytes_str(b, code);
	for (; *s != '\0'; s++)
		bytes_add(b, *s == '*' ? "x" : s, 1);
	bytes_str(b, "\n");
}

struct looking {
	size_t i, named;
};

static void look_for_product(const char *s, size_t n, void *with)
{
	struct looking *l = with;
	const struct sipcode_row *row =
		sipcode_row(0, SIPCODE_SIGHTINGS, l->i++);
	char line[2048];

	assert_in_range(n, 1, sizeof(line) - 1);
	memcpy(line, s, n);
	line[n] = '\0';
	if (strstr(line, sipcode_text(row, SIPCODE_F_PRODUCT, 0)) != NULL)
		l->named++;
	else
		print_error("%s\n", line);
}

/* More than are remembered at a time, and then all of them again. */
static void every_sighting_is_told_however_many_there_are(void **state)
{
	const struct sipcode_row *row;
	struct looking l = { 0, 0 };
	struct bytes b = { 0 };
	struct run r = { 0 };
	size_t n;

	(void)state;
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_SIGHTINGS, i)); i++)
		add_sighted(&b, row);
	n = b.n;
	RUN_BYTES(&r, b.s, b.n, "annotate");
	assert_run(&r, 0, "*", "");
	each_line(r.out, look_for_product, &l);
	assert_int_equal(l.i, sipcode_rows(SIPCODE_SIGHTINGS));
	assert_int_equal(l.named, l.i);
	for (int again = 0; again < 2; again++) {
		char *copy = exactly(b.s, n);

		bytes_add(&b, copy, n);
		free(copy);
	}
	n = r.out_len;
	RUN_BYTES(&r, b.s, b.n, "annotate");
	assert_int_equal(r.out_len, 3 * n);
	assert_memory_equal(r.out, r.out + n, n);
	assert_memory_equal(r.out, r.out + 2 * n, n);
	bytes_free(&b);
	run_free(&r);
}

/* A log in which no two phrases are the same. */
static void too_many_phrases_are_told_by_their_codes(void **state)
{
	struct bytes b = { 0 };
	struct run r = { 0 };

	(void)state;
	for (unsigned i = 0; i < 12000; i++) {
		char line[64];

		snprintf(line, sizeof(line), "SIP/2.0 403 %u\n", i);
		bytes_str(&b, line);
	}
	RUN_BYTES(&r, b.s, b.n, "annotate");
	assert_run(&r, 0, "*", "");
	assert_int_equal(times(r.out, "  # 403 Forbidden: Fault. "), 12000);
	bytes_free(&b);
	run_free(&r);
}

#define MEMBER ",\"sipcode\":{\"code\":486,\"phrase\":\"Busy Here\"," \
	"\"meaning\":\"Normal. Busy, or the call was rejected. Try again " \
	"later.\"}"
#define REFUSED "sipcode: a line that is not one JSON object, or has a " \
	"member 'sipcode', gets no meaning: '"

static void an_object_gets_its_meaning_as_the_last_member(void **state)
{
	static const struct {
		const char *front, *back; /* of the object */
	} lines[] = {
		{ "{\"m\":\"" BUSY "\"", "}\n" },
		{ " {\"a\":[{}], \"m\" : \"" BUSY "\\r\\nVia: x\" ", "} \r\n" },
		{ "{\"m\":\"" BUSY "\",\"n\":{\"sipcode\":1}", "}" },
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(lines); i++) {
		char line[256], want[512];

		snprintf(line, sizeof(line), "%s%s", lines[i].front,
		         lines[i].back);
		snprintf(want, sizeof(want), "%s" MEMBER "%s", lines[i].front,
		         lines[i].back);
		RUN_TEXT(&r, line, "annotate", "--style=json");
		assert_int_equal(r.status, 0);
		assert_string_equal(r.err, "");
		assert_string_equal(r.out, want);
	}
	RUN_TEXT(&r, "{\"m\":\"" BUSY "\"}\n", "annotate", "-s", "json");
	assert_json(r.out, r.out_len);
	assert_json_at(r.out, "sipcode.code", "486");
	RUN_TEXT(&r, "{\"m\":\"" LIMIT "\"}\n", "annotate", "-s", "json");
	assert_json(r.out, r.out_len);
	assert_json_at(r.out, "sipcode.phrase", "\"Temporarily Unavailable\"");
	assert_holds(r.out, "\"meaning\":\"Asterisk chan_sip: The peer ");
	RUN_TEXT(&r, "{\"m\":\"SIP/2.0 498 x\"}\n", "annotate", "-s", "json");
	assert_json(r.out, r.out_len);
	assert_json_at(r.out, "sipcode.phrase", "\"\"");
	assert_holds(r.out, "\"meaning\":\"is not a registered SIP code");
	run_free(&r);
}

static void any_other_line_stays_as_it_is_and_is_told_once(void **state)
{
	static const char *const lines[] = {
		BUSY "\n", "x {\"m\":\"" BUSY "\"}\n", "[\"" BUSY "\"]\n",
		"{\"m\":\"" BUSY "\",}\n", "{\"m\":\"" BUSY "\n",
		"{\"m\":\"" BUSY "\"},\n", "{\"m\":\"" BUSY "\"}}",
		"{\"sipcode\":{},\"m\":\"" BUSY "\"}\r\n",
	};
	struct bytes all = { 0 };
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(lines); i++) {
		RUN_TEXT(&r, lines[i], "annotate", "--style=json");
		assert_run(&r, 0, "*", REFUSED "*'\n");
		assert_string_equal(r.out, lines[i]);
		assert_int_equal(times(r.err, "\n"), 1);
		RUN_TEXT(&r, lines[i], "annotate", "-o", "--style=json");
		assert_run(&r, 0, "", REFUSED "*'\n");
		bytes_str(&all, lines[i]);
	}
	RUN_BYTES(&r, all.s, all.n, "annotate", "--style=json");
	assert_run(&r, 0, "*", REFUSED "*'\n");
	assert_bytes(r.out, r.out_len, all.s, all.n);
	assert_int_equal(times(r.err, "\n"), 1);
	RUN_BYTES(&r, all.s, all.n, "annotate", "-q", "--style=json");
	assert_run(&r, 0, "*", "");
	/* Without a response there is nothing to be missed. */
	RUN_TEXT(&r, "x\n{}\n[1]\n", "annotate", "--style=json");
	assert_run(&r, 0, "x\n{}\n\\[1]\n", "");
	RUN_TEXT(&r, BUSY "\n", "annotate", "--style=json", "-c", "404");
	assert_run(&r, 0, BUSY "\n", "");
	bytes_free(&all);
	run_free(&r);
}

static void only_objects_with_a_meaning_are_shown(void **state)
{
	struct run r = { 0 };

	(void)state;
	RUN_TEXT(&r, "{\"m\":1}\n{\"m\":\"" BUSY "\"}\nx\n"
	         "{\"m\":\"SIP/2.0 200 OK\"}\n", "annotate", "-o", "-c", "4xx",
	         "--style=json");
	assert_int_equal(r.status, 0);
	assert_string_equal(r.err, "");
	assert_string_equal(r.out, "{\"m\":\"" BUSY "\"" MEMBER "}\n");
	run_free(&r);
}

/* What was added, taken away again, leaves what there was. */
static void any_bytes_come_out_again_with_members(void **state)
{
	static const char *const pieces[] = {
		"{\"m\":\"" BUSY "\"}", "{\"m\":\"", BUSY, "\"}", "\n", "\n",
		"\r\n", "{", "}", ",\"a\":[1]", "\"", "\\r\\n", " ", "\001",
		"\377", "{}", "\"b\":{\"c\":null}",
	};
	uint64_t die = 2024;
	size_t added = 0;

	(void)state;
	for (int round = 0; round < 500; round++) {
		struct bytes b = { 0 }, got = { 0 };
		struct run r = { 0 };

		bytes_roll(&b, &die, roll(&die, 40), pieces, LEN(pieces));
		bytes_str(&b, "");
		RUN_BYTES(&r, b.s, b.n, "annotate", "--style=json");
		assert_int_equal(r.status, 0);
		bytes_add(&got, r.out, r.out_len);
		added += times(r.out, MEMBER);
		bytes_drop(&got, MEMBER);
		assert_bytes(got.s, got.n, b.s, b.n);
		bytes_free(&got);
		bytes_free(&b);
		run_free(&r);
	}
	assert_in_range(added, 10, 100000);
}

static void a_line_longer_than_the_buffer_stays_as_it_is(void **state)
{
	struct run r = { 0 };

	(void)state;
	for (int late = 0; late < 2; late++) {
		struct bytes b = { 0 };

		bytes_str(&b, "{\"a\":\"");
		bytes_str(&b, late ? "" : BUSY "\\r\\n");
		bytes_fill(&b, 'x', 2 * LOG_BUFFER);
		bytes_str(&b, late ? " " BUSY "\\r\\n" : "");
		bytes_str(&b, "\"}\n");
		RUN_BYTES(&r, b.s, b.n, "annotate", "--style=json");
		assert_run(&r, 0, "*", REFUSED "*'\n");
		assert_bytes(r.out, r.out_len, b.s, b.n);
		bytes_str(&b, "{\"m\":\"" BUSY "\"}\n");
		RUN_BYTES(&r, b.s, b.n, "annotate", "-o", "--style=json");
		assert_int_equal(r.status, 0);
		assert_string_equal(r.out, "{\"m\":\"" BUSY "\"" MEMBER "}\n");
		bytes_free(&b);
	}
	run_free(&r);
}

static void a_terminal_sees_no_control_bytes_of_an_object(void **state)
{
	struct run r = { 0 };
	struct program p = {
		.argv = { "annotate", "-sjson" }, .out = OUT_TERMINAL,
		.columns = 80,
		.env = { "LC_ALL=en_US.UTF-8", "TERM=xterm", "NO_COLOR=1" },
		.input = "{\"m\":\"" BUSY "\\r\302\233\342\200\256\"}\n",
	};

	(void)state;
	run_program(&r, &p);
	assert_run(&r, 0, "{\"m\":\"" BUSY "\\\\r\\\\xc2\\\\x9b\\\\xe2\\\\x80"
	           "\\\\xae\",\"sipcode\":{*}}\n", "");
	run_free(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_phrase_that_is_known_is_told_with_its_product),
		TEST(every_sighting_is_told_however_many_there_are),
		TEST(too_many_phrases_are_told_by_their_codes),
		TEST(an_object_gets_its_meaning_as_the_last_member),
		TEST(any_other_line_stays_as_it_is_and_is_told_once),
		TEST(only_objects_with_a_meaning_are_shown),
		TEST(any_bytes_come_out_again_with_members),
		TEST(a_line_longer_than_the_buffer_stays_as_it_is),
		TEST(a_terminal_sees_no_control_bytes_of_an_object),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
