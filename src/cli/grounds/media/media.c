/* media.c - an offer that was refused: what it asks for, and what the response
 * says of that. */
#include "grounds/look.h"

#include "grounds/media/refusal.h"
#include "grounds/media/sdp.h"

static const struct sipcode_span none = { "", 0 };

/* 1 if the body may be there, but the log does not have it. */
static int is_unseen(const struct sipcode_message *m)
{
	struct sipcode_span type, length;
	uint64_t n;

	return m->body.n == 0 && sipcode_value(m, "Content-Type", &type) &&
	       sipcode_value(m, "Content-Length", &length) &&
	       value_number(length, &n) && n > 0;
}

static void look_no_offer(struct look *l)
{
	struct sipcode_span method = value_method(l->asked);
	struct ground *g;

	if (!l->whole)
		return;
	if (is_unseen(l->asked) || l->asked->body_cut) {
		g = ground_add(l, GROUND_offer_unseen);
		ground_shows_field(g, l->request, "Content-Type");
		ground_shows_field(g, l->request, "Content-Length");
		return;
	}
	if (value_is(method, "INVITE")) {
		g = ground_add(l, GROUND_offer_delayed);
	} else {
		g = ground_add(l, GROUND_offer_none);
		ground_arg(g, 0, method);
	}
	ground_shows_field(g, l->request, "Content-Type");
	ground_shows_field(g, l->request, "Content-Length");
	ground_shows_field(g, l->response, "Warning");
}

/* What the other side must have to take the offer, by its profile. */
static void look_profile(struct look *l, const struct sdp_media *m)
{
	enum ground_id id = GROUND_offer_plain;
	struct ground *g;

	if (sdp_is_secure(m) && (m->has & SDP_FINGERPRINT))
		id = GROUND_offer_dtls;
	else if (sdp_is_secure(m) && (m->has & SDP_CRYPTO))
		id = GROUND_offer_sdes;
	else if (sdp_is_secure(m) && !(m->has & SDP_KEYMGT) &&
	         !l->asked->body_cut)
		id = GROUND_offer_keyless;
	else if (sdp_is_secure(m) || !value_begins(m->profile, "RTP/AVP") ||
	         (m->has & (SDP_CRYPTO | SDP_FINGERPRINT)))
		return;
	g = ground_add(l, id);
	ground_arg(g, 0, m->profile);
}

/* The INVITE before this request that was accepted last, with its session
 * description; NULL if there is none. */
static const struct transaction *last_agreed(struct look *l,
                                             struct sipcode_span *text)
{
	const struct transaction *t, *last = NULL;
	size_t at = 0;

	while ((t = exchange_of_call(l->exchange, &l->transaction->ids, &at)) !=
	       NULL) {
		const struct response *final = transaction_final(t);

		if (t->serial < l->transaction->serial && final != NULL &&
		    (transaction_is(t, "INVITE") ||
		     (transaction_is(t, "UPDATE") &&
		      final->kept->message.body.n > 0)) &&
		    final->kept->message.code < 300 &&
		    transaction_same_dialog(t, l->transaction))
			last = t;
	}
	/* An UPDATE may have added what the INVITE lacked. */
	if (last == NULL || !transaction_is(last, "INVITE") ||
	    !sdp_of(&transaction_final(last)->kept->message, text))
		return NULL;
	return last;
}

static int has_media(struct sipcode_span text, struct sipcode_span type)
{
	struct sdp_media m;
	struct sdp s;

	sdp_open(&s, text);
	for (int i = 0; i < MEDIA_MOST && sdp_next(&s, &m); i++)
		if (value_alike(m.media, type) && !value_is(m.port, "0"))
			return 1;
	return sdp_next(&s, &m);
}

/* A media that a running call asks for anew, as T.38. */
static void look_new_media(struct look *l, struct sipcode_span offer)
{
	const struct transaction *last;
	struct sipcode_span before;
	struct sdp_media m;
	struct sdp s;

	if (l->transaction->ids.to_tag.n == 0)
		return;
	last = last_agreed(l, &before);
	sdp_open(&s, offer);
	for (int i = 0; last != NULL && i < MEDIA_MOST && sdp_next(&s, &m);
	     i++) {
		struct ground *g;

		if (value_is(m.port, "0") || has_media(before, m.media))
			continue;
		g = ground_add(l, GROUND_offer_new_media);
		ground_arg(g, 0, m.media);
		ground_number(g, 1, last->ids.number);
		show_media(l, g, &transaction_final(last)->kept->heard, before,
		           none, SHOWN_MOST);
		return;
	}
}

/* The response says nothing of the offer: what the offer asks for. */
static void look_unsaid(struct look *l, struct sipcode_span offer)
{
	struct ground *g;
	struct sdp_media m;
	struct sdp s;

	if (!l->whole)
		return;
	g = ground_add(l, GROUND_offer_unsaid);
	show_media(l, g, l->request, offer, none, SHOWN_MOST);
	sdp_open(&s, offer);
	if (sdp_next(&s, &m))
		look_profile(l, &m);
	else if (!l->asked->body_cut)
		ground_add(l, GROUND_offer_empty);
	look_new_media(l, offer);
}

/* A body that is packed or encrypted may be an offer, which nobody sees. */
static int is_offer_closed(const struct sipcode_message *m)
{
	struct sipcode_span v, type;

	return (sipcode_value(m, "Content-Encoding", &v) &&
	        !value_is(value_bare(v), "identity")) ||
	       (sipcode_value(m, "Content-Type", &type) &&
	        value_is(value_bare(type), "application/pkcs7-mime"));
}

void look_media(struct look *l)
{
	struct sipcode_span offer, reply;
	int said;

	if (is_offer_closed(l->asked))
		return;

	if (!sdp_of(l->asked, &offer) || value_trim(offer).n == 0) {
		look_no_offer(l);
		return;
	}
	said = look_warnings(l, offer);
	if (sdp_of(l->got, &reply) && value_trim(reply).n > 0) {
		look_reply(l, offer, reply);
		said = 1;
	}
	if (!said && !is_unseen(l->got) && !look_is_there(l->got, "Warning"))
		look_unsaid(l, offer);
}
