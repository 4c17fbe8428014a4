/* json_annotate.c - a meaning as the last member of an object of a log. */
#include "answer/meaning.h"
#include "machine/json.h"

void json_meaning(struct out *o, const struct meaning *m)
{
	int first = 0, inner = 1;

	json_name(o, &first, MEANING_MEMBER);
	out_char(o, '{');
	json_number(o, &inner, "code", m->code);
	json_member(o, &inner, "phrase",
	            sipcode_text(m->row, SIPCODE_F_PHRASE, 0));
	json_member(o, &inner, "meaning", m->text);
	out_char(o, '}');
}
