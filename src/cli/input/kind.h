/* kind.h - what the first bytes of an input say that it is. */
#ifndef KIND_H
#define KIND_H

#include <stddef.h>

enum kind {
	KIND_TEXT, /* what has no mark of another kind */
	KIND_UTF16,
	KIND_UTF16LE, /* without a mark of the byte order */
	KIND_UTF16BE,
	KIND_UTF32,
	KIND_UTF32LE,
	KIND_UTF32BE,
	KIND_GZIP,
	KIND_XZ,
	KIND_ZSTD,
	KIND_BZIP2,
	KIND_LZ4,
	KIND_ZIP,
	KIND_PCAP,
	KIND_PCAPNG,
	KIND_SNOOP,
	KINDS
};

/* What a kind is called, and the command that makes a log of it. */
struct kind_text {
	char name[20];
	char reader[30]; /* "": the bytes are read as they are */
	char before[3];  /* stands between it and the name of a file */
	char piped[30];  /* what reads standard input instead */
};

/* The kind of an input that begins with s[0..n); all: it has no more.
 * Returns 1, or 0 if more bytes are needed to tell. */
int kind_read(const char *s, size_t n, int all, enum kind *kind);
const struct kind_text *kind_text(enum kind kind);
/* 1 for a capture: frames of a network with a head before each. */
int kind_is_capture(enum kind kind);

#endif
