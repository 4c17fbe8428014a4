/* names.h - what the files of the library share but nobody else may see.
 *
 * To the linker each of these names begins with sipcode_, so that the library
 * links into any program; in the sources they are short. */
#ifndef NAMES_H
#define NAMES_H

/* base */
#define schema_first sipcode_schema_first
#define schema_uses sipcode_schema_uses
#define schema_width sipcode_schema_width
#define utf8_columns sipcode_utf8_columns
#define utf8_decode sipcode_utf8_decode
#define utf8_fold sipcode_utf8_fold
#define utf8_visible sipcode_utf8_visible
#define utf8_width sipcode_utf8_width

/* the table */
#define table_cells sipcode_table_cells
#define table_labels sipcode_table_labels
#define table_language_count sipcode_table_language_count
#define table_languages sipcode_table_languages
#define table_pool sipcode_table_pool
#define table_rows sipcode_table_rows
#define table_sets sipcode_table_sets
#define table_string sipcode_table_string

/* lib */
#define anchor_find sipcode_anchor_find
#define fold_equal sipcode_fold_equal
#define fold_find sipcode_fold_find
#define fold_matches sipcode_fold_matches
#define fold_next sipcode_fold_next
#define span_folded sipcode_span_folded
#define span_indented sipcode_span_indented
#define span_is sipcode_span_is
#define span_line sipcode_span_line
#define span_name sipcode_span_name
#define span_trim sipcode_span_trim

#endif
