/* test_gen_reference_sets.c - one record of each set, and what sipcode(7) makes of
 * it. */
#include <stdlib.h>
#include <string.h>

#include "files.h"
#include "gen.h"

#define SECTION "\302\247"

static const char each_facts[] =
	"%rec: Class\n\nClass: 6xx\nSource: RFC 3261 " SECTION "7.2\n\n"
	"%rec: Code\n\nCode: 600\nPhrase: Busy Everywhere\n"
	"Status: unregistered\nUnconfirmed: yes\nReference: Acme manual\n"
	"Nature: fault\nSource: Acme\nSent_By: UAS\nSent_By: UAC\n"
	"Local: only\nLocal_Source: L1\nMethod: any\nNot_Method: BYE\n"
	"Method_Source: M1\nRetry: after-change\nRetry_Source: R1\n"
	"Effect: by-method\nEffect_Source: E1\nHttp_Phrase: Gone\n"
	"Http_Source: H1\nStun_Phrase: Full\nStun_Source: S1\nSee: 486\n"
	"Read: B1\n\n"
	"%rec: Duty\n\nId: a\nFirst: 486\nLast: 486\nHeader: Allow\n"
	"Alternative: Date\n"
	"Level: MUST\nMethod: INVITE\nIf: body\nSource: D1\n\n"
	"Id: b\nFirst: 400\nLast: 699\nHeader: Allow\n"
	"Level: MAY\nSource: D2\n\n"
	"%rec: Rule\n\nId: a\nFirst: 486\nLast: 486\nSource: P1\n\n"
	"Id: b\nFirst: 400\nLast: 699\nSource: P2\n\n"
	"%rec: Variant\n\nId: a\nCode: 486\nPhrase: Busy\nKind: text\n"
	"Source: V1\n\n"
	"%rec: Pair\n\nId: 486-600\nCode: 486\nCode: 600\nSource: C1\n\n"
	"%rec: Cause\n\nCause: 17\nName: User busy\nKind: q850\n"
	"Class: normal\nAlias: USER_BUSY\nSource: Q1\n\n"
	"Cause: 18\nName: No user\nKind: q850\nSource: Q3\n\n"
	"Cause: 800\nName: Odd\nKind: freeswitch\nSource: Q2\n\n"
	"%rec: Condition\n\nId: location-user\nSource: X\n\n"
	"Id: tried\nSource: X\n\n"
	"%rec: Mapping\n\nId: a\nProduct: RFC 3398\nDirection: to-cause\n"
	"Code: 486\nCause: 17\nIf: location-user\nIf: tried\nSource: T1\n\n"
	"Id: b\nProduct: RFC 3398\nDirection: to-sip\nCode: 486\nCause: 17\n"
	"Source: T2\n\n"
	"Id: c\nProduct: RFC 3398\nDirection: to-sip\nCode: 600\nOther: any\n"
	"Source: T3\n\n"
	"Id: d\nProduct: Acme\nDirection: to-sip\nCode: 600\nCause: 17\n"
	"Source: T4\n\n"
	"%rec: Location\n\nLocation: 0\nName: user\nAlias: U\nSource: O1\n\n"
	"%rec: Warning\n\nWarning: 399\nPhrase: Misc\nSource: W1\n\n"
	"%rec: Option\n\nTag: 100rel\nCarried_In: Require\nObsolete: yes\n"
	"Source: N1\n\n"
	"%rec: Header\n\nHeader: Allow\nCompact: q\nSource: F1\n\n"
	"Header: Date\nSource: F2\n\n"
	"%rec: Timer\n\nTimer: G\nCode: 486\nSource: G1\n\n"
	"%rec: Symptom\n\nId: a\nCode: 486\nSource: Y1\n\n"
	"%rec: Failover\n\nId: a\nProduct: Acme\nRole: PBX\nCode: 486\n"
	"Other: 5xx\nOther: timeout\nExcept: 600\nCause: 17\nResult: next\n"
	"Default: no\nSource: A1\n\n"
	"Id: b\nProduct: RFC 3261\nRole: proxy\nOther: any\nResult: next\n"
	"Default: yes\nSource: A2\n\n"
	"%rec: Disguise\n\nId: a\nForm: 5NNN\nOffset: 5000\nProduct: Acme\n"
	"Source: I1\n\n"
	"%rec: Product\n\nProduct: Acme\n\n"
	"%rec: Note\n\nId: a\nCode: 486\nCode: 600\nProduct: Acme\n"
	"Unconfirmed: yes\nSource: K1\n\n"
	"Id: b\nProduct: Acme\nSource: K2\n\n"
	"%rec: Practice\n\nId: a\nCode: 600\nProduct: Acme\nSource: J1\n\n"
	"%rec: Term\n\nTerm: AOR\nAlias: address of record\nSource: Z1\n";

