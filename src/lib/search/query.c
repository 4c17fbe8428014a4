/* query.c - from what was typed to patterns. */
#include "search/query.h"

#include <string.h>

#include "chars.h"

static struct phrase *add_phrase(struct query *q, size_t first, size_t covers)
{
	struct phrase *p;

	if (q->phrases == QUERY_PHRASES)
		return NULL;
	p = &q->phrase[q->phrases++];
	p->first = (unsigned char)first;
	p->covers = (unsigned char)covers;
	p->words = 0;
	p->typed = 0;
	p->lang = 0;
	p->same = 0;
	p->next = 0;
	p->at = (unsigned short)q->patterns;
	return p;
}

/* Adds a word to the phrase, which is the last one. */
static int add_pattern(struct query *q, struct phrase *p, const struct word *w)
{
	if (q->patterns == QUERY_PATTERNS || w->n == 0)
		return -1;
	q->pattern[q->patterns++] = *w;
	p->words++;
	return 0;
}

static void take_back(struct query *q)
{
	q->patterns = q->phrase[--q->phrases].at;
}

static unsigned long word_number(const struct word *w)
{
	unsigned long n = 0;

	if (w->n > 6)
		return 0;
	for (size_t i = 0; i < w->n; i++) {
		if (!char_is_digit(w->s[i]))
			return 0;
		n = n * 10 + (unsigned long)(w->s[i] - '0');
	}
	return n;
}

/* A code is too common to be named so. */
static unsigned char set_of_word(const struct word *w)
{
	size_t len;

	for (int s = SIPCODE_CODES + 1; s < SIPCODE_SETS; s++)
		if (word_at(w, sipcode_set_name((enum sipcode_set)s), &len) >=
		    WORD_FORM)
			return (unsigned char)(s + 1);
	return 0;
}

unsigned long query_of_set(const struct query *q, enum sipcode_set set)
{
	unsigned long words = 0;

	for (size_t w = 0; w < q->words; w++)
		words |= (unsigned long)(q->set[w] == (int)set + 1) << w;
	return words;
}

static void add_typed(struct query *q, const struct word *w)
{
	struct phrase *p = add_phrase(q, q->words, 1);

	p->typed = 1;
	q->empty[q->words] = (unsigned char)word_is_empty(w);
	q->number[q->words] = word_number(w);
	q->numbers |= q->number[q->words] > 0;
	q->set[q->words] = set_of_word(w);
	q->counted += !q->empty[q->words];
	q->words++;
	/* One that is too long stays, and is found nowhere. */
	q->pattern[q->patterns++] = *w;
	p->words = 1;
}

/* Each two words as one. */
static void add_pairs(struct query *q)
{
	for (size_t i = 0; i + 1 < q->words; i++) {
		struct word w = word_join(&q->pattern[i], &q->pattern[i + 1]);
		struct phrase *p = w.n == 0 ? NULL : add_phrase(q, i, 2);

		if (p == NULL)
			continue;
		p->typed = 1;
		if (add_pattern(q, p, &w) != 0)
			take_back(q);
	}
}

/* The wordings of a synonym stand with commas between them. */
struct wording {
	const char *s;
	size_t n;
};

static int next_wording(struct wording *w, const char **text)
{
	*text += chars_run(*text, ", ");
	w->s = *text;
	w->n = strcspn(*text, ",");
	*text += w->n;
	return w->n > 0;
}

/* How many words of the query, from i on, are the wording; 0 if they are
 * not. */
static size_t covers(const struct query *q, size_t i, struct wording w)
{
	size_t words = 0, at = 0, len;

	for (;;) {
		while (at < w.n && !word_has(w.s[at]))
			at++;
		if (at == w.n)
			return words;
		if (i + words == q->words ||
		    word_at(&q->pattern[i + words], w.s + at, &len) < WORD_FORM)
			return 0;
		words++;
		at += len;
	}
}

