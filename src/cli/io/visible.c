/* visible.c - the one escaper of what users, logs and the network supply. */
#include "io/visible.h"

#include <string.h>

#include "chars.h"
#include "utf8.h"

size_t visible_char(const char *s, size_t n, int utf8, char *shown, size_t *len)
{
	uint32_t cp = 0;
	size_t bytes = utf8_decode(s, n, &cp);

	*len = 0;
	if (bytes > 0 && utf8_visible(cp) && (cp < 0x80 || utf8)) {
		memcpy(shown, s, bytes);
		*len = bytes;
		return bytes;
	}
	bytes += bytes == 0;
	for (size_t i = 0; i < bytes; i++) {
		unsigned char c = (unsigned char)s[i];

		shown[(*len)++] = '\\';
		shown[(*len)++] = 'x';
		shown[(*len)++] = char_hex(c >> 4);
		shown[(*len)++] = char_hex(c);
	}
	return bytes;
}
