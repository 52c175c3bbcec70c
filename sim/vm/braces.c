// "…{…}…".format(…) and format_map.
//
// A format is a row of literal texts and fields {name!conversion:spec}; a spec may hold fields
// itself, one level deep. What a field's name leads to is looked up in braces_field.c.
#include "vm/braces.h"

#include <string.h>

#include "base/utf8.h"
#include "vm/raise.h"
#include "vm/str_type.h"
#include "vm/vm.h"

#define DEPTH_MOST 2 // the format and the specs within it

// A text that is being read.
struct reader {
    const char *at, *end;
};

// One field, as it stands in the format.
struct field {
    struct span name;
    uint32_t conversion; // 0: none
    struct span spec;
    bool spec_has_fields;
};

static bool refuse(struct vm *vm, const char *what) {
    raise_error(vm, EXCEPTION_ValueError, "%s", what);
    return false;
}

// Reading ----------------------------------------------------------------------------------------

// Appends literal text. [*field] tells whether a field follows, of which '{' was read.
static bool read_literal(struct vm *vm, struct reader *text, struct buf *out, bool *field) {
    *field = false;
    while (text->at < text->end && !*field) {
        char c = *text->at++;
        bool last = text->at == text->end;
        if (c != '{' && c != '}') {
            buf_putc(out, c);
        } else if (!last && *text->at == c) {
            buf_putc(out, c);
            text->at++;
        } else if (c == '}') {
            return refuse(vm, "Single '}' encountered in format string");
        } else if (last) {
            return refuse(vm, "Single '{' encountered in format string");
        } else {
            *field = true;
        }
    }
    return true;
}

// The name, up to the sign after it, which is given; 0 if raised.
static char read_name(struct vm *vm, struct reader *text, struct field *field) {
    bool in_brackets = false;
    field->name.data = text->at;
    for (; text->at < text->end; text->at++) {
        char c = *text->at;
        if (c == '{' && !in_brackets) {
            refuse(vm, "unexpected '{' in field name");
            return 0;
        }
        if ((c == '}' || c == ':' || c == '!') && !in_brackets) {
            field->name.length = (size_t)(text->at++ - field->name.data);
            return c;
        }
        in_brackets = c == '[' || (in_brackets && c != ']');
    }
    refuse(vm, "expected '}' before end of string");
    return 0;
}

// After '!': the conversion. [*ended] if the field ends with it.
static bool read_conversion(struct vm *vm, struct reader *text, struct field *field, bool *ended) {
    *ended = false;
    if (text->at == text->end) {
        return refuse(vm, "end of string while looking for conversion specifier");
    }
    text->at += utf8_decode(text->at, (size_t)(text->end - text->at), &field->conversion);
    if (text->at < text->end) {
        char c = *text->at++;
        *ended = c == '}';
        if (c != '}' && c != ':') {
            return refuse(vm, "expected ':' after conversion specifier");
        }
    }
    return true;
}

// After ':', up to the brace that ends the field.
static bool read_spec(struct vm *vm, struct reader *text, struct field *field) {
    int depth = 1;
    field->spec.data = text->at;
    for (; text->at < text->end; text->at++) {
        field->spec_has_fields = field->spec_has_fields || *text->at == '{';
        depth += (*text->at == '{') - (*text->at == '}');
        if (depth == 0) {
            field->spec.length = (size_t)(text->at++ - field->spec.data);
            return true;
        }
    }
    return refuse(vm, "unmatched '{' in format spec");
}

static bool read_field(struct vm *vm, struct reader *text, struct field *field) {
    *field = (struct field){.spec = {"", 0}};
    char after = read_name(vm, text, field);
    bool ended = after == '}';
    if (after == 0 || (after == '!' && !read_conversion(vm, text, field, &ended))) {
        return false;
    }
    return ended || read_spec(vm, text, field);
}

// Putting ----------------------------------------------------------------------------------------

static struct value convert(struct vm *vm, struct value v, uint32_t conversion) {
    switch (conversion) {
    case 0:
        return value_keep(v);
    case 'r':
        return vm_repr(vm, v);
    case 's':
        return vm_str(vm, v);
    case 'a':
        return vm_ascii(vm, v);
    default:
        break;
    }
    if (conversion > 32 && conversion < 127) {
        return raise_error(vm, EXCEPTION_ValueError, "Unknown conversion specifier %c",
                           (char)conversion);
    }
    return raise_error(vm, EXCEPTION_ValueError, "Unknown conversion specifier \\x%x",
                       (unsigned)conversion);
}

static bool put_all(struct braces *braces, struct reader text, int depth, struct buf *out);

// The spec as a str, the fields in it replaced.
static struct value make_spec(struct braces *braces, const struct field *field, int depth) {
    if (!field->spec_has_fields) {
        return str_new(braces->vm, field->spec.data, field->spec.length);
    }
    struct buf spec = {0};
    struct reader text = {field->spec.data, field->spec.data + field->spec.length};
    if (!put_all(braces, text, depth - 1, &spec)) {
        buf_free(&spec);
        return VALUE_ERROR;
    }
    return str_take(braces->vm, &spec);
}

static bool put_formatted(struct braces *braces, const struct field *field, struct value v,
                          int depth, struct buf *out) {
    struct value spec = make_spec(braces, field, depth);
    if (value_is_error(spec)) {
        return false;
    }
    struct value text = vm_format(braces->vm, v, str_of(spec));
    value_drop(braces->vm, spec);
    if (value_is_error(text)) {
        return false;
    }
    buf_put(out, str_of(text)->text, str_of(text)->length);
    value_drop(braces->vm, text);
    return true;
}

static bool put_field(struct braces *braces, const struct field *field, int depth,
                      struct buf *out) {
    struct value v = braces_find(braces, field->name);
    if (value_is_error(v)) {
        return false;
    }
    struct value converted = convert(braces->vm, v, field->conversion);
    value_drop(braces->vm, v);
    if (value_is_error(converted)) {
        return false;
    }
    bool fine = put_formatted(braces, field, converted, depth, out);
    value_drop(braces->vm, converted);
    return fine;
}

static bool put_all(struct braces *braces, struct reader text, int depth, struct buf *out) {
    bool has_field;
    if (depth <= 0) {
        return refuse(braces->vm, "Max string recursion exceeded");
    }
    while (text.at < text.end) {
        struct field field;
        if (!read_literal(braces->vm, &text, out, &has_field)) {
            return false;
        }
        if (has_field &&
            (!read_field(braces->vm, &text, &field) || !put_field(braces, &field, depth, out))) {
            return false;
        }
    }
    return true;
}

static struct value format(struct braces *braces, const struct str *s) {
    struct buf out = {0};
    struct reader text = {s->text, s->text + s->length};
    if (!put_all(braces, text, DEPTH_MOST, &out)) {
        buf_free(&out);
        return VALUE_ERROR;
    }
    return str_take(braces->vm, &out);
}

struct value str_format_braces(struct vm *vm, struct str *s, const struct call *call) {
    struct braces braces = {.vm = vm, .call = call, .mapping = VALUE_ABSENT};
    return format(&braces, s);
}

struct value str_method_format(struct vm *vm, struct value self, const struct call *call) {
    return str_format_braces(vm, str_of(self), call);
}

struct value str_method_format_map(struct vm *vm, struct value self, const struct call *call) {
    if (!native_count(vm, call, "format_map", 1, 1)) {
        return VALUE_ERROR;
    }
    struct braces braces = {.vm = vm, .mapping = call->args[0]};
    return format(&braces, str_of(self));
}
