/* test_explain.c - what a response says, in every format. */
#include "bytes.h"

#include <stdio.h>
#include <string.h>
#include <sipcode.h>

#include "words/label.h"
#include "jsonread.h"

/* A header field in a response, and what must be said of its value. */
struct row {
	unsigned code;
	const char *line;           /* of the message */
	const char *header, *part;  /* that are remarked upon */
	const char *value;
	enum sipcode_set set;       /* whose row knows it */
	const char *key;            /* NULL: no row does */
	enum sipcode_field meaning;
	enum sipcode_field step;    /* NONE: there is none */
	int label;                  /* -1: the row says it all */
};

#define NO_ROW SIPCODE_SETS, NULL, SIPCODE_F_NONE, SIPCODE_F_NONE

static const struct row rows[] = {
	{ 421, "Require: 100rel", "Require", "", "100rel", SIPCODE_OPTIONS,
	  "100rel", SIPCODE_F_MEANING, SIPCODE_F_STEP, -1 },
	{ 421, "Require: x,  TIMER", "Require", "", "TIMER", SIPCODE_OPTIONS,
	  "timer", SIPCODE_F_MEANING, SIPCODE_F_STEP, -1 },
	{ 420, "Unsupported: replaces", "Unsupported", "", "replaces",
	  SIPCODE_OPTIONS, "replaces", SIPCODE_F_MEANING, SIPCODE_F_DROP, -1 },
	{ 200, "k: gruu", "Supported", "", "gruu", SIPCODE_OPTIONS, "gruu",
	  SIPCODE_F_MEANING, SIPCODE_F_NONE, -1 },
	{ 486, "Reason: Q.850;cause=17;text=\"x\"", "Reason", "",
	  "Q.850;cause=17;text=\"x\"", SIPCODE_CAUSES, "17",
	  SIPCODE_F_MEANING, SIPCODE_F_LOOK, -1 },
	{ 486, "Reason: Q.850;text=\"x\"", "Reason", "",
	  "Q.850;text=\"x\"", NO_ROW, LABEL_say_reason },
	{ 487, "Reason: Q.850;text=\"x\", SIP;cause=200", "Reason", "",
	  "SIP;cause=200", NO_ROW, LABEL_say_elsewhere },
	{ 487, "Reason: SIP;cause=200", "Reason", "", "SIP;cause=200",
	  NO_ROW, LABEL_say_elsewhere },
	{ 487, "Reason: Q.850;text=\"x\", SIP;cause=600", "Reason", "",
	  "SIP;cause=600", SIPCODE_CODES, "600", SIPCODE_F_VERDICT,
	  SIPCODE_F_NONE, -1 },
	{ 488, "Warning: 304 h \"x\"", "Warning", "", "304 h \"x\"",
	  SIPCODE_WARNINGS, "304", SIPCODE_F_MEANING, SIPCODE_F_LOOK, -1 },
	{ 401, "WWW-Authenticate: Digest realm=\"a, b\", stale=TRUE",
	  "WWW-Authenticate", "scheme", "Digest", NO_ROW, LABEL_say_scheme },
	{ 401, "WWW-Authenticate: Digest realm=\"a, b\", stale=TRUE",
	  "WWW-Authenticate", "realm", "a, b", NO_ROW, LABEL_say_realm },
	{ 401, "WWW-Authenticate: Digest realm=\"a, b\", stale=TRUE",
	  "WWW-Authenticate", "stale", "TRUE", NO_ROW, LABEL_say_stale },
	{ 407, "Proxy-Authenticate: Digest qop=\"auth\", algorithm=SHA-256",
	  "Proxy-Authenticate", "algorithm", "SHA-256", NO_ROW,
	  LABEL_say_algorithm },
	{ 422, "Min-SE: 90", "Min-SE", "", "90", NO_ROW, LABEL_say_min_se },
	{ 423, "Min-Expires: 60", "Min-Expires", "", "60", NO_ROW,
	  LABEL_say_min_expires },
	{ 503, "Retry-After: 30", "Retry-After", "", "30", NO_ROW,
	  LABEL_say_retry_after },
	{ 302, "m: <sip:a@b>", "Contact", "", "<sip:a@b>", NO_ROW,
	  LABEL_say_contact },
	{ 405, "Allow: INVITE, ACK", "Allow", "", "ACK", NO_ROW,
	  LABEL_say_allow },
	{ 608, "Call-Info: <https://a>;purpose=jwscard", "Call-Info", "",
	  "<https://a>;purpose=jwscard", NO_ROW, LABEL_say_call_info },
	{ 500, "Server: my-pbx (1.0)", "Server", "", "my-pbx (1.0)", NO_ROW,
	  LABEL_say_server },
	{ 500, "User-Agent: my-phone", "User-Agent", "", "my-phone", NO_ROW,
	  LABEL_say_server },
	{ 500, "Via: SIP/2.0/UDP a;received=1.2.3.4", "Via", "received",
	  "1.2.3.4", NO_ROW, LABEL_say_received },
	{ 500, "CSeq: 1 OPTIONS", "CSeq", "method", "OPTIONS", NO_ROW,
	  LABEL_say_method },
};

