/* hits.c - what the search makes of words, hit by hit, in numbers: over the
 * tiny data.
 *
 * usage: hits [-l LANGUAGE] [-n MOST] [WORD...]
 *
 * Prints how many words are counted, and a line for each hit: its score, how
 * many words it holds, what else is known of it, its row and that which it
 * leads to, the field, and where in it the words stand. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sipcode.h>

enum { MOST = 400 };

static void print_row(const struct sipcode_row *row)
{
	enum sipcode_set set = sipcode_row_set(row);
	struct sipcode_column key = sipcode_column(set, 0);

	printf(" %s ", sipcode_set_name(set));
	if (key.type == SIPCODE_T_NUMBER)
		printf("%lu", sipcode_number(row, key.field, 0));
	else
		printf("%s", sipcode_text(row, key.field, 0));
}

static void print_hit(const struct sipcode_hit *hit)
{
	printf("%u, %u%s%s:", hit->score, hit->held,
	       hit->together ? ", together" : "", hit->meant ? ", meant" : "");
	print_row(hit->row);
	if (hit->owner != hit->row) {
		printf(" of");
		print_row(hit->owner);
	}
	printf(" %s", sipcode_field_name(hit->field));
	if (hit->item > 0)
		printf(" %zu", hit->item);
	for (size_t i = 0; i < hit->marks; i++)
		printf(" %zu+%zu", hit->mark[i].at, hit->mark[i].n);
	printf(" %d\n", sipcode_row_lang(hit->row));
}

int main(int argc, char *argv[])
{
	static struct sipcode_hit hits[MOST];
	size_t most = MOST, n;
	unsigned counted = 99;
	int lang = 0, i = 1;

	for (; i + 1 < argc && argv[i][0] == '-'; i += 2) {
		if (strcmp(argv[i], "-l") == 0)
			lang = sipcode_language(argv[i + 1]);
		else
			most = strtoul(argv[i + 1], NULL, 10);
	}
	if (most > MOST)
		return 2;
	n = sipcode_search(lang, argv + i, (size_t)(argc - i), hits, most,
	                   &counted);
	printf("%u counted\n", counted);
	for (size_t k = 0; k < n; k++)
		print_hit(&hits[k]);
	return 0;
}
