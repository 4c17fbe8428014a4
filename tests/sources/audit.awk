# audit.awk - facts and the lines that they cite: see ../audit.sh.  Beside it
# stand rfc.awk, which reads an RFC, and records.awk, which reads the data.

# The words of a text, as keys: letters and digits, the first six of them.
function words_of(s, found,    word, n, i)
{
	split("", found)
	n = split(tolower(s), word, /[^a-z0-9]+/)
	for (i = 1; i <= n; i++)
		if (length(word[i]) > 2)
			found[substr(word[i], 1, 6)] = 1
}

# Has the line columns?
function is_row(s)
{
	return s ~ /[^ .]    *[^ ]/
}

# Splits an RFC into paragraphs, and tables into parts of six lines; counts in
# how many of them a word stands.
function rfc_open(n,    i, k, from, text, s, off)
{
	if (n in paras)
		return rfc_lines[n] > 0
	paras[n] = 0
	if (!rfc_read(texts "/rfc" n ".txt", n))
		return 0
	for (k = 1; k <= rfc_count[n]; k++)
		is_heading[n, rfc_at[n, k]] = 1
	text = ""
	from = 0
	for (i = 1; i <= rfc_lines[n] + 1; i++) {
		s = rfc_line[n, i]
		off = s == "" || ((n, i) in is_heading)
		if (from > 0 && (off || (i - from > 5 && is_row(s)))) {
			add_paragraph(n, from, i - 1, text)
			from = 0
			text = ""
		}
		if (!off && from == 0)
			from = i
		if (!off)
			text = text " " s
	}
	return 1
}

function add_paragraph(n, from, to, text,    k, w, seen)
{
	k = ++paras[n]
	para_from[n, k] = from
	para_to[n, k] = to
	para_text[n, k] = text
	words_of(text, seen)
	for (w in seen)
		spread[n, w]++
}

# What a paragraph shares with the fact: uncommon words count most.
function worth(n, k, wanted,    w, seen, sum)
{
	words_of(para_text[n, k], seen)
	sum = 0
	for (w in seen)
		if (w in wanted)
			sum += log((paras[n] + 1) / spread[n, w])
	return sum
}

function show_line(n, i)
{
	if (rfc_line[n, i] != "")
		printf "%9d  %s\n", i, rfc_line[n, i]
}

function show_gap(n, from, to)
{
	while (from <= to && rfc_line[n, from] == "")
		from++
	if (from <= to)
		printf "%9s  %s\n", "", "[" from "-" to "]"
}

# The paragraphs of lines from..to that share most with the fact, as many as
# LINES allows, or the first if none does; and the range of what is between.
function show_best(n, from, to, wanted,    k, best, room, picked, score, at)
{
	split("", score)
	split("", picked)
	for (k = 1; k <= paras[n]; k++)
		if (para_from[n, k] >= from && para_to[n, k] <= to)
			score[k] = worth(n, k, wanted)
	room = LINES
	while (room > 0) {
		best = 0
		for (k in score)
			if (!(k in picked) && score[k] > 0 && (best == 0 ||
			    score[k] > score[best] ||
			    (score[k] == score[best] && k + 0 < best + 0)))
				best = k
		if (best == 0 && room < LINES)
			break
		for (k = 1; best == 0 && k <= paras[n]; k++)
			if (k in score)
				best = k
		if (best == 0)
			break
		picked[best] = 1
		room -= para_to[n, best] - para_from[n, best] + 1
	}
	at = from
	for (k = 1; k <= paras[n]; k++)
		if (k in picked) {
			show_gap(n, at, para_from[n, k] - 1)
			for (at = para_from[n, k]; at <= para_to[n, k]; at++)
				show_line(n, at)
		}
	show_gap(n, at, to)
}

function show_section(n, from, to, wanted,    i, full)
{
	full = 0
	for (i = from; i <= to; i++)
		full += rfc_line[n, i] != ""
	if (full <= LINES + 6) {
		for (i = from; i <= to; i++)
			show_line(n, i)
		return
	}
	if ((n, from) in is_heading)
		show_line(n, from++)
	show_best(n, from, to, wanted)
}

function missing(s, why)
{
	print "  -> " s ": NOT FOUND, " why
	not_found++
}

function found_at(s, where)
{
	print "  -> " s ": " where
	found++
}

function cite_rfc(s, wanted,    word, m, n, k, from, to)
{
	m = split(s, word, " ")
	n = word[2]
	if (m == 4 && word[3] == "erratum") {
		cite_erratum(s, n, word[4])
		return
	}
	if (!rfc_open(n)) {
		missing(s, texts " has no rfc" n ".txt")
		return
	}
	from = 1
	to = rfc_lines[n]
	if (m > 2) {
		sub(/^\302\247/, "", word[3])
		if (!((n, word[3]) in rfc_index)) {
			missing(s, "rfc" n ".txt has no such section")
			return
		}
		k = rfc_index[n, word[3]]
		from = rfc_at[n, k]
		to = rfc_end(n, k)
	}
	while (to > from && rfc_line[n, to] == "")
		to--
	found_at(s, "rfc" n ".txt:" from "-" to)
	show_section(n, from, to, wanted)
}

