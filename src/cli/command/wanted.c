/* wanted.c - which findings explain and check are to tell. */
#include "command/command.h"

#include <string.h>

#include "answer/remark.h"
#include "context/context.h"
#include "context/near.h"

static int no_such_rule(struct context *c, const char *id, size_t n)
{
	int near = near_rule(id, n);
	struct sipcode_finding f;
	char meant[RULE_MAX];

	context_say(c, "no such rule", id, n);
	if (near < 0 || !finding_of_rule((size_t)near, &f))
		return context_misuse(c, NULL, NULL);
	n = sipcode_rule_id(&f, meant, sizeof(meant));
	context_say(c, "did you mean", meant, n);
	return STATUS_TROUBLE;
}

/* A slip must not let a finding through without a word. */
static int check_rules(struct context *c, const char *list)
{
	for (;;) {
		size_t n = strcspn(list, ",");

		if (!finding_is_rule(list, n))
			return no_such_rule(c, list, n);
		if (list[n] == '\0')
			return STATUS_FOUND;
		list += n + 1;
	}
}

int command_wanted(struct context *c, struct wanted *w)
{
	w->errors_only = context_given(c, OPTION_errors_only);
	w->ignored = c->options.ignore;
	w->lists = c->options.ignores;
	for (size_t i = 0; i < w->lists; i++) {
		int status = check_rules(c, w->ignored[i]);

		if (status != STATUS_FOUND)
			return status;
	}
	return STATUS_FOUND;
}
