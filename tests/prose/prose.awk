# prose.awk - the rules of the English prose, over rec files.  Reads the word
# lists first (words, imperatives, fields: each file's name is its kind), then
# the data.  Prints file:line: rule: what, and a line of figures a file.
# For awk as POSIX has it: mawk counts bytes, so every column is one byte; the
# prose is ASCII but for the section sign.

function kind_of(path) { sub(/.*\//, "", path); return path }

# Is the word in the list?
function is_in(list, word) { return (list, word) in listed }

# The physical line of the place in the value.
function line_at(at,   i) {
	for (i = parts; i > 1 && part_at[i] > at; i--)
		;
	return part_line[i]
}

function hit(at, rule, what) {
	printf "%s:%d: %s: %s\n", path, line_at(at), rule, what
	hits[file]++
}

# Where the words stand in the text, as whole words; 0 if they do not.
function find_words(text, words,   from, at, before, after) {
	from = 1
	while ((at = index(substr(text, from), words)) > 0) {
		at += from - 1
		before = at == 1 ? " " : substr(text, at - 1, 1)
		after = substr(text, at + length(words), 1)
		if (before !~ /[A-Za-z0-9_-]/ && after !~ /[A-Za-z0-9_-]/)
			return at
		from = at + 1
	}
	return 0
}

# The text without what is quoted, and without the colon of "Header: value".
function without_literals(text,   out, name) {
	gsub(/"[^"]*"/, "X", text)
	out = ""
	while (match(text, /[A-Z][A-Za-z-]*: /)) {
		name = substr(text, RSTART, RLENGTH - 2)
		out = out substr(text, 1, RSTART + RLENGTH - 3)
		text = substr(text, RSTART + RLENGTH - (is_in("fields", name) ? 1 : 2))
	}
	return out text
}

function count(text, re,   n, t) { t = text; n = gsub(re, "&", t); return n }

# Splits the text from `start` on into sentences; returns how many.
function sentences_of(text, start,   n, at) {
	n = 0
	while (match(substr(text, start), /[.!?]["')]* +/)) {
		at = start + RSTART + RLENGTH - 1
		sentence[++n] = substr(text, start, RSTART + RLENGTH - 2)
		sentence_at[n] = start
		start = at
	}
	if (start <= length(text)) {
		sentence[++n] = substr(text, start)
		sentence_at[n] = start
	}
	return n
}

# Lines of the value, wrapped to a width.
function wrapped(text, width,   n, i, w, used, lines) {
	n = split(text, w, / +/)
	used = 0
	lines = 1
	for (i = 1; i <= n; i++) {
		if (used > 0 && used + 1 + length(w[i]) > width) {
			lines++
			used = 0
		}
		used += (used > 0) + length(w[i])
	}
	return lines
}

# Abbreviations: two capital letters or more, no method, no setting.
function is_short(word) {
	gsub(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/, "", word)
	sub(/s$/, "", word)
	return word ~ /^[A-Z][A-Z0-9]*[A-Z][A-Z0-9]*$/ && !is_in("methods", word) && \
	       word != "SIP"
}

function check_words(text,   low, w, at) {
	low = tolower(text)
	for (w in better)
		if ((at = find_words(low, w)) > 0)
			hit(at, "word", w " -> " better[w])
}

function check_plain(text,   n, i, w, word, first) {
	first = 1
	n = split(text, w, / +/)
	for (i = 1; i <= n; i++) {
		word = w[i]
		gsub(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/, "", word)
		if (is_in("roles", word) || is_in("roles", tolower(word)))
			hit(1, "role", word)
		else if (is_in("methods", word) || is_short(word))
			hit(1, "abbreviation", word)
		else if (is_in("fields", word) && (!first || word ~ /-/))
			hit(1, "header-field", word)
		first = w[i] ~ /[.!?]$/
	}
}

function check_verdict(text) {
	if (length(text) > 66)
		hit(1, "verdict", length(text) " characters, at most 66")
	if (text !~ /\.$/)
		hit(1, "verdict", "does not end with a full stop")
	if (length(sentence[1]) > 40)
		hit(1, "verdict", length(sentence[1]) " characters in the " \
		    "first sentence, at most 40")
}

function check_start(text,   word) {
	word = text
	sub(/[ ,.].*/, "", word)
	if (word != "If" && !is_in("imperatives", word))
		hit(1, "imperative", word)
}

function check_sentences(n, most,   i, k, w, words) {
	for (i = 1; i <= n; i++) {
		words = split(sentence[i], w, / +/)
		if (words > most)
			hit(sentence_at[i], "long", words " words in a sentence, at most " most)
		if (!measured)
			continue
		all_words[file] += words
		all_sentences[file]++
		for (k = 1; k <= words; k++)
			all_short[file] += is_short(w[k])
	}
}

function check_marks(text, cases,   bare, colons, at) {
	bare = without_literals(text)
	colons = count(bare, ": ")
	if (match(text, /;( |$)/))
		hit(RSTART, "semicolon", substr(text, RSTART - 20 < 1 ? 1 : RSTART - 20, 24))
	if (colons > cases)
		hit(1, "colon", colons " of them, at most " cases)
	if (field == "When" && colons == 0)
		hit(1, "case", "no colon behind the case")
	if (match(text, /[?]( |$)/))
		hit(RSTART, "question", "a condition is no question")
	if (measured)
		all_marks[file] += count(text, ";( |$)") + \
		                   (colons > cases ? colons - cases : 0)
}

function check(   n, text, clause) {
	text = value
	clause = field ~ /_Note$/ || file == "conditions.rec" || file == "mappings.rec"
	check_words(text)
	if (field ~ /^(Title|Name|Words)$/ || file ~ /^(labels|words)\.rec$/)
		return
	measured = field != "Background" && !clause
	check_marks(text, field ~ /^(When|Difference|Use)$/)
	n = sentences_of(text, 1)
	check_sentences(n, field == "Background" ? 30 : 24)
	if (field ~ /^(Verdict|Description|When|Fix)$/ && match(text, /RFC [0-9]|§/))
		hit(RSTART, "section", substr(text, RSTART, 12))
	if (file == "codes.rec" && field ~ /^(When|Fix)$/ && wrapped(text, 74) > 2)
		hit(1, "lines", wrapped(text, 74) " lines at 80 columns, at most 2")
	if (field ~ /^(Fix|Look)$/)
		check_start(text)
	if (field ~ /^(Verdict|Description)$/)
		check_plain(text)
	if (field == "Verdict") {
		check_verdict(text)
		verdict = sentence[1]
	}
	if (field == "Description" && sentence[1] == verdict)
		hit(1, "repeat", "the verdict has said it")
	if (field == "Description" && n > 2)
		hit(1, "description", n " sentences, at most 2")
}

function flush() {
	if (field != "" && !(field in key) && field !~ /^%/)
		check()
	field = ""
}

function bound(f, name, value, most) {
	if (value > most)
		printf "= %s: %.2f %s, above %s\n", f, value, name, most
}

function figures(f,   words, marks, short) {
	if (all_sentences[f] == 0)
		return
	words = all_words[f] / all_sentences[f]
	marks = all_marks[f] / all_sentences[f]
	short = 100 * all_short[f] / all_words[f]
	printf "%s: %.1f words a sentence, %.2f colons, " \
	       "%.1f abbreviations in 100 words\n", f, words, marks, short
	bound(f, "words a sentence", words, 14)
	bound(f, "colons and semicolons a sentence", marks, 0.2)
	bound(f, "abbreviations in 100 words", short, 7)
}

BEGIN {
	split("Id Code Class Cause Warning Tag Header Timer Lang", k, " ")
	for (i in k)
		key[k[i]] = 1
}

FNR == 1 {
	flush()
	path = FILENAME
	file = kind_of(path)
	order[++files] = file
}
file == "words" && !/^#/ && NF {
	split($0, pair, / *= */)
	better[pair[1]] = pair[2]
	next
}
file ~ /^(imperatives|fields|roles|methods)$/ && !/^#/ {
	for (i = 1; i <= NF; i++)
		listed[file, $i] = 1
	next
}
file == "limits" && !/^#/ { limit[$1] = $2; next }
file !~ /\.rec$/ { next }
/^\+/ {
	part_at[++parts] = length(value) + 1
	part_line[parts] = FNR
	value = value substr($0, 2)
	next
}
/^[A-Za-z_]+:/ {
	flush()
	field = $0
	sub(/:.*/, "", field)
	value = substr($0, length(field) + 3)
	parts = 1
	part_at[1] = 1
	part_line[1] = FNR
	next
}
{ flush() }

END {
	flush()
	for (i = 1; i <= files; i++) {
		if (order[i] !~ /\.rec$/)
			continue
		figures(order[i])
		if (hits[order[i]] > limit[order[i]])
			printf "= %s: %d hits, above %d\n", order[i], \
			       hits[order[i]], limit[order[i]]
	}
}
