// Texts as int() and float() read them.
#ifndef VM_NUMBER_TEXT_H
#define VM_NUMBER_TEXT_H

#include "base/buf.h"
#include "vm/str.h"

// Appends [s] with the decimal digits and blanks of every script as ASCII ones and everything else
// beyond ASCII as '?', which no number contains.
void number_text_put(const struct str *s, struct buf *out);

// Takes the blanks at both ends off the text from [*start] to [*end].
void number_text_trim(const char **start, const char **end);

// The integer that [text] is in [base] (0: as its prefix says), blanks and sign allowed around it.
// ValueError, quoting the repr of [original], if it is none.
struct value int_parse(struct vm *vm, const char *text, size_t length, int base,
                       struct value original);

#endif
