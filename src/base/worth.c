/* worth.c - what the search makes of sets and fields. */
#include "worth.h"

/* How much a row of a set is worth beside one of another, in tenths; 0: not
 * searched. */
const unsigned char worth_of_set[SIPCODE_SETS] = {
	[SIPCODE_CODES] = 10,    [SIPCODE_SYMPTOMS] = 8,
	[SIPCODE_HEADERS] = 8,   [SIPCODE_OPTIONS] = 8,
	[SIPCODE_TIMERS] = 8,    [SIPCODE_WARNINGS] = 7,
	[SIPCODE_CAUSES] = 7,    [SIPCODE_CLASSES] = 5,
	[SIPCODE_VARIANTS] = 8,  [SIPCODE_SIGHTINGS] = 7,
	[SIPCODE_PRACTICES] = 7, [SIPCODE_NOTES] = 6,
	[SIPCODE_NUMBERS] = 5,   [SIPCODE_PAIRS] = 5,
	[SIPCODE_DISGUISES] = 5, [SIPCODE_FLOWS] = 5,
	[SIPCODE_DUTIES] = 4,    [SIPCODE_RULES] = 4,
	[SIPCODE_MAPPINGS] = 3,  [SIPCODE_PRODUCTS] = 5,
	[SIPCODE_TERMS] = 6,     [SIPCODE_FAILOVERS] = 4,
	[SIPCODE_NAMES] = 2,     [SIPCODE_LOCATIONS] = 4,
};

/* What a word is worth by the field it stands in; 0: not searched. */
const unsigned char worth_of_field[SIPCODE_FIELDS] = {
	[SIPCODE_F_PHRASE] = 20,     [SIPCODE_F_NAME] = 20,
	[SIPCODE_F_TAG] = 20,        [SIPCODE_F_HEADER] = 20,
	[SIPCODE_F_TIMER] = 20,      [SIPCODE_F_ALIAS] = 16,
	[SIPCODE_F_TITLE] = 14,      [SIPCODE_F_WORDS] = 14,
	[SIPCODE_F_VERDICT] = 12,    [SIPCODE_F_DESCRIPTION] = 10,
	[SIPCODE_F_PRODUCT] = 9,     [SIPCODE_F_SUMMARY] = 8,
	[SIPCODE_F_STUN_PHRASE] = 8, [SIPCODE_F_FORM] = 8,
	[SIPCODE_F_MEANING] = 8,     [SIPCODE_F_WHEN] = 7,
	[SIPCODE_F_TEXT] = 6,        [SIPCODE_F_FIX] = 5,
	[SIPCODE_F_LOOK] = 5,        [SIPCODE_F_NOTE] = 5,
	[SIPCODE_F_DEFAULT] = 5,     [SIPCODE_F_EXPIRY] = 5,
	[SIPCODE_F_STEP] = 4,        [SIPCODE_F_DROP] = 4,
	[SIPCODE_F_BACKGROUND] = 4,  [SIPCODE_F_DIFFERENCE] = 4,
	[SIPCODE_F_USE] = 4,         [SIPCODE_F_RETRY_NOTE] = 3,
	[SIPCODE_F_EFFECT_NOTE] = 3, [SIPCODE_F_METHOD_NOTE] = 3,
	[SIPCODE_F_CONDITION] = 3,   [SIPCODE_F_METHOD] = 2,
	[SIPCODE_F_TERM] = 20,
};
