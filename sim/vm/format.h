// The format mini-language: what stands behind the colon in f"{x:>10.2f}".
//
// format_spec.c reads a specification, format_int.c, format_float.c and format_str.c obey it, and
// format_fill.c pads and groups what they made. % formatting (percent.c) fills in the same struct.
#ifndef VM_FORMAT_H
#define VM_FORMAT_H

#include "base/buf.h"
#include "vm/str.h"

struct format_spec {
    char fill[5];       // the character to pad with, UTF-8, terminated
    char align;         // '<', '>', '=', '^'; 0: not given
    char sign;          // '+', '-', ' '; 0: not given
    bool zero_negative; // z: no minus sign before what was rounded to zero
    bool alternate;     // #
    int64_t width;      // -1: not given
    char grouping;      // ',', '_'; 0: none; 'n': as the locale says, which is none here
    int64_t precision;  // -1: not given
    uint32_t type;      // a character; 0: not given
};

// Reads [spec] for a value of the type named [type_name]. False if raised: ValueError "Invalid
// format specifier '…' for object of type '…'". For a number, 0 before the width means '=' too.
bool format_read(struct vm *vm, const struct str *spec, const char *type_name, bool is_number,
                 struct format_spec *out);

// A number in pieces, as they stand from left to right: sign, prefix, digits, rest.
struct format_number {
    const char *sign;   // "", "-", "+", " "
    const char *prefix; // "", "0x", …
    struct buf digits;  // before the point: these are grouped and, with '=', padded
    struct buf rest;    // the point and what follows
};

// Writes [number] as [spec] says, which stands at the right by default; frees its buffers. False,
// with MemoryError raised, if the width is absurd.
bool format_put_number(struct vm *vm, const struct format_spec *spec, struct format_number *number,
                       struct buf *out);

// Writes [text] padded, at [align] unless the specification says where.
bool format_put_text(struct vm *vm, const struct format_spec *spec, const char *text, size_t length,
                     char align, struct buf *out);

// The sign that a negative or other number gets.
const char *format_sign(const struct format_spec *spec, bool negative);

// Integers and floats by a specification that was read; they append, and give false if raised.
bool format_put_int(struct vm *vm, const struct format_spec *spec, struct value number,
                    struct buf *out);
bool format_put_float(struct vm *vm, const struct format_spec *spec, double number,
                      struct buf *out);

// The digits of an int's magnitude in the base of [type], appended to the empty [digits]: false if
// raised. And what stands before them in the alternate form: "0x".
bool format_int_digits(struct vm *vm, struct value number, uint32_t type, struct buf *digits);
const char *format_int_prefix(uint32_t type);

// Raises ValueError "Unknown format code 'q' for object of type 'int'"; false.
bool format_unknown(struct vm *vm, const struct format_spec *spec, const char *type_name);

// The __format__ of int (and bool), float and str: slots of their types.
struct value format_int(struct vm *vm, struct value self, struct str *spec);
struct value format_float(struct vm *vm, struct value self, struct str *spec);
struct value format_str(struct vm *vm, struct value self, struct str *spec);

#endif
