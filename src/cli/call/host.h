/* host.h - who sends and receives messages: a host and a port. */
#ifndef HOST_H
#define HOST_H

#include <stdint.h>
#include <sipcode.h>

struct host {
	struct sipcode_span name; /* "192.0.2.1", "[2001:db8::1]", a name */
	unsigned long port;       /* that of the transport if none is said */
	uint64_t hash;            /* private */
};

/* The sent-by of a Via; its name is empty if it has none. */
struct host host_of_via(struct sipcode_span via);
/* The host of a URI, or of a value that holds one; as above. */
struct host host_of_uri(struct sipcode_span value);
/* 1 if they are the same host and port, letters of either case being equal. */
int host_same(const struct host *a, const struct host *b);
/* 1 if it is a port that goes without saying. */
int host_is_usual(unsigned long port);

#endif
