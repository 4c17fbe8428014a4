/* sarif.c - findings as the one run of a SARIF log.  The rules stand before
 * them, so that nothing has to be kept. */
#include "machine/sarif.h"

#include <string.h>

#include "answer/remark.h"
#include "chars.h"
#include "machine/json.h"
#include "words/row.h"

/* "name":{"text":"..."}. */
static void sarif_text(struct out *o, int *first, const char *name,
                       const char *text)
{
	int inner = 1;

	json_name(o, first, name);
	out_char(o, '{');
	json_member(o, &inner, "text", text);
	out_char(o, '}');
}

/* The page of "RFC 3261 section 8.2.6.2"; nothing of any other source. */
static void add_page(struct strbuf *b, const char *source)
{
	const char *section;
	size_t n, end;

	if (strncmp(source, "RFC ", 4) != 0)
		return;
	n = chars_run(source + 4, "0123456789");
	strbuf_add(b, "https://www.rfc-editor.org/rfc/rfc");
	strbuf_bytes(b, source + 4, n);
	for (end = strlen(source); source[end - 1] != ' '; end--)
		;
	section = source + end;
	if (end > 4 && char_is_digit(*section)) {
		strbuf_add(b, "#section-");
		strbuf_add(b, section);
	}
}

/* Where the i-th rule speaks of a header field that others do too: of the first
 * of them 1, and it gets the gravest of their levels; 0 of the others.  alone:
 * no other has another source. */
static int is_first_rule(size_t i, struct sipcode_finding *f, int *alone)
{
	const char *header = sipcode_text(f->duty, SIPCODE_F_HEADER, 0);
	const char *source = sipcode_text(f->duty, SIPCODE_F_SOURCE, 0);
	struct sipcode_finding other;

	*alone = 1;
	for (size_t k = 0; f->duty != NULL && finding_of_rule(k, &other); k++) {
		if (!row_is(other.duty, SIPCODE_F_HEADER, header))
			continue;
		if (k < i)
			return 0;
		f->must = f->must || other.must;
		*alone = *alone && row_is(other.duty, SIPCODE_F_SOURCE, source);
	}
	return 1;
}

static void sarif_rule(struct out *o, const struct sipcode_finding *f,
                       int alone)
{
	struct strbuf text = { 0 }, source = { 0 }, page = { 0 };
	char id[RULE_MAX];
	int first = 1, inner = 1;

	sipcode_rule_id(f, id, sizeof(id));
	finding_rule(&text, &source, f);
	out_char(o, '{');
	json_member(o, &first, "id", id);
	sarif_text(o, &first, "shortDescription", strbuf_text(&text));
	json_name(o, &first, "defaultConfiguration");
	out_char(o, '{');
	json_member(o, &inner, "level", finding_level(f));
	out_char(o, '}');
	add_page(&page, strbuf_text(&source));
	if (alone && page.len > 0)
		json_member(o, &first, "helpUri", page.s);
	out_char(o, '}');
	strbuf_free(&text);
	strbuf_free(&source);
	strbuf_free(&page);
}

static void sarif_begin(struct out *o)
{
	struct sipcode_finding f;
	int any = 0, alone;

	out_str(o, "{\"version\":\"2.1.0\",\"$schema\":"
	           "\"https://json.schemastore.org/sarif-2.1.0.json\","
	           "\"runs\":[{\"tool\":{\"driver\":{\"name\":\"sipcode\","
	           "\"version\":\"" SIPCODE_VERSION "\",\"rules\":[\n");
	for (size_t i = 0; finding_of_rule(i, &f); i++) {
		if (!is_first_rule(i, &f, &alone))
			continue;
		out_str(o, any ? ",\n" : "");
		any = 1;
		sarif_rule(o, &f, alone);
	}
	out_str(o, "]}},\"results\":[");
}

/* The name of a file as a reference of RFC 3986, with ./ where it could be
 * taken for a scheme; one from the root as a URI of RFC 8089, since a reference
 * would be taken for a path of the repository.  Standard input is "stdin". */
static void sarif_uri(struct out *o, const char *file)
{
	static const char digits[] = "0123456789ABCDEF";
	struct strbuf b = { 0 };

	if (strcmp(file, "<stdin>") == 0)
		file = "stdin";
	if (*file == '/')
		strbuf_add(&b, "file://");
	else if (strchr(file, ':') != NULL)
		strbuf_add(&b, "./");
	for (const char *s = file; *s != '\0'; s++) {
		char hex[] = { '%', digits[(unsigned char)*s >> 4],
			       digits[(unsigned char)*s & 15] };

		if (char_is_digit(*s) || strchr("-._~/:@", *s) != NULL ||
		    (char_lower(*s) >= 'a' && char_lower(*s) <= 'z'))
			strbuf_bytes(&b, s, 1);
		else
			strbuf_bytes(&b, hex, sizeof(hex));
	}
	json_text(o, strbuf_text(&b));
	strbuf_free(&b);
}

/* From the begin of what it is about to behind its end, if that is in the same
 * line. */
static void sarif_region(struct out *o, const struct explained *e,
                         struct sipcode_span at)
{
	struct place from = explained_place(e, at), to = from;
	int first = 1;

	if (at.n > 0) {
		at.s += at.n - 1;
		to = explained_place(e, at);
	}
	out_str(o, ",\"region\":{");
	json_number(o, &first, "startLine", from.line);
	json_number(o, &first, "startColumn", from.column);
	if (at.n > 0 && to.line == from.line)
		json_number(o, &first, "endColumn", to.column + 1);
	out_char(o, '}');
}

static void sarif_result(struct out *o, const struct explained *e,
                         const struct sipcode_finding *f)
{
	struct strbuf text = { 0 }, source = { 0 };
	char id[RULE_MAX];
	int first = 1;

	sipcode_rule_id(f, id, sizeof(id));
	finding_text(&text, &source, e, f);
	if (source.len > 0) {
		strbuf_add(&text, " (");
		strbuf_add(&text, source.s);
		strbuf_add(&text, ")");
	}
	out_char(o, '{');
	json_member(o, &first, "ruleId", id);
	json_member(o, &first, "level", finding_level(f));
	sarif_text(o, &first, "message", text.s);
	out_str(o, ",\"locations\":[{\"physicalLocation\":"
	           "{\"artifactLocation\":{\"uri\":");
	sarif_uri(o, e->file);
	out_char(o, '}');
	if (explained_place(e, f->at).line > 0)
		sarif_region(o, e, f->at);
	out_str(o, "}}]}");
	strbuf_free(&text);
	strbuf_free(&source);
}

void sarif_checked(struct out *o, const struct explained *e, int first)
{
	if (first)
		sarif_begin(o);
	for (size_t i = 0; e != NULL && i < e->findings; i++) {
		out_str(o, first && i == 0 ? "\n" : ",\n");
		sarif_result(o, e, &e->finding[i]);
	}
	if (e == NULL)
		out_str(o, "]}]}\n");
}