/* A JSON string, in quotes. */
static void json_of(struct bytes *b, const char *s)
{
	b->n = 0;
	bytes_str(b, "\"");
	for (; *s != '\0'; s++) {
		if (*s == '"' || *s == '\\')
			bytes_str(b, "\\");
		bytes_add(b, s, 1);
	}
	bytes_str(b, "\"");
}

static const char *meaning_of(const struct row *row,
                              const struct sipcode_row *r)
{
	return row->label >= 0 ? label_text(0, (enum label)row->label)
	                       : sipcode_text(r, row->meaning, 0);
}

static const struct sipcode_row *row_of(const struct row *row)
{
	unsigned long number = 0;

	if (row->key == NULL)
		return NULL;
	if (row->set == SIPCODE_OPTIONS)
		return sipcode_by_name(0, row->set, row->key,
		                       strlen(row->key));
	for (const char *s = row->key; *s != '\0'; s++)
		number = number * 10 + (unsigned long)(*s - '0');
	return sipcode_by_number(0, row->set, number);
}

static void message_of(struct bytes *b, unsigned code, const char *line)
{
	char s[256];

	snprintf(s, sizeof(s), "SIP/2.0 %u x\r\n%s\r\n\r\n", code, line);
	b->n = 0;
	bytes_str(b, s);
}

/* The remark of the JSON that has these names and this value. */
static void assert_json_says(const char *s, const struct row *row,
                             const struct sipcode_row *r)
{
	const char *const names[] = { "header", "part", "value", "meaning",
		                      "step" };
	const char *const want[] = {
		row->header, row->part, row->value, meaning_of(row, r),
		row->step == SIPCODE_F_NONE ? ""
		                            : sipcode_text(r, row->step, 0),
	};
	size_t n = json_len(s, "0.says");

	for (size_t i = 0; i < n; i++) {
		size_t k = 0;

		for (; k < LEN(names); k++) {
			struct bytes b = { 0 };
			char path[40];
			int same;

			snprintf(path, sizeof(path), "0.says.%zu.%s", i,
			         names[k]);
			json_of(&b, want[k]);
			same = strcmp(json_at(s, path), b.s) == 0;
			bytes_free(&b);
			if (!same)
				break;
		}
		if (k == LEN(names))
			return;
	}
	fail_msg("%s %s %s is not in:\n%s", row->header, row->part, row->value,
	         s);
}

static void assert_tsv_says(const char *s, const struct row *row,
                            const struct sipcode_row *r)
{
	const char *const cells[] = {
		"\tsays\t", row->header, "\t", row->part, "\t", row->value,
		"\t", meaning_of(row, r), "\t", row->step == SIPCODE_F_NONE
		? "" : sipcode_text(r, row->step, 0), "\t",
	};
	struct bytes b = { 0 };

	for (size_t i = 0; i < LEN(cells); i++)
		bytes_str(&b, cells[i]);
	assert_holds(s, b.s);
	bytes_free(&b);
}

