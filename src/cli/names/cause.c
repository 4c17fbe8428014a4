/* cause.c - causes by name and number, and Reason header fields. */
#include "names/own.h"

#include <string.h>

#include "chars.h"
#include "len.h"

static void put_cause(struct named *names, unsigned long n)
{
	named_add(names, sipcode_by_number(names->lang, SIPCODE_CAUSES, n));
}

/* A name of several words is that of Q.850, and no constant of a program. */
static void add_if_called(struct named *names, const struct sipcode_row *row,
                          const char *name, const char *s, size_t n)
{
	if (!named_alike(name, s, n))
		return;
	names->official |= names->rows == 0 && strchr(name, ' ') != NULL;
	named_add(names, row);
}

void named_causes(struct named *names, const char *s, size_t n)
{
	const struct sipcode_row *row;

	for (size_t i = 0; (row = sipcode_row(names->lang, SIPCODE_CAUSES, i));
	     i++) {
		add_if_called(names, row, sipcode_text(row, SIPCODE_F_NAME, 0),
		              s, n);
		for (size_t k = 0; k < sipcode_len(row, SIPCODE_F_ALIAS); k++)
			add_if_called(names, row,
			              sipcode_text(row, SIPCODE_F_ALIAS, k), s,
			              n);
	}
}

/* The number behind "cause=" or the like; 0 if there is none. */
static unsigned long cause_number(const char *s, size_t n)
{
	size_t i = named_find(s, n, "cause");
	unsigned long value = 0;

	if (i == n)
		return 0;
	i += strlen("cause");
	if (i < n && (char_is_letter(s[i]) || char_is_digit(s[i])))
		return 0;
	i = named_value(s, n, i);
	return named_number(s, n, i, &value) ? value : 0;
}

/* "Q.850", "q850", "ISDN", "hangup" ...: what stands before a cause's number
 * or name. */
static size_t skip_protocol(const char *s, size_t n)
{
	static const char words[][17] = {
		"reason:",      "q.850",        "q.931",
		"q931",         "cause code",   "isup",
		"q850",         "isdn",         "hangupcause",
		"hangup_cause", "hangup cause", "disconnect cause",
		"cause value",  "cause",
	};
	size_t i = 0, before;

	do {
		before = i;
		for (size_t k = 0; k < LEN(words); k++) {
			size_t len = strlen(words[k]);

			if (n - i > len && chars_equal(s + i, words[k], len) &&
			    !char_is_letter(s[i + len]) && s[i + len] != '_')
				i = named_value(s, n, i + len);
		}
	} while (i > before);
	return i;
}

void name_cause(struct named *names, const char *s, size_t n)
{
	size_t i = skip_protocol(s, n);
	unsigned long value;

	if (i == 0) {
		named_causes(names, s, n);
		return;
	}
	if (named_number(s, n, i, &value)) {
		put_cause(names, value);
		/* The parameter of RFC 4458 is a code: "cause=486". */
		if (names->rows == 0 && n > 6 && chars_equal(s, "cause=", 6))
			named_add(names, sipcode_code(names->lang, value));
	} else {
		named_causes(names, s + i, n - i);
	}
	names->value = names->rows > 0;
}

/* The length of the first value of a list; a comma may stand in quotes. */
static size_t reason_length(const char *s, size_t n)
{
	int quoted = 0;
	size_t i;

	for (i = 0; i < n && (quoted || s[i] != ','); i++)
		quoted ^= s[i] == '"';
	return i;
}

static void add_reason(struct named *names, const char *s, size_t n)
{
	static const char elsewhere[] = "answered-elsewhere-missed";
	unsigned long value = cause_number(s, n);
	size_t i = named_value(s, n, 0);

	if (value == 0)
		return;
	if (n - i > 4 &&
	    (chars_equal(s + i, "SIP", 3) || chars_equal(s + i, "STIR", 4)) &&
	    named_find(s + i, n - i, ";") <= 5)
		named_add(names, sipcode_code(names->lang, value));
	else if (n - i > 5 && (chars_equal(s + i, "Q.850", 5) ||
	                       chars_equal(s + i, "Q850", 4)))
		put_cause(names, value);
	/* A 2xx is no success: somebody else has answered (RFC 3326 2). */
	if (n - i > 4 && chars_equal(s + i, "SIP;", 4) && value / 100 == 2)
		named_add(names, named_key(names, SIPCODE_SYMPTOMS, elsewhere,
		                           sizeof(elsewhere) - 1));
}

/* "Reason: SIP;cause=200;text=...", or several such: the cause of SIP or STIR
 * is a code, that of Q.850 a cause. */
void name_reason(struct named *names, const char *s, size_t n)
{
	size_t i = named_find(s, n < 8 ? n : 8, "Reason:") == 0 ? 7 : 0;
	size_t before = names->rows;

	while (i < n) {
		size_t len = reason_length(s + i, n - i);

		add_reason(names, s + i, len);
		i += len + 1;
	}
	names->value |= names->rows > before;
}
