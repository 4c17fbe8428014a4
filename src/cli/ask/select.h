/* select.h - sets of codes such as "4xx,503,480-489". */
#ifndef SELECT_H
#define SELECT_H

/* want[code] is 1 for the codes that are selected. */
struct selection {
	unsigned char want[700];
};

void select_none(struct selection *s);
void select_all(struct selection *s);
/* Adds codes, classes and ranges with commas between them.  Returns 0, or -1
 * if the text is anything else. */
int select_add(struct selection *s, const char *text);

#endif
