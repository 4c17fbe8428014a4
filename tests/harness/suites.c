/* suites.c - runs the suite that is named: usage: suites NAME. */
#include <stdio.h>
#include <string.h>

#define SUITE(name) int name(void);
#include "suites.def"
#undef SUITE

static const struct {
	const char *name;
	int (*run)(void);
} suites[] = {
#define SUITE(name) { #name, name },
#include "suites.def"
#undef SUITE
};

int main(int argc, char **argv)
{
	for (size_t i = 0; i < sizeof(suites) / sizeof(suites[0]); i++)
		if (argc == 2 && strcmp(argv[1], suites[i].name) == 0)
			return suites[i].run();
	fprintf(stderr, "usage: suites NAME, such as %s\n", suites[0].name);
	return 2;
}
