/* meanings.c - the most that is known of a response: who is known to write its
 * phrase so, what an older phrase is, and else the verdict of its code. */
#include "command/meanings.h"

#include <stdlib.h>
#include <string.h>

#include "io/memory.h"
#include "words/label.h"
#include "words/verdict.h"

enum {
	SENDERS_MOST = 8,
	TEXT_MOST = 200,    /* bytes of the meaning of a sighting */
	LOOKUP_PRICE = 128, /* bytes of a log that pay for one look-up */
	CREDIT_FIRST = 1 << 19,
	CREDIT_MOST = 1 << 24
};

/* As many sentences as there is room for, but one at least: explain has the
 * whole. */
static void add_sentences(struct strbuf *b, const char *s)
{
	size_t n = strlen(s);

	while (n > TEXT_MOST) {
		size_t end = n - 1;

		while (end > 0 && !(s[end - 1] == '.' && s[end] == ' '))
			end--;
		if (end == 0)
			break;
		n = end;
	}
	strbuf_bytes(b, s, n);
}

/* "Asterisk chan_sip: The peer has reached its call-limit. ...". */
static void add_sighting(struct strbuf *b, const struct sipcode_row *row)
{
	strbuf_add(b, sipcode_text(row, SIPCODE_F_PRODUCT, 0));
	strbuf_add(b, ": ");
	add_sentences(b, sipcode_text(row, SIPCODE_F_MEANING, 0));
	if (sipcode_len(row, SIPCODE_F_UNCONFIRMED) == 0)
		return;
	strbuf_add(b, " ");
	strbuf_add(b, label_text(sipcode_row_lang(row), LABEL_unconfirmed));
}

/* " (phrase of Asterisk chan_sip, Sippy B2BUA)": none of them can be told to
 * be the one. */
static void add_senders(struct strbuf *b, int lang,
                        const struct sipcode_row *const *row, size_t n)
{
	struct strbuf names = { 0 };
	const char *arg;

	for (size_t i = 0; i < n; i++) {
		strbuf_add(&names, i > 0 ? ", " : "");
		strbuf_add(&names, sipcode_text(row[i], SIPCODE_F_PRODUCT, 0));
	}
	arg = strbuf_text(&names);
	strbuf_add(b, " (");
	label_fill(b, label_text(lang, LABEL_phrase_of), &arg, 1);
	strbuf_add(b, ")");
	strbuf_free(&names);
}

static void add_verdict(struct strbuf *b, int lang,
                        const struct sipcode_row *row)
{
	if (row == NULL)
		strbuf_add(b, label_text(lang, LABEL_not_registered));
	else
		verdict_add(b, row);
}

static void write_known(struct known *k, int lang)
{
	const struct sipcode_row *row[SENDERS_MOST], *variant;
	size_t n = sipcode_sightings(lang, k->code, k->phrase, k->len, row,
	                             SENDERS_MOST);

	if (n == 1) {
		add_sighting(&k->text, row[0]);
		return;
	}
	add_verdict(&k->text, lang, k->row);
	if (n > 1) {
		add_senders(&k->text, lang, row,
		            n < SENDERS_MOST ? n : SENDERS_MOST);
		return;
	}
	variant = sipcode_variant(lang, k->code, k->phrase, k->len);
	if (variant == NULL)
		return;
	strbuf_add(&k->text, " (");
	strbuf_add(&k->text, sipcode_text(variant, SIPCODE_F_NOTE, 0));
	strbuf_add(&k->text, ")");
}

static struct known *known_set(struct meanings *m, unsigned code, const char *s,
                               size_t n)
{
	size_t hash = code;

	for (size_t i = 0; i < n; i++)
		hash = hash * 31 + (unsigned char)s[i];
	return m->known[(hash ^ hash >> 7) % MEANING_SETS];
}

/* Moves the i-th one of the set to its front. */
static struct known *to_front(struct known *set, size_t i)
{
	struct known k = set[i];

	if (i > 0) {
		memmove(set + 1, set, i * sizeof(*set));
		set[0] = k;
	}
	return set;
}

/* NULL if it is not known, or no longer. */
static struct known *recall(struct meanings *m, unsigned code, const char *s,
                            size_t n)
{
	struct known *set;

	if (n > MEANING_PHRASE)
		return NULL;
	set = known_set(m, code, s, n);
	for (size_t i = 0; i < MEANING_WAYS; i++)
		if (set[i].code == code && set[i].len == n &&
		    memcmp(set[i].phrase, s, n) == 0)
			return to_front(set, i);
	return NULL;
}

/* The oldest one of its set gives way. */
static struct known *learn(struct meanings *m, unsigned code, const char *s,
                           size_t n)
{
	struct known *k = to_front(known_set(m, code, s, n), MEANING_WAYS - 1);

	strbuf_reset(&k->text);
	k->code = code;
	k->len = n;
	memcpy(k->phrase, s, n);
	k->row = sipcode_code(m->lang, code);
	if (n == 0) {
		add_verdict(&k->text, m->lang, k->row);
		return k;
	}
	m->credit -= LOOKUP_PRICE;
	write_known(k, m->lang);
	return k;
}

struct meanings *meanings_new(int lang)
{
	struct meanings *m = memory_get(sizeof(*m));

	m->lang = lang;
	m->credit = CREDIT_FIRST;
	return m;
}

void meanings_pay(struct meanings *m, size_t bytes)
{
	m->credit += bytes < CREDIT_MOST ? (long)bytes : CREDIT_MOST;
	if (m->credit > CREDIT_MOST)
		m->credit = CREDIT_MOST;
}

void meanings_find(struct meanings *m, struct meaning *meaning, const char *s,
                   size_t n)
{
	struct known *k = recall(m, meaning->code, s, n);

	/* What is too long, or one of too many, is told by its code alone. */
	if (k == NULL && (n > MEANING_PHRASE || m->credit < LOOKUP_PRICE)) {
		n = 0;
		k = recall(m, meaning->code, s, n);
	}
	if (k == NULL)
		k = learn(m, meaning->code, s, n);
	meaning->row = k->row;
	meaning->text = strbuf_text(&k->text);
}

void meanings_free(struct meanings *m)
{
	for (size_t i = 0; i < MEANING_SETS; i++)
		for (size_t k = 0; k < MEANING_WAYS; k++)
			strbuf_free(&m->known[i][k].text);
	free(m);
}
