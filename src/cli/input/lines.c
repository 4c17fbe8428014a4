/* lines.c - cuts runs into lines; one that is longer than a run is one, too. */
#include "input/lines.h"

#include <string.h>

void lines_each(struct log *log,
                void (*each)(const struct line *line, void *with), void *with)
{
	struct line line = { .number = 0 };

	while (log_next(log)) {
		const char *s = log->buffer + log->from;
		const char *end = log->buffer + log->to;
		int continued = log->continued;

		while (s < end) {
			const char *eol = memchr(s, '\n', (size_t)(end - s));

			line.s = s;
			line.n = (size_t)((eol == NULL ? end : eol) - s);
			line.is_long = line.n > LINES_LONG;
			s = eol == NULL ? end : eol + 1;
			if (line.n > 0 && line.s[line.n - 1] == '\r')
				line.n--;
			if (!continued) {
				line.number++;
				each(&line, with);
			}
			continued = 0;
		}
	}
}
