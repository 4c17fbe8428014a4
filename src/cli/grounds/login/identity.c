/* identity.c - 428, 436, 437, 438, and 403 for a stale Date: the signature of
 * the caller (RFC 8224). */
#include "grounds/look.h"

#include "chars.h"
#include "exchange/passport.h"
#include "time/calendar.h"

enum {
	IDENTITIES = 8,
	FRESH = 60,      /* seconds, as RFC 8224 section 6.2 recommends */
	NUMBER_LEAST = 7 /* what is shorter may be completed at will */
};

struct identities {
	struct look *l;
	struct passport p[IDENTITIES];
	struct sipcode_span v[IDENTITIES];
	size_t n;
	int has_date;
	struct sipcode_span date_text;
	int64_t date; /* seconds since 1970, if has_date */
};

static void read_all(struct identities *a, struct look *l)
{
	struct sipcode_cursor at = { 0 };

	a->l = l;
	a->n = 0;
	a->date = 0;
	while (a->n < IDENTITIES &&
	       sipcode_next_value(l->asked, "Identity", &at, &a->v[a->n])) {
		passport_read(&a->p[a->n], a->v[a->n]);
		a->n++;
	}
	a->has_date = sipcode_value(l->asked, "Date", &a->date_text) &&
	              value_date(a->date_text, &a->date);
}

/* A ground that shows a parameter of Identity, if it is there. */
static struct ground *add_param(struct identities *a, enum ground_id id,
                                const char *name, struct sipcode_span v)
{
	struct ground *g = ground_add(a->l, id);

	ground_arg(g, 0, v);
	ground_shows(g, a->l->request, name, v);
	return g;
}

static void show_identity(struct identities *a, enum ground_id id, size_t i)
{
	ground_shows(ground_add(a->l, id), a->l->request, "Identity", a->v[i]);
}

/* 428: is there one that the server can use? */
static void look_wanted(struct identities *a)
{
	size_t with_ppt = 0, old = 0;

	for (size_t i = 0; i < a->n; i++) {
		with_ppt += a->p[i].ppt.n > 0;
		old += a->p[i].form == PASSPORT_OLD;
	}
	if (a->n == 0)
		ground_add(a->l, GROUND_identity_none);
	else if (old == a->n)
		show_identity(a, GROUND_identity_old, 0);
	else if (with_ppt == a->n)
		add_param(a, GROUND_identity_ppt, "Identity;ppt", a->p[0].ppt);
	else
		show_identity(a, GROUND_identity_there, 0);
}

/* 436, 437: where the certificate is, and of which kind the signature. */
static void look_certificate(struct identities *a)
{
	enum { SHOWN = 3 };

	for (size_t i = 0; i < a->n && i < SHOWN; i++) {
		const struct passport *p = &a->p[i];

		if (p->form == PASSPORT_OLD)
			show_identity(a, GROUND_identity_old, i);
		else if (p->info.n > 0)
			add_param(a,
			          a->l->code == 436
			                  ? GROUND_identity_info
			                  : GROUND_identity_credential,
			          "Identity;info", p->info);
		else
			show_identity(a, GROUND_identity_no_info, i);
		if (a->l->code == 437 && p->alg.n > 0 &&
		    !value_is(p->alg, "ES256"))
			add_param(a, GROUND_identity_alg, "Identity;alg",
			          p->alg);
	}
}

/* The digits of a number of the form of RFC 3966, without separators and the
 * parameters behind it; returns how many, 0 if it is no number. */
static size_t number_digits(struct sipcode_span user, char digits[20])
{
	size_t n = 0;

	for (size_t i = 0; i < user.n && user.s[i] != ';'; i++) {
		if (char_in(user.s[i], "+-.()"))
			continue;
		if (!char_is_digit(user.s[i]) || n == 18)
			return 0;
		digits[n++] = user.s[i];
	}
	return n;
}

/* May the user be that number?  A national number is the end of one with its
 * country code, one with a prefix ends with it (RFC 8224 section 8.3). */
