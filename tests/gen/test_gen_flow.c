/* test_gen_flow.c - the flows that the generator refuses: what cannot be
 * drawn does not build. */
#include "files.h"
#include "gen.h"

#define FLOW "%rec: Flow\n\nId: a\nCode: 486\nActor: UAC\nActor: UAS\n" \
	"Source: X\n"
#define NO_TITLE "zz.rec:3: Flow a has no 'title' in language en\n"

static void steps_go_from_one_actor_to_another(void **state)
{
	static const struct mistake mistakes[] = {
		{ "zz.rec", FLOW "Step: UAC sends INVITE\n",
		  NO_TITLE "zz.rec:8: not a step: 'A > B: text' expected\n" },
		{ "zz.rec", FLOW "Step: UAC: INVITE > UAS\n",
		  NO_TITLE "zz.rec:8: not a step: 'A > B: text' expected\n" },
		{ "zz.rec", FLOW "Step: UAC > Proxy: INVITE\n",
		  NO_TITLE "zz.rec:8: the step names no actor of the flow\n" },
		{ "zz.rec", FLOW "Step: ~ 32 s\nStep: UA > UAS: INVITE\n",
		  NO_TITLE "zz.rec:9: the step names no actor of the flow\n" },
	};

	(void)state;
	CHECK_MISTAKES(mistakes);
}

static void a_step_has_a_text(void **state)
{
	static const struct mistake mistakes[] = {
		{ "zz.rec", FLOW "Step: UAC > UAS:\n",
		  NO_TITLE "zz.rec:8: not a step: 'A > B: text' expected\n" },
		{ "zz.rec", FLOW "Step: UAC > UAS:  | Require: 100rel\n",
		  NO_TITLE "zz.rec:8: not a step: 'A > B: text' expected\n" },
		{ "zz.rec", FLOW "Step: UAC > UAS: | Require: 100rel\n",
		  NO_TITLE "zz.rec:8: not a step: 'A > B: text' expected\n" },
		{ "zz.rec", FLOW "Step: UAC > UAS: INVITE |\n",
		  NO_TITLE "zz.rec:8: not a step: 'A > B: text' expected\n" },
		{ "zz.rec", FLOW "Step: UAC > UAS\n",
		  NO_TITLE "zz.rec:8: not a step: 'A > B: text' expected\n" },
		{ "zz.rec", FLOW "Step: ~\n",
		  NO_TITLE "zz.rec:8: not a pause: '~ text' expected\n" },
		{ "zz.rec", FLOW "Step: ~32 s\n",
		  NO_TITLE "zz.rec:8: not a pause: '~ text' expected\n" },
	};

	(void)state;
	CHECK_MISTAKES(mistakes);
}

static void a_flow_has_as_many_actors_as_can_be_drawn(void **state)
{
	static const struct mistake mistakes[] = {
		{ "zz.rec", "%rec: Flow\n\nId: a\nCode: 486\nSource: X\n"
		  "Actor: UAC\nStep: ~ 32 s\n",
		  NO_TITLE "zz.rec:3: Flow a has fewer than 2 of 'actor'\n" },
		{ "zz.rec", FLOW "Actor: P1\nActor: P2\nActor: P3\n"
		  "Actor: P4\nActor: P5\nStep: P4 > P5: INVITE\n",
		  NO_TITLE "zz.rec:3: Flow a has more than 6 of 'actor'\n" },
	};
	const char *folder;
	struct run r = { 0 };

	(void)state;
	CHECK_MISTAKES(mistakes);
	folder = gen_folder();
	folder_write(folder, "zz.rec", FLOW "Actor: P1\nActor: P2\n"
	             "Actor: P3\nActor: ABCDEFGHIJK\n"
	             "Step: P3 > ABCDEFGHIJK: INVITE | Max-Forwards: 70\n"
	             "Step: ~ 32 s\n");
	folder_write(folder, "en/zz.rec", "%rec: Flow\n\nId: a\nTitle: t\n");
	gen_run(&r, folder);
	assert_run(&r, 0, "", "");
	run_free(&r);
	folder_remove(folder);
}

static void the_name_of_an_actor_stands_above_his_line(void **state)
{
	static const struct mistake mistakes[] = {
		{ "zz.rec", FLOW "Actor: ABCDEFGHIJKLM\nStep: ~ 32 s\n",
		  NO_TITLE "zz.rec:8: 'ABCDEFGHIJKLM' is wider than 12 "
		  "columns\n" },
		{ "zz.rec", FLOW "Actor: B\303\226B\nStep: ~ 32 s\n",
		  "zz.rec:8: 'Actor' is not ASCII\n" NO_TITLE },
	};

	(void)state;
	CHECK_MISTAKES(mistakes);
}

/* text_flow.c draws an arrow between two lines. */
static void no_actor_sends_to_himself(void **state)
{
	const char *folder = gen_folder();
	struct run r = { 0 };

	(void)state;
	folder_write(folder, "zz.rec", FLOW "Step: UAC > UAC: INVITE\n");
	folder_write(folder, "en/zz.rec", "%rec: Flow\n\nId: a\nTitle: t\n");
	gen_run(&r, folder);
	assert_run(&r, 1, "", "*zz.rec:8: *\n*");
	run_free(&r);
	folder_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(steps_go_from_one_actor_to_another),
		TEST(a_step_has_a_text),
		TEST(a_flow_has_as_many_actors_as_can_be_drawn),
		TEST(the_name_of_an_actor_stands_above_his_line),
		TEST(no_actor_sends_to_himself),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