/* Two words may stand the other way round: "event unknown". */
static size_t covers_either(const struct query *q, size_t i, struct wording w)
{
	size_t n = covers(q, i, w), first = 0, len;

	if (n > 0 || i + 2 > q->words)
		return n;
	while (first < w.n && w.s[first] != ' ')
		first++;
	if (first == w.n ||
	    memchr(w.s + first + 1, ' ', w.n - first - 1) != NULL)
		return 0;
	return word_at(&q->pattern[i + 1], w.s, &len) >= WORD_FORM &&
	                       word_at(&q->pattern[i], w.s + first + 1, &len) >=
	                               WORD_FORM
	               ? 2
	               : 0;
}

/* A synonym, and the place in the query that it has a wording for. */
struct found {
	size_t synonym;
	size_t first, covers;
	int lang; /* of the wording */
};

/* begins: 1 for the first bytes of the query's words. */
static void find_wording(const struct query *q, int lang,
                         const unsigned char *begins, struct found *f)
{
	const struct sipcode_row *row =
		sipcode_row(lang, SIPCODE_SYNONYMS, f->synonym);
	const char *text = sipcode_text(row, SIPCODE_F_WORDS, 0);
	struct wording w;

	while (next_wording(&w, &text)) {
		if ((unsigned char)w.s[0] < 0x80 &&
		    !begins[(unsigned char)char_lower(w.s[0])])
			continue;
		for (size_t i = 0; i < q->words; i++) {
			size_t n = covers_either(q, i, w);

			if (n > f->covers) {
				f->first = i;
				f->covers = n;
			}
		}
	}
}

/* Does the wording hold all the words that it stands for?  Then a text that
 * has it has them. */
static int holds_typed(const struct query *q, const struct found *f,
                       struct wording wording)
{
	for (size_t i = f->first; i < f->first + f->covers; i++) {
		size_t at = 0, len = 0;
		int held = 0;

		while (at < wording.n && !held) {
			while (at < wording.n && !word_has(wording.s[at]))
				at++;
			held = at < wording.n &&
			       word_at(&q->pattern[i], wording.s + at, &len) >=
			               WORD_FORM;
			while (at < wording.n && word_has(wording.s[at]))
				at++;
		}
		if (!held)
			return 0;
	}
	return 1;
}

/* Adds a wording as one more phrase for those words. */
static void add_wording(struct query *q, const struct found *f, int lang,
                        struct wording wording)
{
	struct phrase *p = add_phrase(q, f->first, f->covers);
	struct word w;
	size_t at = 0;
	int added = p != NULL;

	if (p != NULL)
		p->lang = (unsigned char)lang;
	while (added && word_next(&w, wording.s, wording.n, &at))
		added = add_pattern(q, p, &w) == 0;
	if (p != NULL && (!added || p->words == 0))
		take_back(q);
}

/* The first ones of a concept say it best; the others are there to be typed. */
enum { WORDINGS = 8 };

static void add_wordings(struct query *q, const struct found *f)
{
	for (int l = 0; l < sipcode_languages(); l++) {
		const struct sipcode_row *row =
			sipcode_row(l, SIPCODE_SYNONYMS, f->synonym);
		const char *text = sipcode_text(row, SIPCODE_F_WORDS, 0);
		struct wording w;
		size_t added = 0;

		while (added < WORDINGS && next_wording(&w, &text)) {
			if (holds_typed(q, f, w))
				continue;
			add_wording(q, f, l, w);
			added++;
		}
	}
}

static void add_codes_meant(struct query *q, const struct found *f)
{
	const struct sipcode_row *row =
		sipcode_row(0, SIPCODE_SYNONYMS, f->synonym);

	for (size_t i = 0; i < sipcode_len(row, SIPCODE_F_CODE); i++) {
		const struct sipcode_row *code =
			sipcode_link(row, SIPCODE_F_CODE, i);

		if (q->codes == QUERY_CODES)
			return;
		q->code[q->codes].code =
			(unsigned short)sipcode_row_index(code);
		q->code[q->codes].first = (unsigned char)f->first;
		q->code[q->codes].covers = (unsigned char)f->covers;
		q->code[q->codes++].rank = (unsigned char)i;
	}
}

