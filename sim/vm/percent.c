// "…" % args: the older way of formatting, of str and of bytes.
//
// A format is read piece by piece: literal text, then one conversion %[(key)][flags][width]
// [.precision]type, for which the next argument, or the mapping's item with this key, is put.
//
// Here formats are read; percent_put.c puts the arguments.
#include "vm/percent.h"

#include <limits.h>
#include <string.h>

#include "base/utf8.h"
#include "vm/bytes_type.h"
#include "vm/int.h"
#include "vm/list.h"
#include "vm/vm.h"

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
        return percent_refuse(p, EXCEPTION_TypeError, "format requires a mapping");
    }
    const char *start = ++p->at;
    for (int depth = 1; depth > 0; p->at++) {
        if (p->at == p->end) {
            return percent_refuse(p, EXCEPTION_ValueError, "incomplete format key");
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
        return percent_refuse(p, EXCEPTION_TypeError, "* wants int");
    }
    if (!int_to_int64(argument, number) || *number > INT_MAX || *number < -INT_MAX) {
        return percent_refuse(p, EXCEPTION_OverflowError,
                              "Python int too large to convert to C int");
    }
    return true;
}

static bool read_digits(struct percent *p, int64_t *number, const char *too_big) {
    for (; p->at < p->end && *p->at >= '0' && *p->at <= '9'; p->at++) {
        *number = *number * 10 + (*p->at - '0');
        if (*number > INT_MAX) {
            return percent_refuse(p, EXCEPTION_ValueError, too_big);
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
        return percent_refuse(p, EXCEPTION_ValueError, "incomplete format");
    }
    p->at += utf8_decode(p->at, (size_t)(p->end - p->at), &spec->type);
    return true;
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
    percent_put *put = percent_putter(p, spec.type);
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
        return percent_refuse(p, EXCEPTION_TypeError,
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
