/* markdown.h - the blocks of which layout.c and the pages are made, as Markdown
 * in GitHub's dialect, which GitLab, Gitea and most wikis read.
 *
 * No text can make markup: of a word that a reader of Markdown could take for
 * more than text, a link, a mention or a tag, becomes code; in any other what
 * has a meaning stands behind a backslash.  A block is one line, and an empty
 * one parts it from what is not of its kind. */
#ifndef MARKDOWN_H
#define MARKDOWN_H

#include <stddef.h>

#include "io/out.h"

/* Stands before and behind a part of a text that is code; no other text has
 * it. */
#define MARKDOWN_CODE "\016"

/* level: from 1, the title. */
void markdown_heading(struct out *o, unsigned level, const char *text);
/* The name, where it is not "", in bold before the text. */
void markdown_paragraph(struct out *o, const char *name, const char *text);
/* The same in bold. */
void markdown_strong(struct out *o, const char *text);
/* A bullet: "**name** text" where the name is not "".  Within the bullet before
 * it if it is nested. */
void markdown_bullet(struct out *o, int nested, const char *name,
                     const char *text);
/* Begins a table of so many columns with their heads, which may be "", unless
 * it has been begun: every table has such a row. */
void markdown_table(struct out *o, const char *const *head, size_t n);
/* A row of the table, in bold or not. */
void markdown_row(struct out *o, const char *const *cell, size_t n, int strong);
/* The columns of the table that has been begun; 0 if none has. */
size_t markdown_columns(const struct out *o);
/* Begins and ends lines that are shown as they are. */
void markdown_code(struct out *o, int begin);

#endif
