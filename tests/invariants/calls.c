/* calls.c - the calls, and how they are made. */
#include "calls.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <sipcode.h>

#include "files.h"
#include "run.h"

void call_add(struct call *c, const char *word)
{
	assert_in_range(c->n, 0, WORDS_MAX - 2);
	c->word[c->n++] = word;
	c->word[c->n] = NULL;
}

void call_words(struct call *c, const char *const *word)
{
	while (*word != NULL)
		call_add(c, *word++);
}

/* One file for each stream of all calls: a new one for each would cost more
 * than most calls do. */
static int stream(size_t which)
{
	static int fd[3] = { -1, -1, -1 };

	if (fd[which] < 0)
		fd[which] = file_with(NULL);
	assert_int_equal(ftruncate(fd[which], 0), 0);
	assert_int_equal(lseek(fd[which], 0, SEEK_SET), 0);
	return fd[which];
}

static char *taken(int fd, size_t *len)
{
	off_t n = lseek(fd, 0, SEEK_END);
	char *s = malloc((size_t)n + 1);

	assert_non_null(s);
	*len = file_read(fd, s, (size_t)n + 1);
	return s;
}

void tell(struct told *t, const struct call *c, const char *input, size_t size)
{
	static char name[] = "sipcode";
	char *argv[WORDS_MAX + 2] = { name }, *own[WORDS_MAX];
	int in = stream(0), out = stream(1), err = stream(2);

	told_free(t);
	for (size_t i = 0; i < c->n; i++)
		argv[i + 1] = own[i] = strdup(c->word[i]);
	if (size > 0)
		assert_int_equal(write(in, input, size), size);
	lseek(in, 0, SEEK_SET);
	t->status = cli_main((int)c->n + 1, argv, in, out, err);
	t->out = taken(out, &t->out_len);
	t->err = taken(err, &t->err_len);
	for (size_t i = 0; i < c->n; i++)
		free(own[i]);
}

void told_free(struct told *t)
{
	free(t->out);
	free(t->err);
	memset(t, 0, sizeof(*t));
}

const char *call_text(const struct call *c)
{
	static char text[512];
	size_t used = (size_t)snprintf(text, sizeof(text), "sipcode");

	for (size_t i = 0; i < c->n && used < sizeof(text); i++)
		used += (size_t)snprintf(text + used, sizeof(text) - used,
		                         " '%s'", c->word[i]);
	return text;
}

const char *row_operand(const struct sipcode_row *row, char *digits,
                        size_t size)
{
	struct sipcode_column key = sipcode_column(sipcode_row_set(row), 0);

	if (sipcode_row_set(row) == SIPCODE_NAMES)
		return sipcode_text(row, SIPCODE_F_NAME, 0);
	if (key.type != SIPCODE_T_NUMBER)
		return sipcode_text(row, key.field, 0);
	snprintf(digits, size, "%lu", sipcode_number(row, key.field, 0));
	return digits;
}

enum { OPERAND = 32, BATCH = 24 };

struct seeing {
	see_call *see;
	void *with;
	size_t calls;
};

static void see(struct seeing *s, const struct call *c, enum call_kind kind)
{
	s->see(c, kind, s->with);
	s->calls++;
}

#define SEE(s, kind, ...)                                                      \
	do {                                                                   \
		struct call made = { .n = 0 };                                 \
		CALL_WORDS(&made, __VA_ARGS__);                                \
		see(s, &made, kind);                                           \
	} while (0)

static void see_codes(struct seeing *s)
{
	const struct sipcode_row *row;

	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_CODES, i)); i++) {
		char code[OPERAND], other[OPERAND], sip[OPERAND + 8];

		row_operand(row, code, sizeof(code));
		snprintf(sip, sizeof(sip), "--sip=%s", code);
		SEE(s, CALL_CODE, code);
		SEE(s, CALL_RECORD, "cause", sip);
		SEE(s, CALL_LIST, "failover", code);
		SEE(s, CALL_LIST, "flow", code);
		for (size_t k = 0; k < sipcode_len(row, SIPCODE_F_SEE); k++)
			SEE(s, CALL_PAIR, "compare", code,
			    row_operand(sipcode_link(row, SIPCODE_F_SEE, k),
			                other, sizeof(other)));
	}
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_CLASSES, i)); i++)
		SEE(s, CALL_LIST, sipcode_text(row, SIPCODE_F_CLASS, 0));
}

static void see_pairs(struct seeing *s)
{
	const struct sipcode_row *row;

	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_PAIRS, i)); i++) {
		char code[8][OPERAND];
		struct call c = { .n = 0 };

		call_add(&c, "compare");
		for (size_t k = 0; k < sipcode_len(row, SIPCODE_F_CODE); k++)
			call_add(&c, row_operand(
				sipcode_link(row, SIPCODE_F_CODE, k),
				code[k], sizeof(code[k])));
		see(s, &c, CALL_PAIR);
	}
}

