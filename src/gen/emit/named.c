/* named.c - which files there are to be made. */
#include <string.h>

#include "emit/emit.h"
#include "len.h"

static const struct {
	const char *name;
	emit *write;
} emitters[] = {
	{ "bash", emit_bash },     { "fish", emit_fish },
	{ "manual", emit_manual }, { "schema", emit_json_schema },
	{ "table", emit_table },   { "zsh", emit_zsh },
};

static int read_language(const struct model *m, const char *tag, size_t *lang)
{
	for (*lang = 0; *lang < m->languages; ++*lang)
		if (strcmp(m->tag[*lang], tag) == 0)
			return 1;
	return 0;
}

emit *emit_named(const struct model *m, const char *name, size_t *lang)
{
	size_t n = strcspn(name, ".");

	*lang = 0;
	if (name[n] == '.' && !read_language(m, name + n + 1, lang))
		return NULL;
	for (size_t i = 0; i < LEN(emitters); i++)
		if (strlen(emitters[i].name) == n &&
		    strncmp(emitters[i].name, name, n) == 0)
			return emitters[i].write;
	return NULL;
}
