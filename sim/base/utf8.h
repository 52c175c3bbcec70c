// UTF-8 and the properties of characters; the one place that knows utf8proc.
//
// Python strings may hold lone surrogates ('\ud800'); they are encoded as their three bytes, as
// if UTF-8 allowed them. [utf8_is_valid] refuses them, the other functions take them.
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

// Reads the character at [text], of [length] > 0 bytes, into [*rune]; returns its bytes (1 to 4).
// A byte that starts no character gives U+FFFD and 1.
size_t utf8_decode(const char *text, size_t length, uint32_t *rune);

// Writes [rune] to [out] and returns its bytes (1 to 4).
size_t utf8_encode(uint32_t rune, char out[4]);

// Returns how many characters [length] bytes hold.
size_t utf8_count(const char *text, size_t length);

// Returns the byte offset of character number [index] (0-based); [length] if there are fewer.
size_t utf8_offset(const char *text, size_t length, size_t index);

// Is it UTF-8 throughout? If not, [*where] is the offset of the first wrong byte.
bool utf8_is_valid(const char *text, size_t length, size_t *where);

// Returns the columns that [rune] takes on a terminal: 0, 1 or 2.
int utf8_width(uint32_t rune);

// Returns the columns that [length] bytes take.
size_t utf8_text_width(const char *text, size_t length);

// Questions that Python asks: is it allowed in an identifier; str.isalpha and kin; does repr
// show it as it is (str.isprintable).
bool utf8_is_identifier_start(uint32_t rune);
bool utf8_is_identifier_part(uint32_t rune);
bool utf8_is_alpha(uint32_t rune);
bool utf8_is_decimal(uint32_t rune);
bool utf8_is_digit(uint32_t rune);
bool utf8_is_numeric(uint32_t rune);
bool utf8_is_space(uint32_t rune);
bool utf8_is_upper(uint32_t rune);
bool utf8_is_lower(uint32_t rune);
bool utf8_is_title(uint32_t rune);
bool utf8_is_printable(uint32_t rune);

// Returns the value of a decimal digit in any script, or -1.
int utf8_digit_value(uint32_t rune);

// Returns [rune] in the other case (simple mapping: one character to one).
uint32_t utf8_to_upper(uint32_t rune);
uint32_t utf8_to_lower(uint32_t rune);
uint32_t utf8_to_title(uint32_t rune);

// Writes what [rune] becomes where case shall not matter (str.casefold); returns how many runes.
size_t utf8_fold(uint32_t rune, uint32_t out[4]);

// Appends the text in the form NFKC, in which Python compares identifiers.
void utf8_normalize(const char *text, size_t length, struct buf *out);

#endif
