/* gen.h - small data folders, right and wrong, for the generator. */
#ifndef GEN_H
#define GEN_H

#include <stddef.h>

#include "harness.h"

/* A new folder with data of one class and one code, in which nothing is
 * wrong; facts in classes.rec and codes.rec, prose and labels in en/.  Its
 * path stays good until the next call. */
const char *gen_folder(void);
/* The labels in another language, in LANG/labels.rec. */
void gen_labels(const char *folder, const char *lang);
/* Another text for one label of a language, which has been written before. */
void gen_label(const char *folder, const char *lang, const char *label,
               const char *text);
/* A file in the folder LANG that says the same as the one of English. */
void gen_prose(const char *folder, const char *lang);
/* The stamp of a translation of the record; good until the next call. */
const char *gen_stamp(const char *record);
/* A text that holds a part n times, which the caller frees. */
char *gen_repeat(const char *head, const char *part, size_t n,
                 const char *tail);
/* Runs the generator on the folder; the table is FOLDER/table.c. */
void gen_run(struct run *r, const char *folder);
/* The same with an option, its value or both, which may be NULL. */
void gen_run_with(struct run *r, const char *folder, const char *option,
                  const char *value);
/* The table, which the caller frees; NULL if there is none. */
char *gen_table(const char *folder);
/* Another file that is made of the folder, such as "manual.vi", without a word;
 * the caller frees it. */
char *gen_page(const char *folder, const char *what);

/* One file that makes the data wrong, and what is said of it: lines of
 * "file:line: message" below the folder. */
struct mistake {
	const char *file, *text;
	const char *messages;
};

/* Each mistake by itself: messages, their number, status 1, no table. */
void check_mistakes(const struct mistake *m, size_t n);
#define CHECK_MISTAKES(mistakes) check_mistakes(mistakes, LEN(mistakes))

/* What the generator has said of a folder, without the path before each
 * line, which has to be there. */
void assert_messages(struct run *r, const char *folder, const char *messages);

#endif