static int may_be_number(struct sipcode_span user, uint64_t number)
{
	char a[20];
	size_t n = number_digits(user, a), first = 0;
	uint64_t own = 0, power = 1;

	while (first < n && a[first] == '0')
		first++;
	if (n - first < NUMBER_LEAST || number < 1000000)
		return 1;
	for (size_t i = first; i < n; i++) {
		own = own * 10 + (uint64_t)(a[i] - '0');
		power *= 10;
	}
	if (own < number)
		return number % power == own;
	for (power = 1; power <= number;)
		power *= 10;
	return own % power == number;
}

static struct sipcode_span user_of(struct sipcode_span v)
{
	return value_user(value_uri(v));
}

/* Does P-Asserted-Identity have a number, and is none of them that one? */
static int asserts_other(const struct identities *a, uint64_t number,
                         struct sipcode_span *user)
{
	struct sipcode_cursor at = { 0 };
	struct sipcode_span v;
	int others = 0;

	while (sipcode_next_value(a->l->asked, "P-Asserted-Identity", &at,
	                          &v)) {
		if (may_be_number(user_of(v), number))
			return 0;
		*user = user_of(v);
		others = 1;
	}
	return others;
}

/* That of a diversion has the new target in dest, which stands in the
 * Request-URI and not in To, and the time of the diversion in iat (RFC 8946
 * sections 4.1 and 4.2). */
static int is_diverted(const struct passport *p)
{
	return value_begins(p->ppt, "div");
}

/* Is orig neither the number in From nor an asserted one? */
static int is_other_caller(const struct identities *a, const struct passport *p,
                           struct sipcode_span *user)
{
	struct sipcode_span v, asserted;

	if (p->orig == 0 || !sipcode_value(a->l->asked, "From", &v))
		return 0;
	*user = user_of(v);
	return !may_be_number(*user, p->orig) &&
	       (!look_is_there(a->l->asked, "P-Asserted-Identity") ||
	        asserts_other(a, p->orig, &asserted));
}

static int is_other_callee(const struct identities *a, const struct passport *p,
                           struct sipcode_span *user)
{
	struct sipcode_span v;

	if (p->dests == 0 || p->dests == PASSPORT_DESTS || is_diverted(p) ||
	    !sipcode_value(a->l->asked, "To", &v))
		return 0;
	*user = user_of(v);
	for (size_t i = 0; i < p->dests; i++)
		if (p->dest[i] == 0 || may_be_number(*user, p->dest[i]))
			return 0;
	return 1;
}

/* Seconds between iat and Date; 0 if one is not there. */
static uint64_t apart(const struct identities *a, const struct passport *p)
{
	uint64_t date = (uint64_t)a->date;

	if (!a->has_date || p->iat == 0 || is_diverted(p))
		return 0;
	return date < p->iat ? p->iat - date : date - p->iat;
}

static const char *missing_claim(const struct passport *p)
{
	if (!p->read)
		return NULL;
	if (!p->has_iat)
		return "iat";
	if (!p->has_orig)
		return "orig";
	return p->has_dest ? NULL : "dest";
}

/* The form of the PASSporT itself: adds what is wrong with it. */
static int look_form(struct identities *a, size_t i)
{
	const struct passport *p = &a->p[i];
	const char *missing = missing_claim(p);
	int compact = p->form == PASSPORT_COMPACT;

	if (p->form == PASSPORT_OLD || p->form == PASSPORT_BROKEN)
		show_identity(a,
		              p->form == PASSPORT_OLD ? GROUND_identity_old
		                                      : GROUND_identity_broken,
		              i);
	else if (compact && p->ppt.n > 0)
		add_param(a, GROUND_identity_compact_ppt, "Identity;ppt",
		          p->ppt);
	else if (compact && a->l->whole && !look_is_there(a->l->asked, "Date"))
		show_identity(a, GROUND_identity_no_date, i);
	else if (missing != NULL)
		ground_arg(ground_add(a->l, GROUND_identity_claim), 0,
		           value_of(missing));
	else
		return 0;
	return 1;
}

static void show_number(struct identities *a, enum ground_id id,
                        uint64_t number, struct sipcode_span user,
                        const char *field)
{
	struct ground *g = ground_add(a->l, id);

	ground_number(g, 0, number);
	ground_arg(g, 1, user);
	ground_shows_field(g, a->l->request, field);
}

