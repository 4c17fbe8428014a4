/* sdp.h - what a session description says in short (RFC 8866). */
#ifndef SDP_H
#define SDP_H

#include <stddef.h>
#include <sipcode.h>

#include "io/strbuf.h"

/* What stands in attributes. */
enum {
	SDP_FINGERPRINT = 1, /* a=fingerprint: keys come from DTLS */
	SDP_CRYPTO = 2,      /* a=crypto: keys are in the SDP */
	SDP_KEYMGT = 4,      /* a=key-mgmt: keys by another protocol */
	SDP_ICE = 8,
	SDP_MUX = 16, /* a=rtcp-mux */
	SDP_BUNDLE = 32
};

enum { SDP_TYPES = 128, SDP_NAMES = 32 };

/* An m= line with what belongs to it: spans of the text, empty where it has
 * none. */
struct sdp_media {
	struct sipcode_span media, port, profile, formats;
	struct sipcode_span connection; /* c=, else that of the session */
	struct sipcode_span bandwidth;  /* b=, else that of the session */
	struct sipcode_span suite;      /* of the first a=crypto, without key */
	struct sipcode_span direction;  /* "sendonly"; empty: both */
	unsigned has;                   /* SDP_FINGERPRINT and so on */
	struct sipcode_span rtpmap[SDP_TYPES]; /* "opus/48000/2" */
};

/* A place in a session description. */
struct sdp {
	struct sipcode_span text;
	size_t at;                /* private: of the next m= line */
	struct sdp_media session; /* what holds for every m= line */
};

/* Names, of codecs or others, each once, in their order. */
struct sdp_names {
	struct sipcode_span name[SDP_NAMES];
	size_t n;
	int more; /* 1: there are others for which there was no room */
};

/* The session description of a message, also as a part of its body: the one
 * that is an offer or an answer.  Returns 0 if it has none. */
int sdp_of(const struct sipcode_message *m, struct sipcode_span *text);

void sdp_open(struct sdp *s, struct sipcode_span text);
/* The next m= line; 0 past the last. */
int sdp_next(struct sdp *s, struct sdp_media *media);
/* Adds the name, if it is not empty. */
void sdp_add_name(struct sdp_names *c, struct sipcode_span name);
/* Adds the codecs of the m= line: names of rtpmap, of the static payload types
 * of RFC 3551, or the formats themselves. */
void sdp_add_codecs(struct sdp_names *c, const struct sdp_media *media);
/* 1 if the name is one of an aid, such as telephone-event, which is no codec
 * that a call could be held with. */
int sdp_is_aid(struct sipcode_span codec);
/* Adds at most `most` names with a comma between them; " ..." stands for the
 * others. */
void sdp_list(struct strbuf *b, const struct sdp_names *c, size_t most);
/* Adds "audio RTP/SAVPF: opus, PCMU; DTLS fingerprint, ICE": no key. */
void sdp_describe(struct strbuf *b, const struct sdp_media *media);
/* 1 if the profile is one of SRTP. */
int sdp_is_secure(const struct sdp_media *media);
/* The value of the first line "a=NAME" with that name; 0 if there is none. */
int sdp_attribute(struct sipcode_span text, struct sipcode_span name,
                  struct sipcode_span *value);

#endif
