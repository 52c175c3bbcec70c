// "…" % args: the older way of formatting, of str and of bytes.
//
// A format is read piece by piece: literal text, then one conversion %[(key)][flags][width]
// [.precision]type, for which the next argument, or the mapping's item with this key, is put.
#include <limits.h>
#include <string.h>

#include "base/utf8.h"
#include "vm/builtin.h"
#include "vm/bytes_type.h"
#include "vm/dict.h"
#include "vm/float.h"
#include "vm/format.h"
#include "vm/index.h"
#include "vm/int.h"
#include "vm/list.h"
#include "vm/raise.h"
#include "vm/slots.h"
#include "vm/vm.h"

// A formatting under way.
struct percent {
    struct vm *vm;
    const char *begin, *at, *end; // of the format
    const struct value *args;     // those not in a mapping
    size_t count, next;           // how many, and which is to come
    struct value mapping;         // what %(key)s looks in; ABSENT if the arguments are none
    struct value item;            // what was found there for this conversion, kept; or ABSENT
    bool bytes;                   // the format is bytes
    struct buf *out;
};

static bool refuse(struct percent *p, enum exception_kind kind, const char *what) {
    raise_error(p->vm, kind, "%s", what);
    return false;
}

// The next argument, borrowed: ERROR if there are no more.
static struct value next_argument(struct percent *p) {
    if (!value_is_absent(p->item)) {
        return p->item;
    }
    if (p->next == p->count) {
        return raise_error(p->vm, EXCEPTION_TypeError, "not enough arguments for format string");
    }
    return p->args[p->next++];
}

// Reading a conversion ----------------------------------------------------------------------------

// "(key)": looks it up in the mapping.
static bool read_key(struct percent *p) {
    if (p->at == p->end || *p->at != '(') {
        return true;
    }
    if (value_is_absent(p->mapping)) {
        return refuse(p, EXCEPTION_TypeError, "format requires a mapping");
    }
    const char *start = ++p->at;
    for (int depth = 1; depth > 0; p->at++) {
        if (p->at == p->end) {
            return refuse(p, EXCEPTION_ValueError, "incomplete format key");
        }
        depth += (*p->at == '(') - (*p->at == ')');
    }
    size_t length = (size_t)(p->at - 1 - start);
    struct value key = p->bytes ? bytes_new(p->vm, start, length) : str_new(p->vm, start, length);
    if (value_is_error(key)) {
        return false;
    }
    struct value item = vm_get_item(p->vm, p->mapping, key);
    value_drop(p->vm, key);
    if (value_is_error(item)) {
        return false;
    }
    value_replace(p->vm, &p->item, item);
    return true;
}

static void read_flags(struct percent *p, struct format_spec *spec) {
    bool left = false, zero = false, plus = false, space = false;
    for (; p->at < p->end; p->at++) {
        switch (*p->at) {
        case '-':
            left = true;
            continue;
        case '+':
            plus = true;
            continue;
        case ' ':
            space = true;
            continue;
        case '#':
            spec->alternate = true;
            continue;
        case '0':
            zero = true;
            continue;
        default:
            break;
        }
        break;
    }
    spec->sign = plus ? '+' : space ? ' ' : 0;
    spec->align = left ? '<' : zero ? '=' : '>';
    strcpy(spec->fill, zero && !left ? "0" : " ");
}

// "*": the number is the next argument.
static bool read_star(struct percent *p, int64_t *number) {
    struct value argument = next_argument(p);
    p->at++;
    if (value_is_error(argument)) {
        return false;
    }
    if (!int_is(argument)) {
        return refuse(p, EXCEPTION_TypeError, "* wants int");
    }
    if (!int_to_int64(argument, number) || *number > INT_MAX || *number < -INT_MAX) {
        return refuse(p, EXCEPTION_OverflowError, "Python int too large to convert to C int");
    }
    return true;
}

static bool read_digits(struct percent *p, int64_t *number, const char *too_big) {
    for (; p->at < p->end && *p->at >= '0' && *p->at <= '9'; p->at++) {
        *number = *number * 10 + (*p->at - '0');
        if (*number > INT_MAX) {
            return refuse(p, EXCEPTION_ValueError, too_big);
        }
    }
    return true;
}

static bool read_width(struct percent *p, struct format_spec *spec) {
    spec->width = 0;
    if (p->at == p->end || *p->at != '*') {
        return read_digits(p, &spec->width, "width too big");
    }
    if (!read_star(p, &spec->width)) {
        return false;
    }
    if (spec->width < 0) {
        spec->width = -spec->width;
        spec->align = '<';
        strcpy(spec->fill, " ");
    }
    return true;
}

static bool read_precision(struct percent *p, struct format_spec *spec) {
    if (p->at == p->end || *p->at != '.') {
        return true;
    }
    spec->precision = 0;
    p->at++;
    if (p->at == p->end || *p->at != '*') {
        return read_digits(p, &spec->precision, "precision too big");
    }
    if (!read_star(p, &spec->precision)) {
        return false;
    }
    spec->precision = spec->precision < 0 ? 0 : spec->precision;
    return true;
}

