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
#define word_at sipcode_word_at
#define word_is_empty sipcode_word_is_empty
#define word_join sipcode_word_join
#define word_joins sipcode_word_joins
#define word_next sipcode_word_next
#define worth_of_field sipcode_worth_of_field
#define worth_of_set sipcode_worth_of_set

/* the table */
#define table_index sipcode_table_index
#define table_index_blocks sipcode_table_index_blocks
#define table_index_starts sipcode_table_index_starts
#define table_cells sipcode_table_cells
#define table_labels sipcode_table_labels
#define table_language_count sipcode_table_language_count
#define table_languages sipcode_table_languages
#define table_pool sipcode_table_pool
#define table_rows sipcode_table_rows
#define table_shapes sipcode_table_shapes
#define table_sets sipcode_table_sets
#define table_string sipcode_table_string

/* lib */
#define digits_mask sipcode_digits_mask
#define digits_mask_plain sipcode_digits_mask_plain
#define digits_next sipcode_digits_next
#define digits_start sipcode_digits_start
#define digits_stops sipcode_digits_stops
#define digits_stops_plain sipcode_digits_stops_plain
#define forms_find sipcode_forms_find
#define forms_row sipcode_forms_row
#define forms_tail sipcode_forms_tail
#define forms_words sipcode_forms_words
#define index_find sipcode_index_find
#define index_within sipcode_index_within
#define check_add sipcode_check_add
#define check_duties sipcode_check_duties
#define exchange_check_asked sipcode_exchange_check_asked
#define fold_equal sipcode_fold_equal
#define fold_matches sipcode_fold_matches
#define fold_next sipcode_fold_next
#define header_item sipcode_header_item
#define header_long_name sipcode_header_long_name
#define headers_have sipcode_headers_have
#define headers_of sipcode_headers_of
#define look_back sipcode_look_back
#define look_end sipcode_look_end
#define look_front sipcode_look_front
#define look_on sipcode_look_on
#define look_within sipcode_look_within
#define phrase_end sipcode_phrase_end
#define phrase_end_of_line sipcode_phrase_end_of_line
#define phrase_is_bar sipcode_phrase_is_bar
#define phrase_is_point sipcode_phrase_is_point
#define phrase_trim sipcode_phrase_trim
#define place_find sipcode_place_find
#define query_of_set sipcode_query_of_set
#define query_read sipcode_query_read
#define query_speak sipcode_query_speak
#define rank_count sipcode_rank_count
#define rank_row sipcode_rank_row
#define rank_set sipcode_rank_set
#define rank_weigh sipcode_rank_weigh
#define rules_is_drawn sipcode_rules_is_drawn
#define rules_is_of_cseq sipcode_rules_is_of_cseq
#define rules_is_of_tshark sipcode_rules_is_of_tshark
#define same_but_longer sipcode_same_but_longer
#define same_bytes sipcode_same_bytes
#define same_letters sipcode_same_letters
#define same_param sipcode_same_param
#define sdp_is_type sipcode_sdp_is_type
#define sdp_media sipcode_sdp_media
#define sdp_media_of_parts sipcode_sdp_media_of_parts
#define side_has sipcode_side_has
#define side_list sipcode_side_list
#define side_lists sipcode_side_lists
#define side_media sipcode_side_media
#define side_next sipcode_side_next
#define side_number sipcode_side_number
#define side_number_of sipcode_side_number_of
#define side_read sipcode_side_read
#define side_value sipcode_side_value
#define sieve_fill sipcode_sieve_fill
#define sieve_number sipcode_sieve_number
#define span_folded sipcode_span_folded
#define span_indented sipcode_span_indented
#define span_is sipcode_span_is
#define span_line sipcode_span_line
#define span_name sipcode_span_name
#define span_trim sipcode_span_trim
#define uri_has_scheme sipcode_uri_has_scheme
#define uri_is_copy sipcode_uri_is_copy
#define uri_of sipcode_uri_of
#define uri_same sipcode_uri_same
#define uri_same_host sipcode_uri_same_host
#define via_same sipcode_via_same

#endif
