/* matcher.c - annotate: its output without what it adds is its input, in pieces
 * of any size. */
#include <stdlib.h>
#include <string.h>

#include "input.h"
#include "io/log.h"
#include "jsonread.h"
#include "oracle.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum place { END, ABOVE, BELOW, MEMBER };
static const char *const styles[] = { "end", "above", "below", "json" };

static int is_eol(char c)
{
	return c == '\n' || c == '\r';
}

/* The length of what is added at r->out + i; 0 if nothing is.  No line of the
 * input holds "#". */
static size_t added(const struct ran *r, size_t i, enum place place)
{
	const char *s = r->out + i;
	size_t n = r->out_n - i, end = 0;

	if (place == BELOW && n > 2 && memcmp(s, "\n# ", 3) == 0 &&
	    memchr(s + 1, '\n', n - 1) == NULL)
		return n;
	if (place == END && (n < 4 || memcmp(s, "  # ", 4) != 0))
		return 0;
	if (place != END && (n < 2 || memcmp(s, "# ", 2) != 0))
		return 0;
	while (end < n && !is_eol(s[end]))
		end++;
	return end + (place != END && end < n && s[end] == '\n');
}

/* A meaning above a line that is too long for one run may come behind it. */
static size_t take_away(struct ran *r, enum place place)
{
	size_t n = 0;

	for (size_t i = 0; i < r->out_n;) {
		size_t len = added(r, i, place);

		if (len == 0 && place == ABOVE)
			len = added(r, i, END);
		if (len == 0)
			r->out[n++] = r->out[i++];
		i += len;
	}
	return n;
}

static size_t line_of(const char *s, size_t n)
{
	const char *eol = n == 0 ? NULL : memchr(s, '\n', n);

	return eol == NULL ? n : (size_t)(eol - s) + 1;
}

/* One line of the input and what came of it: a member before the last brace. */
static int is_extended(const char *in, size_t n, const char *out, size_t more)
{
	static const char member[] = "\"sipcode\":{\"code\":";
	size_t brace = n;

	while (brace > 0 && in[brace - 1] != '}')
		brace--;
	if (brace == 0 || more < n || memcmp(in, out, brace - 1) != 0)
		return 0;
	out += brace - 1;
	more -= brace - 1;
	if (more > 0 && *out == ',') {
		out++;
		more--;
	}
	return more > strlen(member) &&
	       memcmp(out, member, strlen(member)) == 0 &&
	       memcmp(out + more - (n - brace + 1), in + brace - 1,
	              n - brace + 1) == 0;
}

/* If the line was JSON, it still is. */
static int is_json_still(const char *in, size_t n, const char *out, size_t more)
{
	json_foreign_names = 1;
	return json_fault(in, n) != NULL || json_fault(out, more) == NULL;
}

static void judge_members(const struct world *w, const struct ran *r,
                          const struct input *in)
{
	size_t i = 0, o = 0;

	while (i < in->n && o < r->out_n) {
		size_t n = line_of(in->s + i, in->n - i);
		size_t more = line_of(r->out + o, r->out_n - o);
		const char *line = in->s + i, *out = r->out + o;

		if (more != n || memcmp(line, out, n) != 0) {
			if (!is_extended(line, n, out, more))
				world_fail(w, r, "not a line with a member");
			if (!is_json_still(line, n, out, more))
				world_fail(w, r, "no JSON any more");
		}
		i += n;
		o += more;
	}
	if (i < in->n || o < r->out_n)
		world_fail(w, r, "another number of lines");
}

static void judge_added(const struct world *w, struct ran *r,
                        const struct input *in, enum place place)
{
	size_t n = take_away(r, place);

	if (n != in->n || (n > 0 && memcmp(r->out, in->s, n) != 0)) {
		r->out_n = n;
		world_fail(w, r, "what is left is not the input");
	}
}

static int was_refused(const struct ran *r)
{
	return r->status == 2;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct ran whole, pieces;
	struct world w = { .terminal = 0 };
	enum place place;
	struct input in;
	int only;

	input_open(&in, data, size);
	place = (enum place)input_pick(&in, 4);
	world_arg(&w, "annotate");
	world_arg(&w, "--style");
	world_arg(&w, styles[place]);
	only = input_pick(&in, 4) == 1;
	if (only)
		world_arg(&w, "--only");
	if (input_pick(&in, 4) == 1)
		world_arg(&w, "--loose");
	if (input_pick(&in, 4) == 1)
		world_arg(&w, "--lang=vi");
	if (input_pick(&in, 4) == 1)
		world_arg(&w, "--code=4xx,503");
	w.terminal = input_pick(&in, 8) == 1;
	if (input_pick(&in, 32) == 31)
		input_push(&in, LOG_BUFFER);
	for (size_t i = 0; i < in.n; i++)
		in.s[i] = in.s[i] == '#' ? '=' : in.s[i];
	w.feed[FEED_STDIN] =
		(struct feed){ .s = in.s, .n = in.n, .regular = 1 };
	world_run(&w, &whole);
	judge_run(&w, &whole);
	w.feed[FEED_STDIN].regular = 0;
	w.feed[FEED_STDIN].pieces = 1 + input_pick(&in, 64);
	world_run(&w, &pieces);
	judge_same(&w, &whole, &pieces);
	if (!only && !w.terminal && !was_refused(&whole)) {
		if (place == MEMBER)
			judge_members(&w, &whole, &in);
		else
			judge_added(&w, &whole, &in, place);
	}
	input_close(&in);
	return 0;
}