static bool read_type(struct percent *p, struct format_spec *spec) {
    if (p->at < p->end && (*p->at == 'h' || *p->at == 'l' || *p->at == 'L')) {
        p->at++; // as C's lengths, which mean nothing here
    }
    if (p->at == p->end) {
        return refuse(p, EXCEPTION_ValueError, "incomplete format");
    }
    p->at += utf8_decode(p->at, (size_t)(p->end - p->at), &spec->type);
    return true;
}

// Putting one argument ----------------------------------------------------------------------------

static bool put_padded(struct percent *p, const struct format_spec *spec, const char *text,
                       size_t length) {
    struct format_spec padded = *spec;
    strcpy(padded.fill, " ");
    padded.align = spec->align == '<' ? '<' : '>';
    return format_put_text(p->vm, &padded, text, length, '>', p->out);
}

static bool put_cut(struct percent *p, const struct format_spec *spec, const struct str *s) {
    bool cut = spec->precision >= 0 && spec->precision < (int64_t)s->count;
    size_t length = cut ? str_offset(s, (size_t)spec->precision) : s->length;
    return put_padded(p, spec, s->text, length);
}

// %s and %b of a format that is bytes.
static bool put_bytes(struct percent *p, const struct format_spec *spec, struct value v) {
    struct value bytes = VALUE_ABSENT;
    struct bytes_span span;
    if (!bytes_like(p->vm, v, &span)) {
        bytes = slot_call(p->vm, v, DUNDER_bytes, NULL, 0);
        if (value_is_error(bytes)) {
            return false;
        }
        if (!bytes_like(p->vm, bytes, &span)) {
            value_drop(p->vm, bytes);
            raise_error(p->vm, EXCEPTION_TypeError,
                        "%%b requires a bytes-like object, or an object that implements "
                        "__bytes__, not '%s'",
                        value_type(p->vm, v)->name);
            return false;
        }
    }
    bool cut = spec->precision >= 0 && (size_t)spec->precision < span.length;
    bool fine = put_padded(p, spec, span.data, cut ? (size_t)spec->precision : span.length);
    value_drop(p->vm, bytes);
    return fine;
}

static bool put_text(struct percent *p, const struct format_spec *spec, struct value v) {
    if (spec->type == 's' && value_is_exactly(v, builtin(p->vm, BUILTIN_str))) {
        return put_cut(p, spec, str_of(v));
    }
    struct value text = spec->type == 's'                ? vm_str(p->vm, v)
                        : spec->type == 'r' && !p->bytes ? vm_repr(p->vm, v)
                                                         : vm_ascii(p->vm, v);
    if (value_is_error(text)) {
        return false;
    }
    bool fine = put_cut(p, spec, str_of(text));
    value_drop(p->vm, text);
    return fine;
}

static bool put_character(struct percent *p, const struct format_spec *spec, struct value v) {
    struct bytes_span span;
    if (str_is(v) && str_of(v)->count == 1 && !p->bytes) {
        return put_padded(p, spec, str_of(v)->text, str_of(v)->length);
    }
    if (p->bytes && bytes_like(p->vm, v, &span) && span.length == 1) {
        return put_padded(p, spec, span.data, span.length);
    }
    int64_t code, most = p->bytes ? 0xFF : 0x10FFFF;
    if (!index_is(p->vm, v)) {
        return refuse(p, EXCEPTION_TypeError,
                      p->bytes ? "%c requires an integer in range(256) or a single byte"
                               : "%c requires int or char");
    }
    if (!index_clamped(p->vm, v, &code)) {
        return false;
    }
    if (code < 0 || code > most) {
        return refuse(p, EXCEPTION_OverflowError,
                      p->bytes ? "%c arg not in range(256)" : "%c arg not in range(0x110000)");
    }
    char text[4] = {(char)code};
    return put_padded(p, spec, text, p->bytes ? 1 : utf8_encode((uint32_t)code, text));
}

// The int that %d or %x puts, the caller's own: of a float %d takes the whole part.
static struct value whole_number(struct percent *p, uint32_t type, struct value v) {
    bool exact = type == 'x' || type == 'X' || type == 'o';
    if (int_is(v)) {
        return int_exact(p->vm, v);
    }
    struct value number = VALUE_ABSENT;
    if (!exact) {
        number = float_is(v) ? int_from_double(p->vm, float_of(v))
                             : slot_call(p->vm, v, DUNDER_int, NULL, 0);
    }
    if (value_is_absent(number) && index_is(p->vm, v)) {
        return index_value(p->vm, v);
    }
    if (value_is_error(number) || int_is(number)) {
        return number;
    }
    value_drop(p->vm, number);
    return raise_error(p->vm, EXCEPTION_TypeError, "%%%c format: %s is required, not %s",
                       (char)type, exact ? "an integer" : "a real number",
                       value_type(p->vm, v)->name);
}

