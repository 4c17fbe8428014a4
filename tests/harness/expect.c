/* expect.c - reads labels out of the data. */
#include "expect.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "files.h"

void expect_all(struct bytes *b, const char *const *text)
{
	for (; *text != NULL; text++)
		bytes_str(b, *text);
}

void expect_label(struct bytes *b, const char *id)
{
	char *labels = folder_read(SIPCODE_DATA, "en/labels.rec"), key[64];
	const char *s;

	snprintf(key, sizeof(key), "\nId: %s\nText: ", id);
	s = labels == NULL ? NULL : strstr(labels, key);
	if (s == NULL)
		fail_msg("no label '%s'", id);
	for (s += strlen(key); ; s += 3) {
		size_t n = strcspn(s, "\n");

		bytes_add(b, s, n);
		s += n;
		if (strncmp(s, "\n+ ", 3) != 0)
			break;
		bytes_str(b, " ");
	}
	free(labels);
}

const char *expected_label(const char *id)
{
	static char text[512];
	struct bytes b = { 0 };

	expect_label(&b, id);
	assert_true(b.n < sizeof(text));
	memcpy(text, b.s, b.n + 1);
	bytes_free(&b);
	return text;
}
