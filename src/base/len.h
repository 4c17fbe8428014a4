/* len.h - the number of elements of an array. */
#ifndef LEN_H
#define LEN_H

#define LEN(array) (sizeof(array) / sizeof((array)[0]))

#endif
