# kinds.awk - makes inputs of kinds.txt: of the kind `kind`, of about `size`
# bytes.  With names=1 it prints the names, with commands=1 the commands.
BEGIN { FS = " *[|] *" }

/^#/ || /^$/ { next }

# $NAME in what follows.
/^[A-Z]+ = / {
	name = $0
	sub(/ =.*/, "", name)
	text = $0
	sub(/^[A-Z]+ = /, "", text)
	macro[name] = with_macros(text)
	next
}

names { print $1; next }

$1 != kind { next }

commands {
	n = split($2, list, / *; */)
	for (i = 1; i <= n; i++)
		print list[i]
	exit
}

{
	make(plain($3), plain($4), plain($5))
	exit
}

function with_macros(s, name, i) {
	for (name in macro)
		while (i = index(s, "$" name "$"))
			s = substr(s, 1, i - 1) macro[name] \
			    substr(s, i + length(name) + 2)
	return s
}

# Without the escapes.
function plain(s, made, c, i) {
	s = with_macros(s)
	made = ""
	while (i = index(s, "\\")) {
		c = substr(s, i + 1, 1)
		made = made substr(s, 1, i - 1)
		s = substr(s, i + 2)
		if (c == "r") c = "\r"
		else if (c == "n") c = "\n"
		else if (c == "t") c = "\t"
		else if (c == "e") c = "\033"
		else if (c == "s") c = " "
		else if (c == "p") c = "|"
		made = made c
	}
	return made s
}

# What changes from piece to piece: %i counts up, %d down, %h is scrambled,
# %t is an hour later each time.  All have a fixed number of digits.
function number(letter, i) {
	if (letter == "i")
		return sprintf("%07d", i)
	if (letter == "d")
		return sprintf("%07d", 9999999 - i)
	if (letter == "h")
		return sprintf("%07d", (i * 7368787) % 9999991)
	return sprintf("%04d-%02d-%02dT%02d:00:00", 1990 + int(i / 8064),
	    int(i / 672) % 12 + 1, int(i / 24) % 28 + 1, i % 24)
}

# Cuts a piece once: part[1] letter[1] part[2] ...  Returns its length.
function cut(s, bytes, at) {
	parts = 1
	part[1] = ""
	while (at = match(s, /%[idht]/)) {
		part[parts] = part[parts] substr(s, 1, at - 1)
		letter[parts++] = substr(s, at + 1, 1)
		part[parts] = ""
		s = substr(s, at + 2)
	}
	part[parts] = part[parts] s
	bytes = length(part[1])
	for (at = 1; at < parts; at++)
		bytes += length(number(letter[at], 1)) + length(part[at + 1])
	return bytes
}

function print_piece(i, at) {
	printf "%s", part[1]
	for (at = 1; at < parts; at++)
		printf "%s%s", number(letter[at], i), part[at + 1]
}

# %{N:TEXT} is the text N times.
function repeated(s, from, n, text, to, more) {
	while (from = index(s, "%{")) {
		n = substr(s, from + 2) + 0
		text = substr(s, from)
		to = index(text, "}%")
		text = substr(text, index(text, ":") + 1)
		text = substr(text, 1, index(text, "}%") - 1)
		more = ""
		while (n-- > 0)
			more = more text
		s = substr(s, 1, from - 1) more substr(s, from + to + 1)
	}
	return s
}

# %L in the head is the length of what stands behind its first empty line.
function make(head, piece, tail, one, n, body, at) {
	head = repeated(head)
	piece = repeated(piece)
	tail = repeated(tail)
	one = cut(piece)
	n = int((size - length(head) - length(tail)) / one)
	if (n < 1)
		n = 1
	at = index(head, "\r\n\r\n")
	body = at ? length(head) - at - 3 : 0
	sub(/%L/, body + n * one, head)
	printf "%s", head
	for (at = 1; at <= n; at++)
		print_piece(at)
	printf "%s", tail
}
