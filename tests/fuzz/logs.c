/* logs.c - tally: of the whole and of pieces of any size the same, and the
 * halves of a log add up to the whole. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "input.h"
#include "io/log.h"
#include "oracle.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const formats[] = { "text", "json", "tsv" };
static const char *const keys[] = { "method", "hour", "source", "phrase" };

static void choose(struct world *w, struct input *in)
{
	unsigned key;

	world_arg(w, "tally");
	world_arg(w, "--format");
	world_arg(w, formats[input_pick(in, 3)]);
	key = input_pick(in, 5);
	if (key > 0) {
		world_arg(w, "--by");
		world_arg(w, keys[key - 1]);
	}
	if (input_pick(in, 4) == 1)
		world_arg(w, "--loose");
	if (input_pick(in, 4) == 1)
		world_arg(w, "--final");
	if (input_pick(in, 8) == 1)
		world_arg(w, "--code=4xx,503");
	if (key == 0 && input_pick(in, 8) == 1)
		world_arg(w, "--column");
	if (input_pick(in, 4) == 1)
		world_arg(w, "--width=24");
	if (input_pick(in, 8) == 1)
		world_arg(w, "--fail-if=5xx>1%");
}

static void run_pieces(struct input *in, struct world *w)
{
	static struct ran whole, pieces;

	w->feed[FEED_STDIN] =
		(struct feed){ .s = in->s, .n = in->n, .regular = 1 };
	world_run(w, &whole);
	judge_run(w, &whole);
	w->feed[FEED_STDIN].regular = 0;
	w->feed[FEED_STDIN].pieces = 1 + input_pick(in, 64);
	world_run(w, &pieces);
	judge_same(w, &whole, &pieces);
}

static int holds(const struct input *in, const char *word)
{
	size_t n = strlen(word);

	for (size_t i = 0; i + n <= in->n; i++)
		if (strncasecmp(in->s + i, word, n) == 0)
			return 1;
	return 0;
}

/* Behind the newline that is nearest to the part chosen. */
static size_t cut_of(struct input *in)
{
	size_t at = in->n * input_pick(in, 64) / 64;

	while (at < in->n && (at == 0 || in->s[at - 1] != '\n'))
		at++;
	return at;
}

static struct feed tally_of(const char *s, size_t n, struct ran *r)
{
	struct world w = { .feed[FEED_STDIN] = { .s = s, .n = n } };

	world_arg(&w, "tally");
	world_arg(&w, "--tsv");
	world_run(&w, r);
	return (struct feed){ .s = r->out, .n = r->out_n, .regular = 1 };
}

/* What stands above a fragment of a message says that it is one, so that a cut
 * between them tells: such logs are left out. */
static void run_halves(struct input *in)
{
	static struct ran whole, one, two, sum;
	struct world w = { .terminal = 0 };
	size_t cut = cut_of(in);

	if (cut == 0 || cut == in->n || holds(in, "sipfrag"))
		return;
	tally_of(in->s, in->n, &whole);
	w.feed[FEED_ONE] = tally_of(in->s, cut, &one);
	w.feed[FEED_TWO] = tally_of(in->s + cut, in->n - cut, &two);
	if (whole.status == 2 || one.status == 2 || two.status == 2)
		return;
	world_arg(&w, "tally");
	world_arg(&w, "--merge");
	world_arg(&w, "--tsv");
	world_arg(&w, NAME_ONE);
	world_arg(&w, NAME_TWO);
	world_run(&w, &sum);
	if (sum.out_n != whole.out_n ||
	    memcmp(sum.out, whole.out, sum.out_n) != 0) {
		judge_same(&w, &whole, &sum);
		abort();
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct world w = { .terminal = 0 };
	struct input in;

	input_open(&in, data, size);
	choose(&w, &in);
	if (input_pick(&in, 32) == 31)
		input_push(&in, LOG_BUFFER);
	run_pieces(&in, &w);
	run_halves(&in);
	input_close(&in);
	return 0;
}
