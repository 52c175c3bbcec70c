// Text from programs and traces made safe for a terminal: what is not printable is spelled out.
//
// Control characters, escape sequences, marks that turn the direction of writing, and bytes that
// are no characters come out as Python's repr writes them: \n, \x1b, \u202e. All else is kept.
#ifndef BASE_PRINTABLE_H
#define BASE_PRINTABLE_H

#include "base/buf.h"

// Appends [length] bytes of [text] made printable.
void printable_put(struct buf *out, const char *text, size_t length);

// The same in ASCII alone: every other character is spelled out, too.
void printable_put_ascii(struct buf *out, const char *text, size_t length);

#endif
