/* lists.c - lists of words. */
#include "names/lists.h"

#include <string.h>

#include "chars.h"
#include "len.h"

/* Room for the longest: in place, so that a start of the program has no address
 * of a word to fill in. */
enum { WORD_SIZE = 16 };

/* Words that stand before a code and say no more than that it is one; those of
 * other languages without their marks. */
static const char before[][WORD_SIZE] = {
	"a",
	"ack",
	"answer",
	"bye",
	"cancel",
	"causa",
	"code",
	"codes",
	"dial",
	"err",
	"error",
	"erreur",
	"failed",
	"failure",
	"fehler",
	"final",
	"got",
	"info",
	"invite",
	"is",
	"last",
	"lo\303\242i",
	"l\341\273\227i",
	"loi",
	"m\303\243",
	"ma",
	"message",
	"notify",
	"options",
	"prack",
	"publish",
	"reason",
	"received",
	"refer",
	"register",
	"reply",
	"resp",
	"response",
	"responses",
	"result",
	"returned",
	"rs",
	"sc",
	"sip",
	"status",
	"statuscode",
	"subscribe",
	"term",
	"the",
	"update",
	"ursache",
	"what",
	"with",
};

/* Words behind a number that it counts. */
static const char counted[][WORD_SIZE] = {
	"attempts",
	"bytes",
	"calls",
	"channels",
	"cps",
	"days",
	"devices",
	"digits",
	"extensions",
	"h",
	"hours",
	"hz",
	"kb",
	"khz",
	"lines",
	"mb",
	"messages",
	"milliseconds",
	"min",
	"mins",
	"minute",
	"minutes",
	"ms",
	"packets",
	"percent",
	"people",
	"phones",
	"s",
	"sec",
	"second",
	"seconds",
	"secs",
	"sessions",
	"times",
	"trunks",
	"users",
	"cu\341\273\231c",
	"gi\303\242y",
	"giay",
	"ng\306\260\341\273\235i",
	"ng\303\240y",
	"ph\303\272t",
	"phut",
};

/* Words before a number that is their own. */
static const char numbered[][WORD_SIZE] = {
	"account", "after",     "agent",    "at",    "called",   "callid",
	"calling", "cause",     "channel",  "cseq",  "device",   "dialed",
	"dialing", "dialled",   "endpoint", "every", "expires",  "ext",
	"exten",   "extension", "for",      "frame", "from",     "group",
	"height",  "id",        "in",       "index", "jitter",   "latency",
	"len",     "length",    "limit",    "line",  "loss",     "lost",
	"number",  "packet",    "packets",  "page",  "payload",  "pid",
	"port",    "qualify",   "queue",    "rfc",   "room",     "row",
	"rtt",     "se",        "seq",      "seqno", "duration", "billsec",
	"elapsed", "ttl",       "interval", "ptime", "delay",    "thread",
	"timeout", "to",        "user",     "ver",   "version",  "width",
};

/* Keys that no status code follows. */
static const char counting_keys[][WORD_SIZE] = {
	"age",    "billsec", "bitrate",  "bytes",   "clockrate", "count",
	"delay",  "delta",   "duration", "elapsed", "freq",      "interval",
	"jitter", "latency", "limit",    "loss",    "max",       "min",
	"ms",     "mtu",     "offset",   "pdd",     "priority",  "ptime",
	"q",      "queue",   "rate",     "retries", "retry",     "rtt",
	"sec",    "seconds", "size",     "ssrc",    "time",      "timer",
	"total",  "ttl",     "uid",      "used",    "wait",      "weight",
};

/* Words that ask what the code before them is. */
static const char question[][WORD_SIZE] = {
	"code",           "codes",   "error",     "errors",
	"responses",      "failure", "mean",      "meaning",
	"means",          "please",  "response",  "sip",
	"l\303\240",      "la",      "g\303\254", "gi",
	"l\341\273\227i", "loi",     "nghia",     "ngh\304\251a",
};

/* Keys that a status code follows. */
static const char code_keys[][WORD_SIZE] = {
	"answer", "err", "error", "failure", "final", "r",  "rc",
	"reply",  "res", "resp",  "result",  "ret",   "sc",
};

int list_has(enum list list, const char *s, size_t n)
{
	static const struct {
		const char (*word)[WORD_SIZE];
		size_t words;
	} lists[] = {
		[LIST_BEFORE] = { before, LEN(before) },
		[LIST_COUNTED] = { counted, LEN(counted) },
		[LIST_NUMBERED] = { numbered, LEN(numbered) },
		[LIST_COUNTING_KEY] = { counting_keys, LEN(counting_keys) },
		[LIST_QUESTION] = { question, LEN(question) },
		[LIST_CODE_KEY] = { code_keys, LEN(code_keys) },
	};

	for (size_t i = 0; i < lists[list].words; i++)
		if (strlen(lists[list].word[i]) == n &&
		    chars_equal(lists[list].word[i], s, n))
			return 1;
	return 0;
}
