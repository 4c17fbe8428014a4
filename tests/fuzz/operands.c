/* operands.c - the whole command line: an argument a line. */
#include <stdlib.h>
#include <string.h>

#include "oracle.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char log_text[] =
	"SIP/2.0 486 Busy Here\r\nVia: SIP/2.0/UDP h;branch=z9hG4bK1\r\n"
	"From: <sip:a@b>;tag=1\r\nTo: <sip:c@d>;tag=2\r\nCall-ID: x\r\n"
	"CSeq: 1 INVITE\r\n\r\n";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct ran r;
	struct feed feed = { .s = log_text, .n = sizeof(log_text) - 1 };
	struct world w = { .feed = { feed, feed, feed } };
	char *text = malloc(size + 1), *s = text;

	if (text == NULL)
		return 0;
	if (size > 0)
		memcpy(text, data, size);
	text[size] = '\0';
	/* A byte that is no argument says where the output goes. */
	if (*s == '\001') {
		w.terminal = 1;
		s++;
	}
	while (*s != '\0') {
		char *end = s + strcspn(s, "\n");
		int more = *end != '\0';

		*end = '\0';
		world_arg(&w, s);
		s = end + more;
	}
	world_run(&w, &r);
	judge_run(&w, &r);
	free(text);
	return 0;
}
