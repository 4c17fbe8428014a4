/* overview.h - all transactions of a short input, and how they ended. */
#ifndef OVERVIEW_H
#define OVERVIEW_H

#include "exchange/fate.h"

struct overview {
	int lang;
	const struct exchange *exchange;
	const struct fate *fate; /* one a transaction that is held */
};

#endif
