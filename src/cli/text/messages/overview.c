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
		[FATE_FAILED] = LABEL_fate_failed,
		[FATE_NO_ACK] = LABEL_fate_no_ack,
		[FATE_UNANSWERED] = LABEL_fate_unanswered,
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
	for (size_t i = 0; i < v->exchange->transactions; i++)
		if (v->exchange->held[i] == t)
			return i + 1;
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
		strbuf_number(b, code);
		strbuf_add(b, ", ");
	}
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
	char digits[3];
	int part[3] = { h->stamp.hour, h->stamp.minute, h->stamp.second };
	long thousandth = h->stamp.nanosecond / 1000000;

	if (!h->stamped)
		return;
	for (int i = 0; i < 3; i++) {
		digits[0] = (char)('0' + part[i] / 10);
		digits[1] = (char)('0' + part[i] % 10);
		digits[2] = i < 2 ? ':' : '.';
		strbuf_bytes(b, digits, 3);
	}
	digits[0] = (char)('0' + thousandth / 100);
	digits[1] = (char)('0' + thousandth / 10 % 10);
	digits[2] = (char)('0' + thousandth % 10);
	strbuf_bytes(b, digits, 3);
}

static void show_transaction(struct out *o, const struct overview *v, size_t i,
                             unsigned column)
{
	const struct transaction *t = v->exchange->held[i];
	const struct heard *h = first_message(t);
	struct strbuf label = { 0 }, text = { 0 }, source = { 0 };

	strbuf_number(&label, i + 1);
	strbuf_add(&label, "  ");
	add_time(&label, h);
	secret_excerpt(&text, t->ids.method, WORD_MAX, o->utf8);
	strbuf_add(&text, ": ");
	add_answers(&text, o, t);
	add_fate(&text, v, &v->fate[i]);
	strbuf_escaped(&source, h->file, strlen(h->file), o->utf8);
	strbuf_add(&source, ":");
	strbuf_number(&source, heard_place(h, h->message->start).line);
	lay_fact_at(o, column, strbuf_text(&label), strbuf_text(&text),
	            strbuf_text(&source));
	strbuf_free(&label);
	strbuf_free(&text);
	strbuf_free(&source);
}

void text_overview(struct out *o, const struct overview *v)
{
	enum { BARE = 8, TIMED = 21 };
	unsigned column = BARE;
	struct strbuf number = { 0 }, title = { 0 };
	const char *arg;

	strbuf_number(&number, v->exchange->transactions);
	arg = strbuf_text(&number);
	label_fill(&title, label_text(v->lang, LABEL_overview), &arg, 1);
	text_title(o, STYLE_BOLD, strbuf_text(&title));
	lay_rule(o);
	for (size_t i = 0; i < v->exchange->transactions; i++)
		if (first_message(v->exchange->held[i])->stamped)
			column = TIMED;
	for (size_t i = 0; i < v->exchange->transactions; i++)
		show_transaction(o, v, i, column);
	strbuf_free(&number);
	strbuf_free(&title);
}

void text_left_out(struct out *o, int lang, unsigned long n)
{
	struct strbuf number = { 0 }, text = { 0 };
	const char *arg;

	strbuf_number(&number, n);
	arg = strbuf_text(&number);
	label_fill(&text, label_text(lang, LABEL_left_out), &arg, 1);
	out_char(o, '\n');
	lay_text(o, 0, strbuf_text(&text));
	strbuf_free(&number);
	strbuf_free(&text);
}
