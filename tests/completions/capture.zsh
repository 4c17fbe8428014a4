# capture.zsh - prints what zsh would offer, a word a line.
#
# usage: zsh -f capture.zsh FOLDER LINE...
#
# FOLDER holds _sipcode.  A second zsh runs at a terminal of zsh/zpty, where
# completion is as at any prompt; its compadd tells the words that it adds, the
# texts being what people see.  "--" is behind those of each line.
zmodload zsh/zpty || exit 2
folder=$1
shift

setup() {
	PROMPT=
	fpath=($1 $fpath)
	autoload -Uz compinit
	compinit -u -D
	bindkey -d
	bindkey '^I' complete-word
	bindkey '^U' kill-whole-line
	zstyle ':completion:*' menu no
	zstyle ':completion:*' list-prompt ''
	LISTMAX=10000
	unsetopt list_beep beep auto_list
	compadd() {
		local -a given words
		local -i i

		# These only ask which words fit.
		for ((i = 1; i <= $#; i++)); do
			case $argv[i] in
			(-|--) break ;;
			(-[OAD]) builtin compadd "$@"; return ;;
			esac
		done
		builtin compadd -A words "$@"
		((i = $#words)) && print -rl -- '<'$^words'>'
		builtin compadd "$@"
	}
	done_line() {
		print -r -- '=en''d='
		zle kill-whole-line
	}
	zle -N done_line
	bindkey '^G' done_line
	print '=rea''dy='
}

zpty shell zsh -f -i
# Nothing of it is to be echoed.
zpty -w shell 'stty -echo -onlcr columns 200 rows 50'
zpty -w shell "$(functions setup); setup ${(q)folder}"
zpty -r -m shell text '*=ready=*' || exit 2
for line; do
	zpty -w -n shell "$line"$'\t\a'
	zpty -r -m shell text '*=end=*' || exit 2
	for word in "${(@f)text//$'\r'/}"; do
		if [[ $word == *'<'*'>'* ]]; then
			word=${word#*<}
			print -r -- "${word%>*}"
		fi
	done
	print -- --
done
zpty -d shell
