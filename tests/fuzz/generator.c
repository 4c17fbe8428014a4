/* generator.c - the generator on records that are wrong in any way: it makes a
 * file, or says what is wrong and makes none.
 *
 * Behind the line of choices "=== NAME.rec" or "=== LANG/NAME.rec" begins a
 * file of the data.  The labels are there by themselves. */
#include <sys/stat.h>
#include <unistd.h>

/* Its parts that keep something from one run to the next. */
#define main generator_main
int generator_main(int argc, char **argv);
#include "main.c"
#undef main
#include "io/report.c"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>

#include "input.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { FILES = 24, NAME_SIZE = 24 };

static const char *const what[] = { "table",     "schema",    "bash", "fish",
	                            "manual.en", "manual.vi", "zsh" };
static char folder[1024];

/* A file that stands in the folder, as the input has it. */
static struct file {
	char name[NAME_SIZE];
	const char *s;
	size_t n;
} file[FILES];
static size_t files;

static _Noreturn void fail(const char *why, const char *said)
{
	fprintf(stderr, "== %s\n%s\n", why, said);
	abort();
}

static const char *path_of(const char *name)
{
	static char path[sizeof(folder) + NAME_SIZE + 8];

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	return path;
}

static void write_file_of(const char *name, const char *s, size_t n)
{
	FILE *f = fopen(path_of(name), "wb");

	if (f == NULL || fwrite(s, 1, n, f) != n || fclose(f) != 0)
		fail("no file can be written", path_of(name));
}

static void write_labels(void)
{
	static const char *const labels[] = {
#define LABEL(name) #name,
#define MANUAL(name) #name,
#include "labels.def"
#undef LABEL
	};
	FILE *f = fopen(path_of("en/labels.rec"), "wb");

	if (f == NULL)
		fail("no file can be written", folder);
	fputs("%rec: Label\n", f);
	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++)
		fprintf(f, "\nId: %s\nText: %s\n", labels[i], labels[i]);
	fclose(f);
}

static void leave(void)
{
	remove(path_of("en/labels.rec"));
	rmdir(path_of("en"));
	rmdir(path_of("vi"));
	rmdir(folder);
}

static void begin(void)
{
	const char *parent = getenv("TMPDIR");

	if (*folder != '\0')
		return;
	snprintf(folder, sizeof(folder), "%s/sipcode-fuzz-XXXXXX",
	         parent == NULL ? "/tmp" : parent);
	if (mkdtemp(folder) == NULL || mkdir(path_of("en"), 0700) != 0 ||
	    mkdir(path_of("vi"), 0700) != 0)
		fail("no folder can be made", folder);
	write_labels();
	atexit(leave);
}

/* A name that leads nowhere else. */
static int is_name(const char *s, size_t n)
{
	size_t lang = n > 3 && (strncmp(s, "en/", 3) == 0 ||
	                        strncmp(s, "vi/", 3) == 0)
	                      ? 3
	                      : 0;

	if (n < lang + 5 || n >= NAME_SIZE || strncmp(s + n - 4, ".rec", 4))
		return 0;
	for (size_t i = lang; i < n - 4; i++)
		if (s[i] < 'a' || s[i] > 'z')
			return 0;
	return strncmp(s + lang, "labels", 6) != 0 || lang == 0;
}

static size_t line_of(const char *s, size_t n)
{
	const char *eol = n == 0 ? NULL : memchr(s, '\n', n);

	return eol == NULL ? n : (size_t)(eol - s) + 1;
}

static void find_files(const struct input *in)
{
	files = 0;
	for (size_t i = 0, n; i < in->n; i += n) {
		const char *s = in->s + i;

		n = line_of(s, in->n - i);
		if (n > 5 && strncmp(s, "=== ", 4) == 0 && files < FILES &&
		    is_name(s + 4, n - 5)) {
			struct file *f = &file[files++];

			memset(f->name, 0, sizeof(f->name));
			memcpy(f->name, s + 4, n - 5);
			f->s = s + n;
			f->n = 0;
		} else if (files > 0) {
			file[files - 1].n += n;
		}
	}
}

/* Only the table and the manual hold what the data say; no byte of it commands
 * a terminal. */
static void see_made(const char *path)
{
	FILE *f = fopen(path, "rb");
	static char s[1 << 20];
	size_t n = f == NULL ? 0 : fread(s, 1, sizeof(s), f);

	if (f == NULL || n == 0)
		fail("nothing was made", path);
	fclose(f);
	for (size_t i = 0, len; i < n; i += len) {
		uint32_t cp;

		len = utf8_decode(s + i, n - i, &cp);
		if (len == 0 && n == sizeof(s))
			return;
		if (len == 0 || cp == 0x7f || (cp >= 0x80 && cp < 0xa0) ||
		    (cp < ' ' && cp != '\n' && cp != '\t'))
			fail("a byte that may not be there", path);
	}
}

static void run(const char *emitted)
{
	char name[] = "sipcode-gen", option[] = "--emit", value[16];
	char table[sizeof(folder) + 8], *said = NULL;
	char *argv[] = { name, option, value, folder, table, NULL };
	FILE *kept = stderr;
	size_t n = 0;
	int status;

	snprintf(table, sizeof(table), "%s/made", folder);
	snprintf(value, sizeof(value), "%s", emitted);
	stderr = open_memstream(&said, &n);
	count = 0;
	complete = 0;
	status = generator_main(5, argv);
	fclose(stderr);
	stderr = kept;
	if (status < 0 || status > 2)
		fail("status", said);
	if (status == 1 && strstr(said, " in the data\n") == NULL)
		fail("refused without a word", said);
	if (status == 2 && strstr(said, "there is no '") == NULL)
		fail("trouble", said);
	if (status != 0 && access(table, F_OK) == 0)
		fail("a file was made of wrong data", said);
	if (status == 0)
		see_made(table);
	remove(table);
	free(said);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *emitted;
	struct input in;

	begin();
	input_open(&in, data, size);
	emitted = what[input_pick(&in, 7)];
	find_files(&in);
	for (size_t i = 0; i < files; i++)
		write_file_of(file[i].name, file[i].s, file[i].n);
	run(emitted);
	for (size_t i = 0; i < files; i++)
		remove(path_of(file[i].name));
	input_close(&in);
	return 0;
}
