# sections.awk - the rows of the table of sections: see sections.sh.

function put(word)
{
	row = row " " word
}

# Ends the run of siblings that stand behind each other.
function put_run()
{
	if (from != "")
		put(to > first ? from "-" to : from)
	from = ""
}

function add(name,    parent, tail)
{
	parent = ""
	tail = name
	if (match(name, /[.][0-9]+$/)) {
		parent = substr(name, 1, RSTART)
		tail = substr(name, RSTART + 1)
	}
	if (name ~ /^[A-J]$/) {
		put_run()
		put(name)
	} else if (from != "" && parent == home && tail + 0 == to + 1) {
		to = tail + 0
	} else {
		put_run()
		from = name
		home = parent
		first = to = tail + 0
	}
}

# The top level first, then what is below each parent.
function add_all(n,    k, depth, deepest, name, levels)
{
	deepest = 1
	for (depth = 1; depth <= deepest; depth++)
		for (k = 1; k <= rfc_count[n]; k++) {
			name = rfc_name[n, k]
			levels = gsub(/[.]/, ".", name) + 1
			if (levels > deepest)
				deepest = levels
			if (levels == depth)
				add(name)
		}
	put_run()
}

BEGIN {
	texts = ENVIRON["TEXTS"]
	table = ENVIRON["TABLE"]
	while ((getline s < table) > 0) {
		split(s, word, " ")
		old[word[1]] = s
	}
	for (i = 1; i < ARGC; i++) {
		n = ARGV[i]
		if (!rfc_read(texts "/rfc" n ".txt", n))
			continue
		held = split(rfc_obsoletes[n], of, " ")
		for (k = 1; k <= held; k++)
			by[of[k]] = n
	}
	for (i = 1; i < ARGC; i++) {
		n = ARGV[i]
		if (rfc_count[n] > 0) {
			row = n (n in by ? " by " by[n] : "")
			add_all(n)
			print row
		} else if (n in old) {
			print "sections.sh: RFC " n " is not there: " \
			    "its row is kept" > "/dev/stderr"
			print old[n]
		} else {
			print "sections.sh: RFC " n " is not there, " \
			    "and has no row" > "/dev/stderr"
			failed = 1
		}
	}
	exit failed
}
