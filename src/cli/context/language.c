/* language.c - LANGUAGE and the locale, without setlocale(). */
#include "context/language.h"

#include <string.h>
#include <sipcode.h>

#include "io/strbuf.h"
#include "io/term.h"

/* "C", "POSIX" and "C.UTF-8", and none at all, speak no language; LANGUAGE does
 * not count there. */
static int is_c(const char *locale)
{
	size_t n = strcspn(locale, ".@");

	return n == 0 || (n == 1 && locale[0] == 'C') ||
	       (n == 5 && memcmp(locale, "POSIX", 5) == 0);
}

/* Can the terminal show a language?  In UTF-8; a locale that names no
 * encoding has the one of its language, which for all but English is UTF-8
 * here. */
static int is_shown(int lang)
{
	const char *charset = term_charset();

	return term_utf8() || (strchr(charset, '.') == NULL &&
	                       sipcode_language(charset) == lang);
}

/* The first language of a list that there is; -1 if there is none. */
static int first_of(const char *list)
{
	struct strbuf tag = { 0 };
	int lang = -1;

	while (*list != '\0' && lang < 0) {
		size_t n = strcspn(list, ":");

		strbuf_reset(&tag);
		strbuf_bytes(&tag, list, n);
		lang = sipcode_language(strbuf_text(&tag));
		list += n;
		list += *list == ':';
	}
	strbuf_free(&tag);
	return lang;
}

int language_wished(void)
{
	const char *locale = term_locale(), *list = term_languages();
	int lang;

	if (is_c(locale))
		return 0;
	lang = *list == '\0' ? sipcode_language(locale) : first_of(list);
	return lang > 0 && is_shown(lang) ? lang : 0;
}