/* Each record of a set, so many a call. */
static void see_set(struct seeing *s, enum sipcode_set set,
                    const char *command, size_t batch, enum call_kind kind)
{
	const struct sipcode_row *row = sipcode_row(0, set, 0);

	for (size_t i = 0; row != NULL;) {
		char digits[BATCH][OPERAND];
		struct call c = { .n = 0 };

		call_add(&c, command);
		for (size_t k = 0; k < batch && row != NULL; k++) {
			call_add(&c, row_operand(row, digits[k], OPERAND));
			row = sipcode_row(0, set, ++i);
		}
		see(s, &c, kind);
	}
}

static void see_sets(struct seeing *s)
{
	static const struct {
		enum sipcode_set set;
		const char *command;
		size_t batch;
		enum call_kind kind;
	} sets[] = {
		{ SIPCODE_CAUSES, "cause", 1, CALL_RECORD },
		{ SIPCODE_WARNINGS, "warning", 1, CALL_RECORD },
		{ SIPCODE_OPTIONS, "option", 1, CALL_RECORD },
		{ SIPCODE_HEADERS, "header", 1, CALL_RECORD },
		{ SIPCODE_TIMERS, "timer", 1, CALL_RECORD },
		{ SIPCODE_TERMS, "term", BATCH, CALL_RECORD },
		{ SIPCODE_FLOWS, "flow", 1, CALL_RECORD },
		{ SIPCODE_SYMPTOMS, "symptom", 1, CALL_RECORD },
		{ SIPCODE_PRODUCTS, "product", 1, CALL_RECORD },
		{ SIPCODE_PRODUCTS, "failover", BATCH, CALL_RECORD },
		{ SIPCODE_NAMES, "name", BATCH, CALL_TYPED },
	};

	for (size_t i = 0; i < LEN(sets); i++)
		see_set(s, sets[i].set, sets[i].command, sets[i].batch,
		        sets[i].kind);
}

/* What is typed without a command: phrases, numbers, names; and what is
 * searched for. */
static void see_typed(struct seeing *s)
{
	const struct sipcode_row *row;
	char digits[OPERAND];

	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_SIGHTINGS, i)); i++)
		SEE(s, CALL_TYPED, "-b",
		    sipcode_text(row, SIPCODE_F_PHRASE, 0));
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_VARIANTS, i)); i++)
		SEE(s, CALL_TYPED, "-b",
		    sipcode_text(row, SIPCODE_F_PHRASE, 0));
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_NUMBERS, i)); i++) {
		snprintf(digits, sizeof(digits), "%lu",
		         sipcode_number(row, SIPCODE_F_FIRST, 0));
		SEE(s, CALL_TYPED, "-b", digits);
	}
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_LOCATIONS, i)); i++)
		SEE(s, CALL_RECORD, "cause", "location",
		    row_operand(row, digits, sizeof(digits)));
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_SYNONYMS, i)); i += 4)
		SEE(s, CALL_TYPED, "search",
		    sipcode_text(row, SIPCODE_F_WORDS, 0));
}

static void see_lists(struct seeing *s)
{
	static const char *const calls[][4] = {
		{ "list" }, { "list", "-a" }, { "list", "4xx", "600-606" },
		{ "480-489" }, { "INVITE" }, { "cause" }, { "warning" },
		{ "option" }, { "header" }, { "timer" }, { "term" },
		{ "flow" }, { "symptom" }, { "product" }, { "failover" },
		{ "name" }, { "compare", "486" }, { "search", "busy" },
		{ "search", "-a", "busy" }, { "search", "registration" },
		{ "search", "thuê", "bao" }, { "name", "486" },
		{ "cause", "location" }, { "product", "Asterisk", "480" },
		{ "compare", "200", "421" }, { "compare", "480", "486", "600" },
		{ "170489" }, { "0x486" }, { "560486" }, { "USER_BUSY" },
		{ "498" }, { "499" }, { "699" }, { "333" }, { "199" },
		{ "call", "drops" }, { "busy" }, { "cause", "0" },
		{ "help" }, { "help", "explain" }, { "help", "terms" },
		{ "help", "tally" }, { "--help" }, { "--version" },
	};

	for (size_t i = 0; i < LEN(calls); i++) {
		struct call c = { .n = 0 };

		call_words(&c, calls[i]);
		see(s, &c, CALL_LIST);
	}
}

size_t each_call(see_call *see_one, void *with)
{
	struct seeing s = { see_one, with, 0 };

	see_codes(&s);
	see_pairs(&s);
	see_sets(&s);
	see_typed(&s);
	see_lists(&s);
	return s.calls;
}