static const char each_prose[] =
	"%rec: Class\n\nClass: 6xx\nName: Global\nDescription: c.\nFix: f.\n"
	"Background: b.\n\n"
	"%rec: Code\n\nCode: 600\nVerdict: v.\nDescription: d.\nWhen: w.\n"
	"Fix: f.\nBackground: b.\nMethod_Note: m.\nRetry_Note: r.\n"
	"Effect_Note: e.\n\n"
	"%rec: Duty\n\nId: a\nCondition: if c1\nNote: duty one\n\n"
	"Id: b\nNote: duty two\n\n"
	"%rec: Rule\n\nId: a\nText: rule one.\n\nId: b\nText: rule two.\n\n"
	"%rec: Variant\n\nId: a\nNote: variant\n\n"
	"%rec: Pair\n\nId: 486-600\nSummary: sum.\nDifference: dif.\n"
	"Use: use.\n\n"
	"%rec: Cause\n\nCause: 17\nMeaning: cause m.\nLook: cause l.\n\n"
	"Cause: 18\nMeaning: none m.\n\n"
	"Cause: 800\nMeaning: odd m.\n\n"
	"%rec: Condition\n\nId: location-user\nText: at the user\n\n"
	"Id: tried\nText: once tried\n\n"
	"%rec: Mapping\n\nId: a\nNote: map note\n\n"
	"%rec: Location\n\nLocation: 0\nMeaning: location m.\n\n"
	"%rec: Warning\n\nWarning: 399\nMeaning: warning m.\nLook: wl.\n\n"
	"%rec: Option\n\nTag: 100rel\nMeaning: option m.\nStep: st.\n"
	"Drop: dr.\n\n"
	"%rec: Header\n\nHeader: Allow\nMeaning: header m.\nLook: hl.\n\n"
	"Header: Date\nMeaning: date m.\nLook: dl.\n\n"
	"%rec: Timer\n\nTimer: G\nDefault: tdef\nMeaning: timer m.\n"
	"Expiry: tex\nLook: tl.\n\n"
	"%rec: Symptom\n\nId: a\nTitle: It is cut\nWords: x\nWhen: sw.\n"
	"Fix: sf.\n\n"
	"%rec: Failover\n\nId: a\nText: fail.\n\n"
	"%rec: Disguise\n\nId: a\nMeaning: disguise m.\n\n"
	"%rec: Note\n\nId: a\nText: note one.\n\nId: b\nText: note two.\n\n"
	"%rec: Practice\n\nId: a\nText: practice.\n\n"
	"%rec: Term\n\nTerm: AOR\nMeaning: term m\n";

