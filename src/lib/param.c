/* param.c - the parameters of a header field's value. */
#include <sipcode.h>

#include "chars.h"
#include "span.h"

/* Behind the first separator of v.s[i..) that neither quotes nor angle
 * brackets hide; 0 if there is none. */
static size_t behind_separator(struct sipcode_span v, size_t i)
{
	int quoted = 0, angle = 0;

	for (; i < v.n; i++) {
		if (quoted && v.s[i] == '\\') {
			i++;
			continue;
		}
		if (v.s[i] == '"')
			quoted = !quoted;
		else if (!quoted && (v.s[i] == '<' || v.s[i] == '>'))
			angle = v.s[i] == '<';
		if (!quoted && !angle &&
		    (v.s[i] == ';' || v.s[i] == ',' || char_is_space(v.s[i])))
			return i + 1;
	}
	return 0;
}

/* The name of the parameter at v.s[*at..), which is moved behind it. */
static struct sipcode_span param_name(struct sipcode_span v, size_t *at)
{
	struct sipcode_span name = { v.s, 0 };
	size_t i = *at;

	while (i < v.n && char_is_space(v.s[i]))
		i++;
	name.s += i;
	while (i < v.n && v.s[i] != '=' && v.s[i] != ';' && v.s[i] != ',' &&
	       !char_is_space(v.s[i]))
		i++;
	name.n = (size_t)(v.s + i - name.s);
	*at = i;
	return name;
}

/* The value behind a parameter's name, without its quotes; a quoted one that
 * does not end is empty. */
static struct sipcode_span param_value(struct sipcode_span v, size_t i)
{
	struct sipcode_span value = { v.s, 0 };

	while (i < v.n && (char_is_space(v.s[i]) || v.s[i] == '='))
		i++;
	value.s += i;
	if (i < v.n && v.s[i] == '"') {
		value.s++;
		for (i++; i < v.n && v.s[i] != '"'; i++)
			i += v.s[i] == '\\';
	} else {
		while (i < v.n && !char_in(v.s[i], ";,>") &&
		       !char_is_space(v.s[i]))
			i++;
	}
	value.n = i > v.n ? 0 : (size_t)(v.s + i - value.s);
	return value;
}

int sipcode_param(struct sipcode_span value, const char *name,
                  struct sipcode_span *param)
{
	size_t i = 0;

	if (value.s == NULL)
		return 0;
	while (name != NULL && (i = behind_separator(value, i)) > 0) {
		size_t at = i;

		if (!span_is(param_name(value, &at), name))
			continue;
		*param = param_value(value, at);
		return 1;
	}
	return 0;
}
