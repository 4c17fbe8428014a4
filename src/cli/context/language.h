/* language.h - which language the text is in. */
#ifndef LANGUAGE_H
#define LANGUAGE_H

/* The language that the environment asks for, by the rules of gettext: that of
 * LANGUAGE, a list, else of LC_ALL, LC_MESSAGES or LANG.  0, English, where
 * there is no such one or the terminal cannot show it. */
int language_wished(void);

#endif
