/* constant.c - constants of programs, and keys of records. */
#include "names/own.h"

#include <string.h>

#include "io/number.h"
#include "chars.h"
#include "len.h"

/* Parts of a constant that say where it comes from, and not what it is. */
static int is_origin(const char *s, size_t n)
{
	static const char parts[][27] = {
		"ast",
		"c",
		"cause",
		"causes",
		"code",
		"codes",
		"e",
		"enum",
		"err",
		"error",
		"ftdm",
		"gsm48",
		"gwapp",
		"http",
		"isup",
		"javax",
		"jssip",
		"k",
		"message",
		"osip",
		"pjsip",
		"pri",
		"q850",
		"r",
		"reason",
		"resp",
		"response",
		"responsecode",
		"sal",
		"sc",
		"sip",
		"sipresponse",
		"sipresponsecode",
		"sipresponsestatuscodesenum",
		"sipstatus",
		"sipstatuscode",
		"stat",
		"status",
		"statuscode",
		"statuscodes",
		"switch",
		"ua",
		"rv",
		"sipcode",
		"cc",
		"sips",
		"resiprocate",
		"sofia",
	};

	for (size_t i = 0; i < LEN(parts); i++)
		if (named_equals(parts[i], s, n))
			return 1;
	return 0;
}

static size_t part_length(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && !char_in(s[i], "_.:-"))
		i++;
	return i;
}

size_t name_origin(const char *s, size_t n)
{
	size_t at = 0;

	if (memchr(s, ' ', n) != NULL)
		return 0;
	for (;;) {
		size_t len = part_length(s + at, n - at);

		if (at + len == n || !is_origin(s + at, len))
			return at;
		at += len + 1;
	}
}

/* "LinphoneReasonBusy", "StatusBusyHere": the length of the name of the
 * enumeration. */
static size_t enum_name(const char *s, size_t n)
{
	static const char names[][15] = { "LinphoneReason", "SalReason",
		                          "Status" };

	for (size_t i = 0; i < LEN(names); i++) {
		size_t len = strlen(names[i]);

		if (n > len && memcmp(s, names[i], len) == 0 &&
		    char_is_upper(s[len]) && memchr(s, ' ', n) == NULL)
			return len;
	}
	return 0;
}

/* "SIP_BUSY_HERE_CODE" less what stands behind the phrase. */
static size_t without_ending(const char *s, size_t n)
{
	static const char ending[] = "_CODE";
	size_t len = sizeof(ending) - 1;

	return n > len && memcmp(s + n - len, ending, len) == 0 ? n - len : n;
}

/* The rest of a constant behind the parts of its origin is a phrase or a cause,
 * maybe with its code before it: "SIP_486_BUSY_HERE". */
void name_constant(struct named *names, const char *s, size_t n)
{
	unsigned long code = 0;
	size_t parts = 0, front = enum_name(s, n);
	int of_causes = 0;

	if (n == 0 || !char_is_letter(s[0]))
		return;
	parts += front > 0;
	s += front;
	n -= front;
	while (n > 0) {
		size_t len = part_length(s, n);

		if (len == n || memchr(s, ' ', n) != NULL)
			break;
		if (len == 3 && number_read_n(s, 3, &code) == 0 &&
		    sipcode_code(names->lang, code) != NULL)
			named_add(names, sipcode_code(names->lang, code));
		else if (len > 0 && !is_origin(s, len))
			break;
		of_causes |= named_equals("cause", s, len);
		parts++;
		len += len < n;
		s += len;
		n -= len;
	}
	if (parts == 0 || n == 0 || names->rows > 0)
		return;
	n = without_ending(s, n);
	names->core = s;
	names->core_n = n;
	/* SWITCH_CAUSE_SERVICE_UNAVAILABLE is cause 63, and no 503. */
	if (of_causes)
		named_causes(names, s, n);
	if (names->rows > 0)
		return;
	name_phrase(names, s, n);
	named_causes(names, s, n);
}

/* "1408 No Response". */
static int is_number_and_name(const struct sipcode_row *row, const char *s,
                              size_t n)
{
	size_t digits = 0;
	unsigned long number;

	while (digits < n && char_is_digit(s[digits]))
		digits++;
	return digits > 0 && digits < n &&
	       number_read_n(s, digits, &number) == 0 &&
	       sipcode_number(row, SIPCODE_F_FIRST, 0) == number &&
	       named_alike(sipcode_text(row, SIPCODE_F_NAME, 0), s + digits,
	                   n - digits);
}

void name_number(struct named *names, const char *s, size_t n)
{
	const struct sipcode_row *row;

	for (size_t i = 0; (row = sipcode_row(names->lang, SIPCODE_NUMBERS, i));
	     i++)
		if (named_alike(sipcode_text(row, SIPCODE_F_NAME, 0), s, n) ||
		    is_number_and_name(row, s, n))
			named_add(names, row);
}

void name_key(struct named *names, const char *s, size_t n)
{
	static const enum sipcode_set sets[] = {
		SIPCODE_FLOWS,     SIPCODE_SYMPTOMS,  SIPCODE_NOTES,
		SIPCODE_PRACTICES, SIPCODE_SIGHTINGS, SIPCODE_VARIANTS,
		SIPCODE_RULES,     SIPCODE_DUTIES,    SIPCODE_MAPPINGS,
		SIPCODE_NUMBERS,   SIPCODE_DISGUISES, SIPCODE_CONDITIONS,
	};

	if (memchr(s, '-', n) == NULL)
		return;
	/* "486-Busy" is a code, and not the flow 486-busy. */
	for (size_t i = 0; char_is_digit(s[0]) && i < n; i++)
		if (char_is_upper(s[i]))
			return;
	for (size_t i = 0; i < LEN(sets) && names->rows == 0; i++)
		named_add(names, named_key(names, sets[i], s, n));
}
