/* test_object.c - a line is one JSON object, or it is not. */
#include "bytes.h"

#include <stdlib.h>
#include <string.h>

#include "input/object.h"

static size_t end_of(const char *s, size_t n)
{
	char *copy = exactly(s, n);
	size_t end = object_end(copy, n, "sipcode");

	free(copy);
	return end;
}

static void an_object_ends_with_its_brace(void **state)
{
	static const char *const objects[] = {
		"{}", " {}\r\n", "\t{ }\n", "{\"a\":1}", "{ \"a\" : 1 } \n",
		"{\"a\":[]}", "{\"a\":[1,[2,{}],-0.5e+7,true,false,null]}",
		"{\"a\":{\"b\":{\"c\":[{}]}},\"d\":\"}\"}",
		"{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00aF\"}",
		"{\"a\":0,\"b\":10,\"c\":-1,\"d\":1E2,\"e\":0.0}",
		"{\"\303\266\":\"\377\"}",
		/* Not a member of the object itself. */
		"{\"a\":{\"sipcode\":1}}", "{\"a\":\"sipcode\"}",
		"{\"sipcod\":1,\"sipcodes\":2}",
	};

	(void)state;
	for (size_t i = 0; i < LEN(objects); i++) {
		const char *s = objects[i];
		size_t n = strlen(s);

		assert_int_equal(end_of(s, n), strrchr(s, '}') - s);
		/* No front of it is one. */
		for (size_t k = 0; s + k <= strrchr(s, '}'); k++)
			assert_int_equal(end_of(s, k), 0);
	}
}

static void anything_else_is_none(void **state)
{
	static const char *const others[] = {
		"x", "[]", "[{}]", "\"{}\"", "1", "{} {}", "{},", "x {}",
		"{}x", "{a:1}", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,}",
		"{\"a\":1 \"b\":2}", "{\"a\":[1,]}", "{\"a\":[,1]}",
		"{\"a\":[1}", "{\"a\":1]", "{\"a\":01}", "{\"a\":1.}",
		"{\"a\":.5}", "{\"a\":+1}", "{\"a\":1e}", "{\"a\":-}", "{\"a\":-true}",
		"{\"a\":0null}",
		"{\"a\":'b'}", "{\"a\":tru}", "{\"a\":nul}", "{\"a\":\"\t\"}",
		"{\"a\":\"\\x\"}", "{\"a\":\"\\u12g4\"}", "{1:2}",
		"{\"a\":\"b}", "{\"a\":1}}", "{\"a\"=1}", "{\"a\":NaN}",
		"{\"sipcode\":1}", "{\"a\":1, \"sipcode\" :{}}",
	};

	(void)state;
	for (size_t i = 0; i < LEN(others); i++)
		assert_int_equal(end_of(others[i], strlen(others[i])), 0);
	assert_int_equal(end_of("{\"a\0\":1}", 8), 0);
}

static void what_is_nested_too_deep_is_none(void **state)
{
	(void)state;
	for (size_t depth = 60; depth < 70; depth++) {
		struct bytes b = { 0 };
		size_t end;

		for (size_t i = 0; i < depth; i++)
			bytes_str(&b, "{\"a\":");
		bytes_str(&b, "1");
		bytes_fill(&b, '}', depth);
		end = end_of(b.s, b.n);
		assert_int_equal(end, depth <= 64 ? b.n - 1 : 0);
		bytes_free(&b);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_object_ends_with_its_brace),
		TEST(anything_else_is_none),
		TEST(what_is_nested_too_deep_is_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