/* Is it for some of the words that another one is for?  "Not found" says
 * nothing where "number not found" is known. */
static int is_less(const struct found *f, const struct found *other)
{
	return f->covers < other->covers && f->first >= other->first &&
	       f->first + f->covers <= other->first + other->covers;
}

static void add_synonyms(struct query *q)
{
	struct found found[QUERY_FOUND];
	unsigned char begins[256] = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < q->words; i++)
		begins[(unsigned char)q->pattern[i].s[0]] = 1;

	for (size_t i = 0; i < sipcode_rows(SIPCODE_SYNONYMS); i++) {
		struct found f = { i, 0, 0, 0 };

		for (int l = 0; l < sipcode_languages(); l++) {
			size_t before = f.covers;

			find_wording(q, l, begins, &f);
			if (f.covers > before)
				f.lang = l;
		}
		if (f.covers > 0 && n < QUERY_FOUND)
			found[n++] = f;
	}
	for (size_t i = 0; i < n; i++) {
		size_t k = 0;

		while (k < n && !is_less(&found[i], &found[k]))
			k++;
		if (k < n)
			continue;
		q->spoken |= 1UL << found[i].lang;
		add_codes_meant(q, &found[i]);
		add_wordings(q, &found[i]);
	}
}

static int same_word(const struct word *a, const struct word *b)
{
	return a->n == b->n && memcmp(a->s, b->s, a->n) == 0;
}

/* Puts a phrase into the list of its first byte, behind one that begins with
 * the same word if there is such a one, else in front.  One whose first word is
 * too long, or of marks alone, stands nowhere, and has no first byte. */
static void list_phrase(struct query *q, size_t i)
{
	struct phrase *p = &q->phrase[i];
	const struct word *w = &q->pattern[p->at];
	unsigned char c = (unsigned char)w->s[0];
	size_t k = q->first[c];

	if (w->n == 0)
		return;
	p->same = 0;
	while (k != 0 && !same_word(&q->pattern[q->phrase[k - 1].at], w))
		k = q->phrase[k - 1].next;
	if (k == 0) {
		p->next = q->first[c];
		q->first[c] = (unsigned char)(i + 1);
	} else {
		p->same = 1;
		p->next = q->phrase[k - 1].next;
		q->phrase[k - 1].next = (unsigned char)(i + 1);
	}
	q->byte[c] |= 3;
	if (c >= 'a' && c <= 'z')
		q->byte[c - 'a' + 'A'] |= 3;
}

/* A byte that is not ASCII may begin any word. */
void query_speak(struct query *q, int lang)
{
	memset(q->first, 0, sizeof(q->first));
	for (int c = 0; c < 256; c++)
		q->byte[c] = (unsigned char)(c >= 0x80 ? 3 : word_has((char)c));
	for (size_t i = 0; i < q->phrases; i++)
		if (q->phrase[i].typed || q->phrase[i].lang == lang)
			list_phrase(q, i);
}

/* Does "38" of "T.38", which ends at s[at], belong to a name? */
static int is_of_name(const char *s, size_t at, size_t n)
{
	return at >= n + 2 && s[at - n - 1] == '.' &&
	       char_is_letter(s[at - n - 2]);
}

int query_read(struct query *q, char *const *words, size_t n)
{
	struct word w;

	memset(q, 0, sizeof(*q));
	for (size_t i = 0; i < n; i++) {
		size_t at = 0, len = strlen(words[i]);

		for (const char *s = words[i]; *s != '\0'; s++)
			q->foreign |= (unsigned char)*s >= 0x80;
		while (q->words < QUERY_WORDS &&
		       word_next(&w, words[i], len, &at)) {
			add_typed(q, &w);
			if (is_of_name(words[i], at, w.n))
				q->number[q->words - 1] = 0;
		}
	}
	if (q->words == 0)
		return 0;
	if (q->counted == 0) {
		memset(q->empty, 0, sizeof(q->empty));
		q->counted = q->words;
	}
	add_pairs(q);
	add_synonyms(q);
	return 1;
}
