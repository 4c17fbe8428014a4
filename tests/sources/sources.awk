# sources.awk - holds sources against their forms and tables: see sources.sh.

function breach(text)
{
	print file ":" line ": " text
	breaches++
}

# "8.1-3" are three sections.
function take_run(rfc, run,    dash, name, tail, to)
{
	dash = index(run, "-")
	if (dash == 0) {
		section[rfc, run] = 1
		return
	}
	to = substr(run, dash + 1) + 0
	name = substr(run, 1, dash - 1)
	match(name, /[0-9]+$/)
	tail = substr(name, RSTART) + 0
	name = substr(name, 1, RSTART - 1)
	for (; tail <= to; tail++)
		section[rfc, name tail] = 1
}

function read_tables(    s, word, n, i, path)
{
	path = tables "/sections"
	while ((getline s < path) > 0) {
		n = split(s, word, " ")
		rfcs[word[1]] = 1
		for (i = word[2] == "by" ? 4 : 2; i <= n; i++)
			take_run(word[1], word[i])
	}
	path = tables "/errata"
	while ((getline s < path) > 0) {
		n = split(s, word, " ")
		for (i = 2; i <= n; i++)
			erratum[word[1], word[i]] = 1
	}
	path = tables "/registries"
	while ((getline s < path) > 0)
		registry[s] = 1
	path = tables "/loose"
	while ((getline s < path) > 0) {
		n = index(s, " ")
		loose[++loose_count] = substr(s, n + 1)
		allowed[loose[loose_count]] = substr(s, 1, n - 1) + 0
	}
}

function want_section(rfc, name)
{
	if (!(rfc in rfcs))
		breach("RFC " rfc " is not in tests/sources/sections")
	else if (!((rfc, name) in section))
		breach("RFC " rfc " has no section " name)
}

function judge_rfc(s,    word, n)
{
	n = split(s, word, " ")
	if (n == 2 && !(word[2] in rfcs))
		breach("RFC " word[2] " is not in tests/sources/sections")
	else if (n == 4 && word[3] == "erratum" &&
	    !((word[2], word[4]) in erratum))
		breach("RFC " word[2] " has no erratum " word[4])
	else if (n == 3 && sub(/^\302\247/, "", word[3]))
		want_section(word[2], word[3])
	else if (n != 2 && n != 4)
		breach("'" s "' is no section of an RFC")
}

function judge_registry(s,    word, n)
{
	n = split(s, word, " ")
	if (n != 3 ||
	    word[3] !~ /^\([0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]\)$/)
		breach("'" s "' is no registry with its date")
	else if (!(word[2] in registry))
		breach("IANA has no table '" word[2] "'")
}

# The hash of a commit stands in the text, from seven digits on.
function has_commit(s,    word, n, i)
{
	n = split(s, word, /[^0-9A-Za-z]+/)
	for (i = 1; i <= n; i++)
		if (length(word[i]) >= 7 && word[i] ~ /^[0-9a-f]+$/ &&
		    word[i] ~ /[0-9]/)
			return 1
	return 0
}

function has_version(s)
{
	return s ~ /[ (]v?[0-9]+[.][0-9]+([.][0-9]+)*([ ),]|$)/
}

function has_page(s)
{
	return s ~ /[ (][pP](age)?[.=: ]*[0-9A-Z]/ || s ~ /table [0-9A-Z]/
}

# "docs.example.com/path" or "docs.example.com topic".
function has_address(s)
{
	return s ~ /(^|[ (])([a-z0-9-]+[.])+[a-z][a-z]+([\/ ),]|$)/ &&
	    !names_file(s)
}

function has_thread(s)
{
	return s ~ /[A-Za-z0-9_.-]#[0-9]+/
}

# A file of a program: its name ends as such files do.
function names_file(s)
{
	return s ~ ("[A-Za-z0-9_-][.](" ENDS ")([^A-Za-z0-9]|$)")
}

# What is wrong with the source, or "".
function fault_of(s)
{
	if (s ~ /^3GPP TS [0-9]+[.][0-9]+ \302\247[0-9][0-9.A-Z]*$/)
		return ""
	if (s ~ /^(3GPP|ITU)/)
		return "has no clause"
	if (has_commit(s) || has_thread(s) || s ~ /^draft-.*-[0-9][0-9]$/)
		return ""
	if (names_file(s))
		return has_version(s) ? "" : "has a file and no commit"
	if (has_page(s) || has_address(s) || has_version(s))
		return ""
	return "has no commit, page, address or thread"
}

function judge(s,    fault)
{
	if (s ~ /^RFC /) {
		judge_rfc(s)
	} else if (s ~ /^IANA /) {
		judge_registry(s)
	} else {
		fault = fault_of(s)
		if (fault != "" && ++met[s] > allowed[s])
			breach("'" s "' " fault)
	}
}

# The sections that words name: each sign belongs to the RFC before it.
function judge_words(s,    rfc, at, next_at)
{
	rfc = ""
	while (match(s, /RFC [0-9]+|\302\247[0-9A-J][0-9.]*/)) {
		at = substr(s, RSTART, RLENGTH)
		s = substr(s, RSTART + RLENGTH)
		if (at ~ /^RFC /) {
			rfc = substr(at, 5)
		} else if (rfc != "") {
			sub(/^\302\247/, "", at)
			sub(/[.]+$/, "", at)
			want_section(rfc, at)
		}
	}
}

function end_field()
{
	if (name ~ /^(Source|Reference|Read|[A-Za-z]+_Source)$/)
		judge(value)
	else if (name != "")
		judge_words(value)
	name = ""
}

# GROUND(name, kind, 3261, "20.1") and LABEL_name, 3261, "7.2", which can be
# broken behind a comma.
function judge_code(s,    part)
{
	code = code s
	if (code !~ /[)}],?$/)
		return
	if (match(code, /[^0-9][0-9][0-9][0-9][0-9]+,[ \t]*"[0-9A-J.]+"/)) {
		code = substr(code, RSTART + 1, RLENGTH - 1)
		split(code, part, /[", \t]+/)
		want_section(part[1], part[2])
	}
	code = ""
}

BEGIN {
	tables = ENVIRON["TABLES"]
	ENDS = "c|h|cc|cpp|cxx|hxx|m4|py|js|ts|go|rb|cs|java|cfg|sh|tbl|" \
	    "texi|php|sql|json|yml|sample|xml"
	read_tables()
}

FNR == 1 {
	end_field()
	code = ""
	file = FILENAME
}

FILENAME !~ /[.]rec$/ {
	line = FNR
	if (code != "" || /GROUND\(|LABEL_/)
		judge_code($0)
	next
}

/^[A-Z][A-Za-z_]*:/ {
	end_field()
	match($0, /:[ \t]*/)
	name = substr($0, 1, RSTART - 1)
	value = substr($0, RSTART + RLENGTH)
	line = FNR
	next
}

/^[+]/ {
	sub(/^[+] ?/, " ")
	value = value $0
	next
}

{
	end_field()
}

END {
	end_field()
	file = "tests/sources/loose"
	for (line = 1; line <= loose_count; line++)
		if (met[loose[line]] < allowed[loose[line]])
			breach("only " met[loose[line]] + 0 " records need '" \
			    loose[line] "'")
	exit breaches > 0
}