static void add_apart(struct identities *a, const struct passport *p)
{
	struct ground *g = ground_add(a->l, GROUND_identity_apart);

	ground_number(g, 0, p->iat);
	ground_arg(g, 1, a->date_text);
	ground_number(g, 2, apart(a, p));
	ground_shows_field(g, a->l->request, "Date");
}

/* Its claims against the request. */
static int look_claims(struct identities *a, size_t i)
{
	const struct passport *p = &a->p[i];
	struct sipcode_span user;
	int found = 0;

	if (is_other_caller(a, p, &user)) {
		show_number(a, GROUND_identity_orig, p->orig, user, "From");
		found = 1;
	}
	if (is_other_callee(a, p, &user)) {
		show_number(a, GROUND_identity_dest, p->dest[0], user, "To");
		found = 1;
	}
	if (!found && apart(a, p) > FRESH) {
		add_apart(a, p);
		found = 1;
	}
	return found;
}

/* 1 if nothing that can be seen is wrong with it. */
static int is_fitting(struct identities *a, size_t i)
{
	const struct passport *p = &a->p[i];
	struct sipcode_span user;

	return (p->form == PASSPORT_FULL ||
	        (p->form == PASSPORT_COMPACT && p->ppt.n == 0 &&
	         look_is_there(a->l->asked, "Date"))) &&
	       missing_claim(p) == NULL && !is_other_caller(a, p, &user) &&
	       !is_other_callee(a, p, &user) && apart(a, p) <= FRESH;
}

/* 438: one that is valid would do (RFC 8224 section 6.2.1). */
static void look_valid(struct identities *a)
{
	struct sipcode_span user;

	for (size_t i = 0; i < a->n; i++) {
		const struct passport *p = &a->p[i];

		if (!is_fitting(a, i))
			continue;
		if (p->form == PASSPORT_FULL && !p->read)
			return;
		if (p->orig > 0 && asserts_other(a, p->orig, &user))
			show_number(a, GROUND_identity_asserted, p->orig, user,
			            "P-Asserted-Identity");
		else
			show_identity(a,
			              p->form == PASSPORT_FULL
			                      ? GROUND_identity_fits
			                      : GROUND_identity_compact,
			              i);
		return;
	}
	if (a->n > 0 && !look_form(a, 0))
		look_claims(a, 0);
}

void look_identity(struct look *l)
{
	struct identities a;

	read_all(&a, l);
	if (a.n == 0 && !l->whole)
		return;
	if (l->code == 428)
		look_wanted(&a);
	else if (a.n == 0)
		ground_add(l, GROUND_identity_absent);
	else if (l->code == 438)
		look_valid(&a);
	else
		look_certificate(&a);
}

/* Seconds from Date to the time that the log has; 0 if that is not known. */
static int64_t log_behind(const struct identities *a)
{
	struct stamp log = a->l->request->stamp, date = log;
	int64_t midnight = a->date / 86400 * 86400, between;
	int second = (int)(a->date - midnight);

	if (!a->has_date || !a->l->request->stamped || !log.has_zone ||
	    (log.kind != STAMP_DATE && log.kind != STAMP_EPOCH))
		return 0;
	calendar_date(a->date / 86400, &date.year, &date.month, &date.day);
	date.hour = second / 3600;
	date.minute = second / 60 % 60;
	date.second = second % 60;
	date.nanosecond = 0;
	date.zone = 0;
	return stamp_between(&date, &log, &between) ? between / 1000000000 : 0;
}

int look_stale_date(struct look *l)
{
	struct identities a;
	struct ground *g;

	if (!value_is(l->got->phrase, "Stale Date"))
		return 0;
	read_all(&a, l);
	if (log_behind(&a) > FRESH) {
		g = ground_add(l, GROUND_date_late);
		ground_arg(g, 0, a.date_text);
		ground_number(g, 1, (uint64_t)log_behind(&a));
		ground_shows_field(g, l->request, "Date");
		return 1;
	}
	for (size_t i = 0; i < a.n; i++)
		if (apart(&a, &a.p[i]) > FRESH) {
			add_apart(&a, &a.p[i]);
			return 1;
		}
	if (!look_is_there(l->asked, "Date"))
		return 0;
	g = ground_add(l, GROUND_date_stale);
	ground_arg(g, 0, a.date_text);
	ground_shows_field(g, l->request, "Date");
	return 1;
}
