/* pair.c - builds a request and its response, and shows what is found. */
#include "pair.h"

#include <stdio.h>
#include <string.h>
#include <sipcode.h>

/* A finding in words, with as many bytes of its place as the words want. */
static void show(char *words, size_t size, const struct sipcode_finding *f,
                 const char *want)
{
	size_t n;
	char id[64];
	const char *place = strchr(want, '=');

	sipcode_rule_id(f, id, sizeof(id));
	n = place == NULL ? 0 : strcspn(place + 1, "&");
	if (n > f->at.n)
		n = f->at.n;
	snprintf(words, size, "%c%s=%.*s", f->must ? '!' : '?', id, (int)n,
	         f->at.s);
}

size_t pair_differs(const char *request, const char *response, const char *want)
{
	struct sipcode_finding f[8];
	struct sipcode_message q, r;
	char words[512] = "", one[256];
	const char *rest = want;
	size_t n;

	assert_true(sipcode_message(request, strlen(request), 0, &q));
	assert_true(sipcode_message(response, strlen(response), 0, &r));
	n = sipcode_check_exchange(0, &q, &r, f, LEN(f));
	assert_in_range(n, 0, LEN(f));
	for (size_t i = 0; i < n; i++) {
		assert_true(f[i].at.s >= response);
		assert_true(f[i].at.s + f[i].at.n <=
		            response + strlen(response));
		assert_true(i == 0 || f[i].at.s >= f[i - 1].at.s);
		assert_int_equal(f[i].duty != NULL,
		                 f[i].problem == SIPCODE_LACKS);
		show(one, sizeof(one), &f[i], rest);
		snprintf(words + strlen(words), sizeof(words) - strlen(words),
		         "%s%s", i > 0 ? "&" : "", one);
		rest += strcspn(rest, "&");
		rest += *rest != '\0';
	}
	if (strcmp(words, want) == 0)
		return 0;
	print_error("found \"%s\", not \"%s\":\n%s%s\n", words, want,
	            request, response);
	return 1;
}

/* The header fields of every message, by the letters of their short forms. */
static const struct {
	char letter;
	const char *asked, *answered;
} five[] = {
	{ 'v', "Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1\r\n", NULL },
	{ 'f', "From: Al <sip:a@b.example>;tag=1\r\n", NULL },
	{ 't', "To: <sip:c@d.example>\r\n", "To: <sip:c@d.example>;tag=2\r\n" },
	{ 'i', "Call-ID: x@y\r\n", NULL },
};

static void add_body(struct bytes *b, const char *body)
{
	char length[40];

	snprintf(length, sizeof(length), "l: %zu\r\n\r\n",
	         body == NULL ? 0 : strlen(body));
	bytes_str(b, length);
	bytes_str(b, body == NULL ? "" : body);
}

/* The messages without their bodies. */
static void build_pair(const struct pair *p, struct bytes *q, struct bytes *r)
{
	size_t n = strcspn(p->method, " ");
	char line[80];

	q->n = r->n = 0;
	bytes_str(q, p->method);
	bytes_str(q, p->method[n] == '\0' ? " sip:c@d.example SIP/2.0\r\n"
	                                  : " SIP/2.0\r\n");
	snprintf(line, sizeof(line), "SIP/2.0 %u x\r\n", p->code);
	bytes_str(r, line);
	for (size_t k = 0; k < LEN(five); k++) {
		bytes_str(q, five[k].asked);
		bytes_str(r, five[k].answered == NULL ? five[k].asked
		                                      : five[k].answered);
	}
	snprintf(line, sizeof(line), "CSeq: 7 %.*s\r\n", (int)n, p->method);
	bytes_str(q, line);
	bytes_str(r, line);
	bytes_str(q, p->asked);
	bytes_str(r, p->answered);
}

void judge_sessions(const struct session *row, size_t n)
{
	struct bytes q = { 0 }, r = { 0 };
	size_t bad = 0;

	for (size_t i = 0; i < n; i++) {
		build_pair(&row[i].pair, &q, &r);
		add_body(&q, row[i].offer);
		add_body(&r, row[i].answer);
		bad += pair_differs(q.s, r.s, row[i].pair.want);
	}
	bytes_free(&q);
	bytes_free(&r);
	assert_int_equal(bad, 0);
}

void judge_pairs(const struct pair *row, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct session one = { row[i], NULL, NULL };

		judge_sessions(&one, 1);
	}
}

static void build_copy(const struct copied *c, struct bytes *q, struct bytes *r)
{
	static const char cseq[] = "CSeq: 7 INVITE\r\n";

	q->n = r->n = 0;
	bytes_str(q, "INVITE sip:c@d.example SIP/2.0\r\n");
	bytes_str(r, "SIP/2.0 486 x\r\n");
	for (size_t k = 0; k <= LEN(five); k++) {
		char letter = k < LEN(five) ? five[k].letter : 's';
		const char *asked = k < LEN(five) ? five[k].asked : cseq;
		const char *answered = k < LEN(five) ? five[k].answered : NULL;

		if (letter == c->letter) {
			asked = c->asked;
			answered = c->answered;
		}
		bytes_str(q, asked);
		bytes_str(r, answered == NULL ? asked : answered);
	}
	add_body(q, NULL);
	add_body(r, NULL);
}

void judge_copies(const struct copied *row, size_t n)
{
	struct bytes q = { 0 }, r = { 0 };
	size_t bad = 0;

	for (size_t i = 0; i < n; i++) {
		build_copy(&row[i], &q, &r);
		bad += pair_differs(q.s, r.s, row[i].want);
	}
	bytes_free(&q);
	bytes_free(&r);
	assert_int_equal(bad, 0);
}
