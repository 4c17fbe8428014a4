/* term.h - all that is asked of the terminal and of the environment. */
#ifndef TERM_H
#define TERM_H

#include "io/out.h"

/* What the user asks for: to find out, yes or no. */
enum when { WHEN_AUTO, WHEN_ALWAYS, WHEN_NEVER };

/* Whether a file descriptor is a terminal. */
int term_is(int fd);
/* 1 if somebody feeds the descriptor: a pipe, a socket, or a file that is not
 * empty. */
int term_is_fed(int fd);
/* Whether the environment speaks UTF-8: LC_ALL, LC_CTYPE, LANG, the first of
 * them that is set and not empty. */
int term_utf8(void);
/* Columns: COLUMNS if it is a number from 20 to 1000, else what the terminal
 * says, else 80. */
unsigned term_width(int fd);
/* Whether to colour: what the user asked for, else NO_COLOR,
 * CLICOLOR_FORCE, FORCE_COLOR, whether it is a terminal, and TERM.  How deep:
 * the palette of 256 colours if TERM or COLORTERM says so, or where TERM says
 * nothing at all; else bold alone. */
enum color_depth term_color(int terminal, enum when wish);
/* Whether to make links: what the user asked for, else whether it is a terminal
 * that is not known to print them as garbage, or to lose them. */
int term_links(int terminal, enum when wish);
/* Whether options end at the first operand: POSIXLY_CORRECT is set. */
int term_posix(void);
/* The locale of messages: LC_ALL, LC_MESSAGES, LANG; "" if none is set. */
const char *term_locale(void);
/* The locale of characters: LC_ALL, LC_CTYPE, LANG; "" if none is set. */
const char *term_charset(void);
/* The languages that are wished for, best first, as LANGUAGE has them:
 * between colons; "" if it is not set. */
const char *term_languages(void);

#endif
