/* names.c - what the data name: header fields, methods, option tags and
 * products, as far as they are not words of English as well. */
#include <string.h>

#include "io/arena.h"
#include "len.h"
#include "model/model.h"

/* Option tags that are words of English, too: "the path of the INVITE". */
static const char *const english_words[] = {
	"join",    "outbound",     "path",     "policy", "pref",
	"privacy", "precondition", "replaces", "timer",
};

static void keep_name(struct intern *names, const char *s, size_t n)
{
	for (size_t i = 0; i < LEN(english_words); i++)
		if (strlen(english_words[i]) == n &&
		    memcmp(english_words[i], s, n) == 0)
			return;
	if (n > 0 && !(n == 3 && memcmp(s, "any", n) == 0))
		intern(names, arena_copy(s, n), n + 1);
}

/* "Asterisk (PJSIP)" is of Asterisk, "Kamailio, SER" of two. */
static void add_products(struct intern *names, const char *s)
{
	while (*s != '\0') {
		size_t n = strcspn(s, ","), bare = strcspn(s, ",(");

		while (bare > 0 && s[bare - 1] == ' ')
			bare--;
		keep_name(names, s, bare);
		s += n;
		s += strspn(s, ", ");
	}
}

void model_names(struct model *m)
{
	static const char *const fields[] = { "Header", "Alternative", "Tag",
		                              "Method", "Not_Method" };

	for (size_t i = 0; i < m->facts.recs; i++) {
		const struct rec *r = &m->facts.rec[i];

		for (size_t k = 0; k < r->fields; k++) {
			const struct rec_field *f = &r->field[k];

			for (size_t j = 0; j < LEN(fields); j++)
				if (strcmp(f->name, fields[j]) == 0)
					keep_name(&m->names, f->value,
					          strlen(f->value));
			if (strcmp(f->name, "Product") == 0 &&
			    words_of(m, f->value) == NULL)
				add_products(&m->names, f->value);
		}
	}
}