/* What comes of the records above, in the order of the page. */
static const char *const each_page[] = {
	"\n600 Busy Everywhere ",
	".Bl -bullet -compact\n.It\nAcme: note one.\nunconfirmed of it [K1]\n",
	".It Sy \"reference of it\"\nRFC 3261 section 21.4.24\n"
	".It Sy \"must_carry of it\"\n"
	"one_of of it Allow, Date (INVITE), if c1: duty one [D1]\n",
	".It Sy \"proxies of it\"\nrule one.\n[P1]\n",
	".It Sy \"also_called of it\"\n\\(dqBusy\\(dq variant [V1]\n",
	".It Sy \"to_cause of it\"\n"
	"17 User busy; once tried; map note [T1]\n",
	".It Sy \"from_cause of it\"\n17 User busy [T2]\n",
	".It Sy \"compare of it\"\n600\n",
	".Sh \"6xx Global\"\nc.\n",
	".Ss \"600 Busy Everywhere\"\n.Sy \"verdict_fault of it v.\"\n",
	".Sy \"practice of it\"\n.Bl -bullet -compact\n.It\n"
	"Acme: practice.\n[J1]\n.El\n",
	".Sy \"products of it\"\n.Bl -bullet -compact\n.It\n"
	"manual_see_at of it\n.El\n",
	".It Sy \"reference of it\"\nAcme manual [Acme]\n"
	".It Sy \"status of it\"\nstatus_unregistered of it unconfirmed of it\n",
	".It Sy \"answers of it\"\nanswers_any of it, BYE; m.\n[M1]\n"
	".It Sy \"sent_by of it\"\nUAS, UAC\n"
	".It Sy \"local of it\"\nlocal_only of it [L1]\n"
	".It Sy \"retry of it\"\nretry_after_change of it: r.\n[R1]\n"
	".It Sy \"effect of it\"\neffect_by_method of it: e.\n[E1]\n",
	".It Sy \"http of it\"\nGone [H1]\n.It Sy \"stun of it\"\nFull [S1]\n"
	".It Sy \"see of it\"\n486\n",
	".It Sy \"sources of it\"\nB1\n",
	".Sh \"manual_pairs of it\"\n.Ss \"486, 600\"\nsum.\n.Pp\n"
	".Sy \"differences of it\"\n.Bl -bullet -compact\n.It\ndif.\n.El\n"
	".Pp\n.Sy \"use of it\"\n.Bl -bullet -compact\n.It\nuse.\n.El\n"
	".Pp\nsources of it: C1\n",
	".Sh \"manual_symptoms of it\"\n.Ss \"It is cut\"\n"
	"codes of it: 486 Busy Here\n.Pp\n.Sy \"behind of it\"\n"
	".Bl -bullet -compact\n.It\nsw.\n.El\n",
	".Sh \"manual_headers of it\"\n.Bl -tag -width Ds\n"
	".It Sy \"Allow, q\"\nheader m.\n[F1]\n"
	".Bl -bullet -compact\n.It\nhl.\n.El\n"
	".Bl -tag -width 14n -compact\n"
	".It Sy \"must_be of it\"\n486 (INVITE)\n"
	".It Sy \"may_be of it\"\n400\\-699: duty two [D2]\n.El\n",
	".It Sy \"100rel\"\noption m.\n[N1]\n.Bl -bullet -compact\n"
	".It\nstep of it: st.\n.It\ndrop of it: dr.\n.El\n"
	".Bl -tag -width 14n -compact\n.It Sy \"carried_in of it\"\nRequire\n"
	".It Sy \"status of it\"\nstatus_obsolete of it\n.El\n",
	".It Sy \"399 Misc\"\nwarning m.\n[W1]\n"
	".Bl -bullet -compact\n.It\nwl.\n.El\n",
	".It Sy \"\\&G\"\ntimer m.\n[G1]\n.Bl -tag -width 14n -compact\n"
	".It Sy \"default of it\"\ntdef\n.It Sy \"expiry of it\"\ntex\n"
	".It Sy \"codes of it\"\n486 Busy Here\n.El\n"
	".Bl -bullet -compact\n.It\ntl.\n.El\n",
	".Sy \"RFC 3398\"\n.Bl -tag -width 14n -compact\n"
	".It Sy \"from_cause of it\"\n"
	"every_cause of it: 600 Busy Everywhere [T3]\n.El\n",
	".It Sy \"17 User busy\"\ncause m.\n[Q1]\n"
	".Bl -bullet -compact\n.It\ncause l.\n.El\n"
	".Bl -tag -width 14n -compact\n"
	".It Sy \"from_cause of it\"\n486 Busy Here [T2]\n"
	".It Sy \"to_cause of it\"\n486 Busy Here; once tried; map note [T1]\n"
	".It Sy \"aliases of it\"\nUSER_BUSY\n"
	".It Sy \"cause_class of it\"\ncause_normal of it\n.El\n",
	".It Sy \"18 No user\"\nnone m.\n[Q3]\n"
	".It Sy \"800 Odd\"\nodd m.\ninternal of it [Q2]\n",
	".Ss \"manual_locations of it\"\n.Bl -tag -width Ds\n"
	".It Sy \"0 U, user\"\nlocation m.\n[O1]\n",
	".Sh \"manual_proxies of it\"\n.Bl -tag -width Ds\n"
	".It Sy \"400\\-699\"\nrule two.\n[P2]\n.El\n",
	".Sh \"manual_failovers of it\"\n.Ss \"goes_on of it\"\n"
	".Bl -tag -width Ds\n.It Sy \"RFC 3261\"\n"
	"any_failure of it (proxy) [A2]\n"
	".It Sy \"Acme\"\n"
	"486, 5xx, no_answer of itbut_codes of it, some_causes of it (PBX) "
	"(if_set of it): fail.\n[A1]\n.El\n",
	".It Sy \"5NNN (Acme)\"\ndisguise m.\n[I1]\n",
	".Sh \"manual_products of it\"\n.Bl -tag -width Ds\n"
	".It Sy \"Acme\"\nnote two.\n[K2]\n.El\n",
	".It Sy \"AOR (address of record)\"\nterm m [Z1]\n",
	".Xr sipcode 1 ,\n",
	"RFC\\ 3261\n",
};

static void each_set_is_told(void **state)
{
	const char *folder = gen_folder();
	char *page;
	const char *at;

	(void)state;
	folder_write(folder, "zz.rec", each_facts);
	folder_write(folder, "en/zz.rec", each_prose);
	page = gen_page(folder, "manual");
	at = page;
	for (size_t i = 0; i < LEN(each_page); i++) {
		const char *next = strstr(at, each_page[i]);

		if (next == NULL)
			fail_msg("not behind the one before: %s",
			         each_page[i]);
		at = next + 1;
	}
	/* Neither what products map, nor what another section has. */
	assert_lacks(page, "[T4]");
	assert_lacks(page, "at the user");
	assert_int_equal(times(page, "rule one."), 1);
	assert_int_equal(times(page, "rule two."), 1);
	assert_int_equal(times(page, "note one."), 1);
	/* With the code and once above the causes, not with each cause. */
	assert_int_equal(times(page, "[T3]"), 2);
	free(page);
	folder_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(each_set_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
