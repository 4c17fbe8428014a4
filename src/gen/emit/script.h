/* script.h - what the completions of all shells are made of. */
#ifndef SCRIPT_H
#define SCRIPT_H

#include <stddef.h>
#include <stdio.h>

/* Writes a text that stands between single quotes in sh: a quote leaves them
 * and comes back.  Each character of the set gets a backslash before it
 * instead. */
void script_put(FILE *out, const char *s, const char *set);

/* The letters of the options that take an argument. */
void script_letters(FILE *out);
/* The long names of the options that take an argument, with "--", and with
 * the text between them. */
void script_waiting(FILE *out, const char *between);
/* The names of all commands, or of those with the same options as one, which
 * is the first of them. */
void script_commands(FILE *out, const char *between);
void script_alike(FILE *out, size_t command, const char *between);

#endif