function cite_erratum(s, rfc, number,    line, cell, path, i)
{
	path = texts "/errata.tsv"
	while ((getline line < path) > 0) {
		split(line, cell, "\t")
		if (cell[1] == rfc && cell[2] == number) {
			found_at(s, "errata.tsv, " cell[3] ", section " cell[5])
			for (i = 7; i <= 9; i++)
				if (cell[i] != "")
					print "           " cell[i]
			close(path)
			return
		}
	}
	close(path)
	missing(s, texts "/errata.tsv does not have it")
}

# The rows of a registry that begin with the key of the record, or its code.
function cite_registry(s, r,    word, name, file, line, n, rows, i, after, key)
{
	key = record_key[r]
	if (key !~ /^[0-9]+$/)
		for (i = fields[r]; i > 0; i--)
			if (field_name[field_at[r, i]] == "Code")
				key = field_value[field_at[r, i]]
	split(s, word, " ")
	name = word[2]
	sub(/-[0-9]+$/, "", name)
	for (i = 1; i in registry; i++)
		if (index(registry[i], name))
			file = registry[i]
	if (file == "") {
		missing(s, texts " has no text of this registry")
		return
	}
	rows = n = 0
	after = heading[word[2]]
	while ((getline line < file) > 0) {
		n++
		sub(/\r$/, "", line)
		if (line == after)
			after = ""
		if (after != "" || index(line, key) != 1 ||
		    substr(line, length(key) + 1) !~ /^( |,|$)/)
			continue
		if (rows++ == 0)
			found_at(s, substr(file, length(texts) + 2))
		printf "%9d  %s\n", n, line
		# The first row below the heading is the one that is meant.
		if (heading[word[2]] != "")
			break
	}
	close(file)
	if (rows == 0)
		found_at(s, "no row '" key "' in " \
		    substr(file, length(texts) + 2))
}

function cite(s, r, by, wanted)
{
	sources++
	if (s !~ /^RFC / && s !~ /^IANA /) {
		print "  -> " s ": elsewhere"
		elsewhere++
	} else if ((r, by, s) in shown) {
		found_at(s, "shown above")
	} else if (s ~ /^RFC /) {
		shown[r, by, s] = 1
		cite_rfc(s, wanted)
	} else {
		cite_registry(s, r)
	}
}

function show_field(f)
{
	print field_file[f] ":" field_line[f] "\t" field_name[f] ": " \
	    field_value[f]
}

# The fields of record r that rest on the sources in its field `by`, and those
# sources below them.
function show_group(r, by,    i, f, text, wanted, any)
{
	text = ""
	any = 0
	for (i = 1; i <= fields[r]; i++) {
		f = field_at[r, i]
		if (is_source(f) || source_of(r, f) != by)
			continue
		show_field(f)
		text = text " " field_value[f]
		any = 1
	}
	words_of(text " " record_key[r], wanted)
	for (i = 1; i <= fields[r]; i++) {
		f = field_at[r, i]
		if (!is_source(f) || group_of(f) != by)
			continue
		if (!any)
			show_field(f)
		cite(field_value[f], r, by, wanted)
	}
	facts += any
}

function show_record(r,    i, f, by, groups, group, n)
{
	records++
	print ""
	print "==== " record_set[r] " " record_key[r]
	n = 0
	group[++n] = "Source"
	groups["Source"] = 1
	for (i = 1; i <= fields[r]; i++) {
		f = field_at[r, i]
		by = is_source(f) ? group_of(f) : source_of(r, f)
		if (!(by in groups)) {
			groups[by] = 1
			group[++n] = by
		}
	}
	for (i = 1; i <= n; i++)
		show_group(r, group[i])
}

# Keeps the lines of a record that is about something else and says the code.
function see_words(r,    i, f, code)
{
	for (i = 1; i <= fields[r]; i++) {
		f = field_at[r, i]
		if (field_file[f] !~ /\/en\//)
			continue
		for (code in wanted_code)
			if (says(field_value[f], code)) {
				said[++says_count] = f
				break
			}
	}
}

function show_words(    i)
{
	if (says_count > 0)
		print "\n==== said in words of other records"
	for (i = 1; i <= says_count; i++)
		show_field(said[i])
}

BEGIN {
	LINES = 18
	heading["sip-parameters-4"] = "Option Tags"
	heading["sip-parameters-5"] = "Warning Codes (warn-codes)"
	heading["sip-parameters-7"] = "Response Codes"
	texts = ENVIRON["TEXTS"]
	files = ENVIRON["FILES"]
	split(ENVIRON["REGISTRIES"], registry, "\n")
	read_schema(ENVIRON["SCHEMA"])
	read_data()
	for (i = 1; i < ARGC; i++)
		if (ARGV[i] ~ /^[1-6][0-9][0-9]$/)
			any_code = wanted_code[ARGV[i]] = 1
		else
			any_set = wanted_set[ARGV[i]] = 1
	for (r = 1; r <= record_count; r++)
		if ((!any_set || record_set[r] in wanted_set) &&
		    (!any_code || is_about_any(r)))
			show_record(r)
		else if (any_code && (!any_set || record_set[r] in wanted_set))
			see_words(r)
	show_words()
	print ""
	print records + 0 " records, " facts + 0 " facts, " sources + 0 \
	    " sources: " found + 0 " found, " not_found + 0 " not found, " \
	    elsewhere + 0 " elsewhere"
	exit not_found > 0
}
