/* overview.c - a line a transaction, before responses are explained. */
#include <string.h>

#include "answer/overview.h"
#include "exchange/secret.h"
#include "exchange/value.h"
#include "text/text.h"
#include "words/label.h"

enum { WORD_MAX = 24, PHRASE_MAX = 60, CODES_TOLD = 4 };

static enum label label_of_fate(const struct fate *f)
{
	static const unsigned short labels[] = {
		[FATE_OPEN] = LABEL_fate_open,
		[FATE_NORMAL] = LABEL_fate_normal,
		[FATE_CHALLENGED] = LABEL_fate_challenged,
		[FATE_REPAIRED] = LABEL_fate_repaired,
		[FATE_REDIRECTED] = LABEL_fate_redirected,
		[FATE_CANCELLED] = LABEL_fate_cancelled,
		[FATE_FOLLOWED] = LABEL_fate_followed,
		[FATE_AGAIN] = LABEL_fate_again,
		[FATE_AFTER] = LABEL_fate_after,
		[FATE_FAILED] = LABEL_fate_failed,
		[FATE_NO_LOGIN] = LABEL_fate_no_login,
		[FATE_NO_ACK] = LABEL_fate_no_ack,
		[FATE_UNANSWERED] = LABEL_fate_unanswered,
		/* Of responses alone. */
		[FATE_PROVISIONAL] = LABEL_fate_open,
		[FATE_REPEATED] = LABEL_fate_open,
	};

	return (enum label)labels[f->kind];
}

static const struct heard *first_message(const struct transaction *t)
{
	if (t->request != NULL)
		return &t->request->heard;
	return &t->response[0].kept->heard;
}

/* The place of a transaction in the overview, from 1; 0 if it is not there. */
static size_t number_in(const struct overview *v, const struct transaction *t)
{
	size_t n = 0;

	for (size_t i = 0; i < v->exchange->transactions; i++) {
		n += (size_t)transaction_is_known(v->exchange->held[i]);
		if (v->exchange->held[i] == t)
			return n;
	}
	return 0;
}

/* Adds the provisional responses that tell something, and the final one: "180,
 * 486 Busy Here". */
static void add_answers(struct strbuf *b, const struct out *o,
                        const struct transaction *t)
{
	const struct response *final = transaction_final(t);
	unsigned told[CODES_TOLD];
	size_t n = 0;

	for (size_t i = 0; i < t->responses && n < CODES_TOLD; i++) {
		unsigned code = t->response[i].kept->message.code;
		size_t k = 0;

		while (k < n && told[k] != code)
			k++;
		if (code <= 100 || code >= 200 || k < n)
			continue;
		told[n++] = code;
		strbuf_add(b, n > 1 ? ", " : "");
		strbuf_number(b, code);
	}
	if (n > 0)
		strbuf_add(b, final == NULL ? ". " : ", ");
	if (final == NULL)
		return;
	strbuf_number(b, final->kept->message.code);
	strbuf_add(b, " ");
	secret_excerpt(b, final->kept->message.phrase, PHRASE_MAX, o->utf8);
	strbuf_add(b, ". ");
}

static void add_fate(struct strbuf *b, const struct overview *v,
                     const struct fate *f)
{
	struct strbuf number = { 0 };
	const char *arg;

	if (f->first)
		strbuf_add(b, label_text(v->lang, LABEL_failed_first));
	if (f->first && f->kind == FATE_FAILED)
		return;
	if (f->first)
		strbuf_add(b, " ");
	if (f->of != NULL && number_in(v, f->of) > 0)
		strbuf_number(&number, number_in(v, f->of));
	else
		strbuf_add(&number, "?");
	arg = strbuf_text(&number);
	label_fill(b, label_text(v->lang, label_of_fate(f)), &arg, 1);
	strbuf_free(&number);
}

/* "12:34:56.789", as far as the log says so. */
static void add_time(struct strbuf *b, const struct heard *h)
{
	char clock[STAMP_CLOCK_SIZE];

	if (!h->stamped)
		return;
	stamp_clock(&h->stamp, clock);
	strbuf_add(b, clock);
}

/* How wide the numbers of so many lines are. */
static unsigned digits_of(size_t n)
{
	unsigned digits = 1;

	for (; n >= 10; n /= 10)
		digits++;
	return digits;
}

