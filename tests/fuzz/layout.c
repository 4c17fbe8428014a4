/* layout.c - texts in lines of any width: no line is wider than was asked for,
 * and no character but a blank is lost or moved. */
#include <stdlib.h>
#include <string.h>

#include "chars.h"
#include "input.h"
#include "layout/layout.h"
#include "utf8.h"
#include "world.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void wrong(const char *what, struct ran *r)
{
	struct world w = { .terminal = 0 };

	world_fail(&w, r, what);
}

/* What came from outside is shown by strbuf_escaped() before it is laid out. */
static void take_text(struct strbuf *b, struct input *in, size_t *at)
{
	size_t n = 0;

	while (*at + n < in->n && in->s[*at + n] != '\n')
		n++;
	strbuf_escaped(b, in->s + *at, n, 1);
	*at += n + (*at + n < in->n);
}

/* Blanks, and what the program draws, are not compared. */
static size_t seen(const struct ran *r, size_t i)
{
	static const char *const drawn[] = { " ", "\n", "\342\200\242",
		                             "\342\224\200" };

	for (size_t k = 0; k < sizeof(drawn) / sizeof(*drawn); k++) {
		size_t n = strlen(drawn[k]);

		if (r->out_n - i >= n && memcmp(r->out + i, drawn[k], n) == 0)
			return n;
	}
	return 0;
}

/* The texts stand in the output, in their order. */
static void nothing_is_lost(struct ran *r, const struct ran *whole)
{
	size_t i = 0, k = 0;

	for (;;) {
		while (i < r->out_n && seen(r, i) > 0)
			i += seen(r, i);
		while (k < whole->out_n && seen(whole, k) > 0)
			k += seen(whole, k);
		if (i == r->out_n || k == whole->out_n)
			break;
		if (r->out[i++] != whole->out[k++])
			wrong("a text has changed", r);
	}
	if (i != r->out_n || k != whole->out_n)
		wrong("a text is lost", r);
}

static void no_line_is_wider(struct ran *r, unsigned width)
{
	size_t from = 0;

	for (size_t i = 0; i < r->out_n; i++) {
		if (r->out[i] != '\n')
			continue;
		if (utf8_columns(r->out + from, i - from) > width)
			wrong("a line that is too wide", r);
		from = i + 1;
	}
}

static void lay(struct out *o, struct input in, const struct strbuf *text)
{
	const char *a = strbuf_text(&text[0]), *b = strbuf_text(&text[1]);
	const char *c = strbuf_text(&text[2]);

	switch (input_pick(&in, 8)) {
	case 0:
		lay_text(o, input_pick(&in, 5), a);
		break;
	case 1:
		lay_bullet(o, input_pick(&in, 5), a);
		break;
	case 2:
		lay_last_bullet(o, input_pick(&in, 5), a, b);
		break;
	case 3:
		lay_fact(o, a, b, "");
		break;
	case 4:
		lay_fact_at(o, 12 + input_pick(&in, 20), a, b, "");
		break;
	case 5:
		lay_foot(o, "See also", b);
		break;
	case 6:
		lay_heading(o, a);
		break;
	default:
		lay_fact_at(o, 12 + input_pick(&in, 20), a, b, c);
		break;
	}
}

static void lay_out(struct ran *r, struct input in, const struct strbuf *text,
                    unsigned width, unsigned measure)
{
	static struct out o;

	world_begin(r);
	out_open(&o, WORLD_OUT);
	o.utf8 = 1;
	o.tight = 1;
	o.width = width;
	o.measure = measure;
	lay(&o, in, text);
	out_flush(&o);
	world_end();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct ran r, whole;
	struct strbuf text[3] = { { 0 } };
	unsigned width, measure;
	size_t at = 0;
	struct input in;

	input_open(&in, data, size);
	/* Nothing narrower is taken from the command line. */
	width = 20 + input_pick(&in, 200);
	measure = input_pick(&in, 2) && width > 100 ? 100 : width;
	for (int i = 0; i < 3; i++)
		take_text(&text[i], &in, &at);
	lay_out(&r, in, text, width, measure);
	no_line_is_wider(&r, width);
	lay_out(&whole, in, text, 1000, 1000);
	nothing_is_lost(&r, &whole);
	for (int i = 0; i < 3; i++)
		strbuf_free(&text[i]);
	input_close(&in);
	return 0;
}
