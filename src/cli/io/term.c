/* term.c - reads the environment itself: setlocale() would more than double
 * what it costs to start. */
#include "io/term.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "chars.h"
#include "io/number.h"
#include "len.h"
#include "system.h"

static const char *variable(const char *name)
{
	const char *value = getenv(name);

	return value == NULL ? "" : value;
}

int term_is(int fd)
{
	return isatty(fd);
}

int term_is_fed(int fd)
{
	struct stat st;

	return system_is_pipe(fd) ||
	       (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > 0);
}

/* "UTF-8", "utf8" or "UTF8" somewhere in the name of a locale. */
static int says_utf8(const char *locale)
{
	for (; *locale != '\0'; locale++) {
		const char *s = locale;
		const char *want = "utf";

		while (*want != '\0' && char_lower(*s) == *want) {
			s++;
			want++;
		}
		if (*want == '\0' &&
		    (s[0] == '8' || (s[0] == '-' && s[1] == '8')))
			return 1;
	}
	return 0;
}

static const char *locale_of(const char *category)
{
	if (*variable("LC_ALL") != '\0')
		return variable("LC_ALL");
	return *variable(category) != '\0' ? variable(category)
	                                   : variable("LANG");
}

int term_utf8(void)
{
	return says_utf8(term_charset());
}

const char *term_charset(void)
{
	const char *charset = locale_of("LC_CTYPE");

	return *charset != '\0' ? charset : system_charset();
}

const char *term_languages(void)
{
	return variable("LANGUAGE");
}

const char *term_locale(void)
{
	return locale_of("LC_MESSAGES");
}

int term_posix(void)
{
	return getenv("POSIXLY_CORRECT") != NULL;
}

unsigned term_width(int fd)
{
	unsigned long columns;
	unsigned shown;

	if (number_read(variable("COLUMNS"), &columns) == 0 && columns >= 20 &&
	    columns <= 1000)
		return (unsigned)columns;
	shown = system_columns(fd);
	return shown >= 20 ? shown : 80;
}

static int forced(const char *value)
{
	return *value != '\0' && strcmp(value, "0") != 0;
}

/* TERM is not set, or says that there is nothing to be said. */
static int is_dumb(void)
{
	const char *term = variable("TERM");

	return *term == '\0' || strcmp(term, "dumb") == 0;
}

static int is_colored(int terminal, enum when wish)
{
	if (wish != WHEN_AUTO)
		return wish == WHEN_ALWAYS;
	if (*variable("NO_COLOR") != '\0')
		return 0;
	if (forced(variable("CLICOLOR_FORCE")) ||
	    forced(variable("FORCE_COLOR")))
		return 1;
	return terminal && !is_dumb();
}

/* A terminal without the palette would take the number of a colour for that of
 * another style, such as blinking. */
static int has_palette(void)
{
	/* These have it, and do not say so in their name. */
	static const char names[][12] = { "256color",  "direct", "kitty",
		                          "alacritty", "foot",   "ghostty",
		                          "wezterm",   "contour" };

	if (*variable("COLORTERM") != '\0' || is_dumb())
		return 1;
	for (size_t i = 0; i < LEN(names); i++)
		if (strstr(variable("TERM"), names[i]) != NULL)
			return 1;
	return 0;
}

enum color_depth term_color(int terminal, enum when wish)
{
	if (!is_colored(terminal, wish))
		return COLOR_NONE;
	return has_palette() ? COLOR_PALETTE : COLOR_BOLD;
}

int term_links(int terminal, enum when wish)
{
	/* How the names of those begin that print what they do not know, or
	 * are not known to hide it. */
	static const char garble[][8] = { "linux", "screen", "vt",   "eterm",
		                          "emacs", "ansi",   "cons", "sun" };
	unsigned long vte;

	if (wish != WHEN_AUTO || !terminal || is_dumb())
		return wish == WHEN_ALWAYS;
	for (size_t i = 0; i < LEN(garble); i++)
		if (strncmp(variable("TERM"), garble[i], strlen(garble[i])) ==
		    0)
			return 0;
	/* VTE before 0.50 prints them, and before 0.52.2 it can crash. */
	if (number_read(variable("VTE_VERSION"), &vte) == 0 && vte < 5202)
		return 0;
	return *variable("INSIDE_EMACS") == '\0' &&
	       strcmp(variable("TERM_PROGRAM"), "Apple_Terminal") != 0;
}