/* Are all of one file? */
static int is_one_file(const struct exchange *x)
{
	for (size_t i = 1; i < x->transactions; i++)
		if (strcmp(first_message(x->held[i])->file,
		           first_message(x->held[0])->file) != 0)
			return 0;
	return 1;
}

/* "line 12", or "call.log:12" of several files. */
static void add_place(struct strbuf *b, const struct out *o,
                      const struct overview *v, const struct heard *h)
{
	if (is_one_file(v->exchange)) {
		strbuf_add(b, label_text(v->lang, LABEL_line));
		strbuf_add(b, " ");
	} else {
		strbuf_escaped(b, h->file, strlen(h->file), o->utf8);
		strbuf_add(b, ":");
	}
	strbuf_number(b, heard_place(h, h->message->start).line);
}

static void show_transaction(struct out *o, const struct overview *v, size_t i,
                             unsigned digits, unsigned column)
{
	const struct transaction *t = v->exchange->held[i];
	const struct heard *h = first_message(t);
	struct strbuf label = { 0 }, text = { 0 }, source = { 0 };
	size_t number = number_in(v, t);

	for (unsigned n = digits_of(number); n < digits; n++)
		strbuf_add(&label, " ");
	strbuf_number(&label, number);
	if (h->stamped)
		strbuf_add(&label, "  ");
	add_time(&label, h);
	secret_excerpt(&text, t->ids.method, WORD_MAX, o->utf8);
	strbuf_add(&text, ": ");
	add_answers(&text, o, t);
	add_fate(&text, v, &v->fate[i]);
	add_place(&source, o, v, h);
	lay_table(o, "", "", label_text(v->lang, LABEL_line));
	text_begin(o, v->fate[i].first ? STYLE_BOLD : STYLE_PLAIN);
	lay_fact_at(o, column, strbuf_text(&label), strbuf_text(&text),
	            strbuf_text(&source));
	text_end(o, v->fate[i].first ? STYLE_BOLD : STYLE_PLAIN);
	strbuf_free(&label);
	strbuf_free(&text);
	strbuf_free(&source);
}

/* 1 if one of them needs a look. */
static int any_matters(const struct overview *v)
{
	for (size_t i = 0; i < v->exchange->transactions; i++)
		if (fate_is_failure(&v->fate[i]) ||
		    v->fate[i].kind == FATE_REDIRECTED ||
		    v->fate[i].kind == FATE_CANCELLED)
			return 1;
	return 0;
}

void text_overview(struct out *o, const struct overview *v)
{
	enum { BESIDE = 4, TIME = 14 };
	const struct exchange *x = v->exchange;
	size_t known = exchange_known(x);
	unsigned digits = digits_of(known), time = 0;
	struct strbuf number = { 0 }, title = { 0 };
	const char *section = o->section, *arg;

	/* Of the logs alone: nothing in it is a source. */
	o->section = NULL;
	strbuf_number(&number, known);
	arg = strbuf_text(&number);
	label_fill(&title,
	           label_text(v->lang,
	                      known == 1 ? LABEL_overview_one : LABEL_overview),
	           &arg, 1);
	text_title(o, STYLE_BOLD, strbuf_text(&title));
	lay_rule(o);
	for (size_t i = 0; i < x->transactions; i++)
		if (first_message(x->held[i])->stamped)
			time = TIME;
	for (size_t i = 0; i < x->transactions; i++)
		if (transaction_is_known(x->held[i]))
			show_transaction(o, v, i, digits,
			                 BESIDE + digits + time);
	if (!any_matters(v))
		lay_text(o, 2, label_text(v->lang, LABEL_nothing_failed));
	o->section = section;
	strbuf_free(&number);
	strbuf_free(&title);
}

void text_left_out(struct out *o, int lang, uint64_t n)
{
	struct strbuf number = { 0 }, text = { 0 };
	const char *arg;

	strbuf_number(&number, n);
	arg = strbuf_text(&number);
	label_fill(&text, label_text(lang, LABEL_left_out), &arg, 1);
	lay_gap(o);
	lay_text(o, 0, strbuf_text(&text));
	strbuf_free(&number);
	strbuf_free(&text);
}
