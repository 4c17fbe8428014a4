/* rule.c - findings, and what the rules are called that they are of. */
#include "check.h"

#include "chars.h"
#include "len.h"

void check_add(struct check *c, enum sipcode_problem problem, int must,
               const struct sipcode_row *duty, struct sipcode_span at)
{
	struct sipcode_finding f = {
		.problem = problem, .must = must, .duty = duty, .at = at
	};

	if (problem != SIPCODE_LACKS &&
	    c->same[problem]++ >= SIPCODE_FINDINGS_SAME) {
		if (c->last[problem] < c->max)
			c->finding[c->last[problem]].more++;
		return;
	}
	if (c->found < c->max)
		c->finding[c->found] = f;
	c->last[problem] = c->found++;
}

size_t sipcode_rule_id(const struct sipcode_finding *finding, char *id,
                       size_t size)
{
	static const char names[][32] = {
#define PROBLEM(problem, name) [SIPCODE_##problem] = name,
#include "problems.def"
#undef PROBLEM
	};
	const char *part[2] = { "", "" };
	size_t n = 0;

	if (finding != NULL && (unsigned)finding->problem < LEN(names)) {
		part[0] = names[finding->problem];
		part[1] = sipcode_text(finding->duty, SIPCODE_F_HEADER, 0);
	}
	for (size_t i = 0; i < LEN(part); i++)
		for (const char *s = part[i]; *s != '\0'; s++, n++)
			if (n + 1 < size)
				id[n] = char_lower(*s);
	if (size > 0)
		id[n < size ? n : size - 1] = '\0';
	return n;
}
