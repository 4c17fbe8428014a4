# faults.awk - the small faults that a line of C can have, one a line:
# a number to sort by, the file, the number of the line, the line, the line with
# the fault, with the unit separator (037) between them.
#
# usage: awk -v seed=N -f faults.awk FILE...
#
# Each line of code gives at most one of its faults, and comes out in an order
# that the seed, the file and the text decide: a change elsewhere moves nothing.
BEGIN {
	OFS = "\037"
	for (i = 1; i < 128; i++)
		number[sprintf("%c", i)] = i
}

function hash(s,    h, i) {
	h = seed % 65521
	for (i = 1; i <= length(s); i++)
		h = (h * 31 + number[substr(s, i, 1)]) % 1000003
	h = (h * 7919 + 104729) % 1000003
	return (h * 31337 + 7) % 1000003
}

# The line with its strings, characters and comments blanked, as long as it.
function blank(s,    i, c, quote, out) {
	for (i = 1; i <= length(s); i++) {
		c = substr(s, i, 1)
		if (quote != "" && c == "\\") {
			out = out "__"
			i++
		} else if (quote != "") {
			if (c == quote)
				quote = ""
			out = out "_"
		} else if (c == "\"" || c == "'") {
			quote = c
			out = out "_"
		} else if (substr(s, i, 2) == "/*") {
			while (length(out) < length(s))
				out = out "_"
			return out
		} else {
			out = out c
		}
	}
	return out
}

# The line with what stands at AT, N characters, made to be NEW.
function fault(at, n, new) {
	faults[++count] = substr($0, 1, at - 1) new substr($0, at + n)
}

# Each place where the expression matches; calls change() for it.
function each(kind, expression,    from, at, n) {
	from = 1
	while (match(substr(code, from), expression)) {
		at = from + RSTART - 1
		n = RLENGTH
		change(kind, at, n, substr(code, at, n))
		from = at + (n > 0 ? n : 1)
	}
}

function change(kind, at, n, text,    before, value) {
	before = substr(code, at - 1, 1)
	if (kind == "compare") {
		if (text == "->" || text == "<<" || text == ">>" ||
		    text == "<<=" || text == ">>=" || text == "=")
			return
		if (text == "<")
			fault(at, n, "<=")
		if (text == "<" || text == ">=")
			fault(at, n, ">")
		if (text == "<=")
			fault(at, n, "<")
		if (text == ">")
			fault(at, n, ">=")
		if (text == "==")
			fault(at, n, "!=")
		if (text == "!=")
			fault(at, n, "==")
	} else if (kind == "both") {
		fault(at, n, text == "&&" ? "||" : "&&")
	} else if (kind == "sum") {
		fault(at + 1, 1, text == " + " ? "-" : "+")
	} else if (kind == "number") {
		if (before ~ /[A-Za-z0-9_.]/ ||
		    substr(code, at + n, 1) ~ /[A-Za-z0-9_.]/)
			return
		value = text + 0
		fault(at, n, value + 1)
		if (value > 0)
			fault(at, n, value - 1)
	} else if (kind == "step") {
		fault(at, n, text == "+=" ? "-=" : "+=")
	} else if (kind == "not" && before !~ /[A-Za-z0-9_]/) {
		fault(at, 1, "")
	}
}

# Faults of the statement that the line is.
function statements(    inner) {
	if (code ~ /^\t+(if|while) \(.*\)( \{)?$/) {
		match(code, /\(.*\)/)
		inner = substr($0, RSTART + 1, RLENGTH - 2)
		fault(RSTART + 1, RLENGTH - 2, "!(" inner ")")
	}
	if (code ~ /^\t+[A-Za-z0-9_>.*\[\]-]+( [-+*|&]?= |\+\+|--|\().*;$/ &&
	    code !~ /^\t+(return|static|const|struct|enum|for|break)[^A-Za-z0-9_]/ &&
	    code !~ /^\t+(int|size_t|unsigned|char|long|uint[0-9]*_t)[^A-Za-z0-9_]/ &&
	    gsub(/\(/, "(", code) == gsub(/\)/, ")", code)) {
		match(code, /^\t+/)
		fault(RLENGTH + 1, length($0) - RLENGTH, ";")
	}
	if (code ~ /^\t+return .+;$/ && code !~ /return 0;/) {
		match(code, /return .+;/)
		fault(RSTART + 7, RLENGTH - 8, "0")
	}
	if (code ~ /^\t+(break|continue);$/) {
		match(code, /[bc]/)
		fault(RSTART, length($0) - RSTART + 1, ";")
	}
}

FNR == 1 {
	comment = 0
	delete seen
}
comment {
	if (/\*\//)
		comment = 0
	next
}
/^[ \t]*\/\*/ {
	comment = !/\*\//
	next
}
!/^\t/ || /^\t*#/ || /\\$/ { next }
{
	code = blank($0)
	if ($0 ~ /\/\*/ && $0 !~ /\*\//)
		comment = 1
	count = 0
	each("compare", "[-<>=!]?[<>=]=?=?")
	each("both", "&&|[|][|]")
	each("sum", " [+-] ")
	each("number", "[0-9]+")
	each("step", "[+-]=")
	each("not", "![A-Za-z_(]")
	statements()
	if (count == 0)
		next
	# The same line again in the same file is another place.
	key = FILENAME ":" $0 ":" seen[$0]++
	print hash(key), FILENAME, FNR, $0, faults[hash(key "!") % count + 1]
}
