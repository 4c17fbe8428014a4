/* labels.h - the words around the data, one text each in every language. */
#ifndef LABELS_H
#define LABELS_H

enum label {
#define LABEL(name) LABEL_##name,
#include "labels.def"
#undef LABEL
	LABELS
};

#endif
