/* labels.h - the words around the data, one text each in every language. */
#ifndef LABELS_H
#define LABELS_H

enum label {
#define LABEL(name) LABEL_##name,
#include "labels.def"
#undef LABEL
	LABELS,
	/* Those of a manual alone go on with the same numbers. */
	LABELS_last = LABELS - 1,
#define LABEL(name)
#define MANUAL(name) LABEL_##name,
#include "labels.def"
#undef LABEL
	LABELS_ALL
};

#endif