static bool put_whole(struct percent *p, const struct format_spec *spec, struct value number) {
    bool decimal = spec->type == 'd' || spec->type == 'i' || spec->type == 'u';
    if (decimal && spec->width == 0 && spec->precision < 0 && spec->sign == 0) {
        return int_to_text(p->vm, number, p->out);
    }
    struct format_number pieces = {
        .sign = format_sign(spec, int_sign(number) < 0),
        .prefix = spec->alternate ? format_int_prefix(spec->type) : "",
    };
    struct buf digits = {0};
    bool fine = format_int_digits(p->vm, number, spec->type, &digits);
    if (fine) {
        int64_t zeros = spec->precision - (int64_t)digits.length;
        buf_fill(&pieces.digits, '0', zeros > 0 ? (size_t)zeros : 0);
        buf_put(&pieces.digits, digits.data, digits.length);
        fine = format_put_number(p->vm, spec, &pieces, p->out);
    }
    buf_free(&digits);
    return fine;
}

static bool put_int(struct percent *p, const struct format_spec *spec, struct value v) {
    struct value number = whole_number(p, spec->type, v);
    if (value_is_error(number)) {
        return false;
    }
    bool fine = put_whole(p, spec, number);
    value_drop(p->vm, number);
    return fine;
}

static bool put_float(struct percent *p, const struct format_spec *spec, struct value v) {
    double number;
    return float_from_real(p->vm, v, &number) && format_put_float(p->vm, spec, number, p->out);
}

typedef bool putter(struct percent *p, const struct format_spec *spec, struct value v);

static putter *putter_of(uint32_t type) {
    static const struct {
        const char *types;
        putter *put;
    } putters[] = {
        {"sra", put_text},
        {"diuxXo", put_int},
        {"eEfFgG", put_float},
        {"c", put_character},
    };
    for (size_t i = 0; i < sizeof putters / sizeof *putters && type < 0x80; i++) {
        if (type != 0 && strchr(putters[i].types, (char)type) != NULL) {
            return putters[i].put;
        }
    }
    return NULL;
}

static bool put_conversion(struct percent *p) {
    struct format_spec spec = {.precision = -1};
    value_replace(p->vm, &p->item, VALUE_ABSENT);
    if (!read_key(p)) {
        return false;
    }
    read_flags(p, &spec);
    if (!read_width(p, &spec) || !read_precision(p, &spec) || !read_type(p, &spec)) {
        return false;
    }
    struct value v = next_argument(p);
    if (value_is_error(v)) {
        return false;
    }
    bool raw = p->bytes && (spec.type == 's' || spec.type == 'b');
    putter *put = raw ? put_bytes : putter_of(spec.type);
    if (put == NULL) {
        bool ascii = spec.type >= 32 && spec.type < 127;
        size_t index = utf8_count(p->begin, (size_t)(p->at - p->begin)) - 1;
        raise_error(p->vm, EXCEPTION_ValueError,
                    "unsupported format character '%c' (0x%x) at index %zu",
                    ascii ? (char)spec.type : '?', (unsigned)spec.type, index);
        return false;
    }
    return put(p, &spec, v);
}

// The whole ---------------------------------------------------------------------------------------

static bool put_all(struct percent *p) {
    while (p->at < p->end) {
        const char *mark = memchr(p->at, '%', (size_t)(p->end - p->at));
        const char *stop = mark == NULL ? p->end : mark;
        buf_put(p->out, p->at, (size_t)(stop - p->at));
        p->at = stop;
        if (mark == NULL) {
            break;
        }
        p->at++;
        if (p->at < p->end && *p->at == '%') {
            buf_putc(p->out, *p->at++);
        } else if (!put_conversion(p)) {
            return false;
        }
    }
    if (p->next < p->count && value_is_absent(p->mapping)) {
        return refuse(p, EXCEPTION_TypeError,
                      "not all arguments converted during string formatting");
    }
    return true;
}

// Formats with [p], of which text, vm and [out] are set; false if raised.
static bool format(struct percent *p, struct value args) {
    struct bytes_span span;
    bool many = tuple_is(args);
    struct value one[1] = {args};
    bool is_text = str_is(args) || (p->bytes && bytes_like(p->vm, args, &span));
    p->args = many ? tuple_of(args)->items : one;
    p->count = many ? tuple_of(args)->count : 1;
    p->item = VALUE_ABSENT;
    p->mapping =
        !many && !is_text && value_type(p->vm, args)->get_item != NULL ? args : VALUE_ABSENT;
    bool fine = put_all(p);
    value_drop(p->vm, p->item);
    if (!fine) {
        buf_free(p->out);
    }
    return fine;
}

struct value str_format_percent(struct vm *vm, struct str *text, struct value args) {
    struct buf out = {0};
    const char *end = text->text + text->length;
    struct percent p = {.vm = vm, .begin = text->text, .at = text->text, .end = end, .out = &out};
    return format(&p, args) ? str_take(vm, &out) : VALUE_ERROR;
}

struct value bytes_format_percent(struct vm *vm, struct value text, struct value args) {
    struct buf out = {0};
    struct span span = bytes_span_of(vm, text);
    struct percent p = {.vm = vm,
                        .begin = span.data,
                        .at = span.data,
                        .end = span.data + span.length,
                        .bytes = true,
                        .out = &out};
    return format(&p, args) ? bytes_alike_take(vm, text, &out) : VALUE_ERROR;
}
