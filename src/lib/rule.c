/* rule.c - what the rules are called that a response may break. */
#include <sipcode.h>

#include "chars.h"
#include "len.h"

size_t sipcode_rule_id(const struct sipcode_finding *finding, char *id,
                       size_t size)
{
	static const char names[][16] = {
		[SIPCODE_LACKS] = "missing-",
		[SIPCODE_BAD_CODE] = "bad-status-code",
		[SIPCODE_BAD_LINE] = "bad-line",
		[SIPCODE_BAD_NUMBER] = "bad-number",
		[SIPCODE_BAD_METHOD] = "bad-method",
		[SIPCODE_NO_TAG] = "no-to-tag",
		[SIPCODE_BODY_CUT] = "body-cut",
		[SIPCODE_UNFINISHED] = "cut",
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