static void what_a_header_field_says_is_in_every_format(void **state)
{
	struct bytes b = { 0 };
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		const struct sipcode_row *row = row_of(&rows[i]);

		assert_int_equal(row != NULL, rows[i].key != NULL);
		message_of(&b, rows[i].code, rows[i].line);
		RUN_BYTES(&r, b.s, b.n, "explain", "--width=0");
		assert_run(&r, 0, "*", "");
		assert_holds(r.out, rows[i].header);
		assert_holds(r.out, rows[i].value);
		assert_holds(r.out, meaning_of(&rows[i], row));
		if (rows[i].step != SIPCODE_F_NONE) {
			assert_true(sipcode_len(row, rows[i].step) > 0);
			assert_holds(r.out, sipcode_text(row, rows[i].step, 0));
		}
		RUN_BYTES(&r, b.s, b.n, "explain", "--json");
		assert_run(&r, 0, "*", "");
		assert_json(r.out, r.out_len);
		assert_json_says(r.out, &rows[i], row);
		RUN_BYTES(&r, b.s, b.n, "explain", "--tsv");
		assert_run(&r, 0, "file\tline\tcode\tkind\t*", "");
		assert_tsv_says(r.out, &rows[i], row);
	}
	run_free(&r);
	bytes_free(&b);
}

/* The source of a row is said, its product where a phrase gives it away. */
static void who_made_it_and_who_says_so_is_told(void **state)
{
	static const char log[] = "SIP/2.0 404 Not here\r\n\r\n";
	const struct sipcode_row *seen[2];
	struct run r = { 0 };

	(void)state;
	assert_int_equal(sipcode_sightings(0, 404, "Not here", 8, seen, 2), 1);
	RUN_TEXT(&r, log, "explain", "--width=0");
	assert_run(&r, 0, "*", "");
	assert_holds(r.out, "Not here = ");
	assert_holds(r.out, sipcode_text(seen[0], SIPCODE_F_PRODUCT, 0));
	RUN_TEXT(&r, log, "explain", "-j");
	assert_run(&r, 0, "*", "");
	assert_json(r.out, r.out_len);
	assert_json_at(r.out, "0.says.0.header", "\"Status-Line\"");
	assert_json_at(r.out, "0.says.0.value", "\"Not here\"");
	assert_holds(r.out, sipcode_text(seen[0], SIPCODE_F_PRODUCT, 0));
	assert_lacks(json_at(r.out, "0.says.0.source"), "\"\"");
	RUN_TEXT(&r, "SIP/2.0 421 x\nRequire: 100rel\n\n", "explain", "-w0");
	assert_run(&r, 0, "*RFC 3262 section*", "");
	RUN_TEXT(&r, "SIP/2.0 404 Mine\n\n", "explain", "-w0");
	assert_run(&r, 0, "*", "");
	assert_holds(r.out, label_text(0, LABEL_say_own_phrase));
	RUN_TEXT(&r, "SIP/2.0 404 Not Found\n\n", "explain", "-w0");
	assert_run(&r, 0, "*", "");
	assert_lacks(r.out, label_text(0, LABEL_say_own_phrase));
	run_free(&r);
}

static void an_unknown_code_is_explained_as_far_as_it_can_be(void **state)
{
	struct run r = { 0 };

	(void)state;
	RUN_TEXT(&r, "SIP/2.0 498 Mine\nRetry-After: 5\n\n", "explain", "-j");
	assert_run(&r, 0, "*", "");
	assert_json(r.out, r.out_len);
	assert_json_at(r.out, "0.code", "498");
	assert_json_at(r.out, "0.phrase", "\"Mine\"");
	assert_json_at(r.out, "0.registered_phrase", "\"\"");
	assert_json_at(r.out, "0.complete", "true");
	assert_json_at(r.out, "0.says.0.header", "\"Retry-After\"");
	RUN_TEXT(&r, "SIP/2.0 498 Mine\nRetry-After: 5\n\n", "explain",
	         "-w0");
	assert_run(&r, 0, "*:1: SIP/2.0 498 Mine\n*", "");
	assert_holds(r.out, label_text(0, LABEL_not_registered));
	assert_holds(r.out, label_text(0, LABEL_say_retry_after));
	RUN_TEXT(&r, "SIP/2.0 498 Mine\nCSeq: 1 INVITE\n\n", "explain", "-j");
	assert_run(&r, 0, "*", "");
	assert_int_equal(json_len(r.out, "0.says"), 1);
	assert_json_at(r.out, "0.says.0.header", "\"CSeq\"");
	assert_json_at(r.out, "0.says.0.value", "\"INVITE\"");
	run_free(&r);
}

