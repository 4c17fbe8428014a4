/* outbound.c - flows of clients, and proxies that do not know them. */
#include "grounds/look.h"

static int has_flag(struct sipcode_span v, const char *name)
{
	struct sipcode_span p;

	return sipcode_param(v, name, &p);
}

/* ---- 430 ----------------------------------------------------------------- */

/* The topmost Route leads to the edge proxy, and its user part is the token of
 * the flow (RFC 5626 section 5.3.1). */
static void look_flow(struct look *l)
{
	struct sipcode_span route, uri, user, proxy;
	struct ground *g;

	if (!sipcode_value(l->asked, "Route", &route)) {
		if (l->whole)
			ground_shows(ground_add(l, GROUND_flow_no_route),
			             l->request, "Request-URI",
			             value_request_uri(l->asked));
		return;
	}
	uri = value_uri(route);
	if (uri.n == 0)
		return;
	user = value_user(uri);
	proxy = value_hostport(uri);
	if (proxy.n == 0)
		proxy = uri;
	if (user.n > 0) {
		g = ground_add(l, GROUND_flow_token);
		ground_arg(g, 0, user);
		ground_arg(g, 1, proxy);
	} else if (has_flag(uri, "ob")) {
		g = ground_add(l, GROUND_flow_ob);
		ground_arg(g, 0, proxy);
	} else {
		g = ground_add(l, GROUND_flow_no_token);
		ground_arg(g, 0, proxy);
	}
	ground_shows(g, l->request, "Route", route);
}

static void look_flow_failed(struct look *l)
{
	struct ids ids;

	look_flow(l);
	ids_of(l->got, &ids);
	if (l->whole && ids.vias == 1)
		ground_shows(ground_add(l, GROUND_flow_endpoint), l->response,
		             "Via", ids.via);
}

/* ---- 439 ----------------------------------------------------------------- */

/* The first value of Contact with reg-id; 0 if none has one. */
static int find_flow(const struct look *l, struct sipcode_span *contact,
                     struct sipcode_span *reg_id)
{
	struct sipcode_cursor at = { 0 };

	while (sipcode_next_value(l->asked, "Contact", &at, contact))
		if (sipcode_param(*contact, "reg-id", reg_id))
			return 1;
	return 0;
}

/* What the client has asked for is complete: the path says what the first hop
 * is (RFC 5626 section 6).  The client itself does not see it. */
static struct ground *look_path(struct look *l)
{
	struct sipcode_span path, uri;
	struct ground *g;

	if (sipcode_value(l->asked, "Path", &path)) {
		uri = value_uri(path);
		g = ground_add(l, has_flag(uri, "ob") ? GROUND_outbound_ob
		                                      : GROUND_outbound_no_ob);
		ground_arg(g, 0, uri.n > 0 ? uri : path);
		return g;
	}
	return ground_add(l, l->whole && l->transaction->ids.vias > 1
	                             ? GROUND_outbound_no_path
	                             : GROUND_outbound_asked);
}

static void look_first_hop(struct look *l)
{
	struct sipcode_span contact, reg_id;
	struct ground *g;

	if (!find_flow(l, &contact, &reg_id)) {
		if (l->whole)
			ground_shows_field(
				ground_add(l, GROUND_outbound_no_reg_id),
				l->request, "Contact");
		return;
	}
	if (!look_has(l->asked, "Supported", value_of("outbound"))) {
		if (!l->whole)
			return;
		g = ground_add(l, GROUND_outbound_no_tag);
		ground_shows_field(g, l->request, "Supported");
		ground_shows(g, l->request, "Contact", contact);
		return;
	}
	g = look_path(l);
	ground_shows_field(g, l->request, "Supported");
	ground_shows(g, l->request, "Contact", contact);
	ground_shows_field(g, l->request, "Path");
	if (!has_flag(contact, "+sip.instance"))
		ground_shows(ground_add(l, GROUND_outbound_no_instance),
		             l->request, "Contact", contact);
}

void look_outbound(struct look *l)
{
	if (l->code == 430)
		look_flow_failed(l);
	else if (value_is(value_method(l->asked), "REGISTER"))
		look_first_hop(l);
}