#define RULE_40 "--------------------------------------\n"

static void a_rule_parts_the_start_line_from_its_meaning(void **state)
{
	static const char log[] = "SIP/2.0 486 Busy Here\n\n";
	static const struct {
		const char *call[4];
		const char *behind;
	} calls[] = {
		{ { "explain", "-w40" }, RULE_40 "Normal. *" },
		{ { "explain", "-w40", "--brief" }, RULE_40 "Normal. *" },
		{ { "explain", "-w0" }, "Normal. *" },
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(calls); i++) {
		char want[200];

		snprintf(want, sizeof(want),
		         "<stdin>:1: SIP/2.0 486 Busy Here\n%s",
		         calls[i].behind);
		run_cli(&r, calls[i].call, log);
		assert_run(&r, 0, want, "");
	}
	run_free(&r);
}

/* As many as a message can hold: the last one is told, too. */
static void every_remark_is_told(void **state)
{
	struct bytes b = { 0 };
	struct run r = { 0 };

	(void)state;
	bytes_str(&b, "SIP/2.0 486 Busy Here\r\nCSeq: 1 INVITE\r\n");
	for (size_t i = 0; i < 95; i++)
		bytes_str(&b, "Supported: timer\r\n");
	bytes_str(&b, "Server: MyPBX\r\nReason: Q.850;cause=17\r\n\r\n");
	RUN_BYTES(&r, b.s, b.n, "explain", "-t");
	assert_run(&r, 0, "*", "");
	assert_int_equal(times(r.out, "\tSupported\t"), 95);
	assert_int_equal(times(r.out, "\tServer\t\tMyPBX\t"), 1);
	assert_int_equal(times(r.out, "\tReason\t\tQ.850;cause=17\t"), 1);
	bytes_free(&b);
	run_free(&r);
}

/* A method that is a whole sentence of the page, a NUL behind it and more:
 * what is compared must not be read beyond the sentence. */
static void a_nul_in_cseq_is_read_with_care(void **state)
{
	const struct sipcode_row *code = sipcode_code(0, 699);
	struct bytes b = { 0 };
	struct run r = { 0 };
	size_t i = 0;

	(void)state;
	while (strchr(sipcode_text(code, SIPCODE_F_WHEN, i), ',') != NULL)
		i++;
	assert_true(i < sipcode_len(code, SIPCODE_F_WHEN));
	bytes_str(&b, "SIP/2.0 699 x\r\nCSeq: 1 ");
	bytes_str(&b, sipcode_text(code, SIPCODE_F_WHEN, i));
	bytes_add(&b, "", 1);
	bytes_fill(&b, 'A', 200000);
	bytes_str(&b, "\r\n\r\n");
	RUN_BYTES(&r, b.s, b.n, "explain", "-t");
	assert_run(&r, 0, "*\tCSeq\tmethod\t*", "");
	assert_int_equal(times(r.out, "\tCSeq\tmethod\t"), 1);
	bytes_free(&b);
	run_free(&r);
}

/* What a screen shows in part ends so that one sees it. */
static void a_value_that_is_cut_says_so(void **state)
{
	struct bytes b = { 0 };
	struct run r = { 0 };

	(void)state;
	bytes_str(&b, "SIP/2.0 486 Busy Here\r\nServer: ");
	bytes_fill(&b, 'x', 301);
	bytes_str(&b, "\r\n\r\n");
	RUN_BYTES(&r, b.s, b.n, "explain", "-w0");
	assert_run(&r, 0, "*  Server  xx*xx ...: *", "");
	RUN_BYTES(&r, b.s, b.n, "explain", "-j");
	assert_run(&r, 0, "*", "");
	assert_lacks(r.out, " ...");
	bytes_free(&b);
	run_free(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_a_header_field_says_is_in_every_format),
		TEST(who_made_it_and_who_says_so_is_told),
		TEST(an_unknown_code_is_explained_as_far_as_it_can_be),
		TEST(a_rule_parts_the_start_line_from_its_meaning),
		TEST(every_remark_is_told),
		TEST(a_nul_in_cseq_is_read_with_care),
		TEST(a_value_that_is_cut_says_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
