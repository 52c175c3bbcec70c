// The names of fields: an argument, and the way from there by attributes and items.
#include <string.h>

#include "vm/braces.h"
#include "vm/raise.h"
#include "vm/str.h"
#include "vm/vm.h"

// Digits as a number: [*number] is -1 if [name] is not all digits. False if there are too many.
static bool read_number(struct vm *vm, struct span name, int64_t *number) {
    *number = name.length == 0 ? -1 : 0;
    for (size_t i = 0; i < name.length; i++) {
        if (name.data[i] < '0' || name.data[i] > '9') {
            *number = -1;
            return true;
        }
        if (__builtin_mul_overflow(*number, 10, number) ||
            __builtin_add_overflow(*number, name.data[i] - '0', number)) {
            raise_error(vm, EXCEPTION_ValueError, "Too many decimal digits in format string");
            return false;
        }
    }
    return true;
}

// Counts fields without a number, which must not be mixed with numbered ones.
static bool number_field(struct braces *braces, bool automatic, int64_t *number) {
    enum numbering now = automatic ? NUMBERING_AUTOMATIC : NUMBERING_MANUAL;
    if (braces->numbering != NUMBERING_OPEN && braces->numbering != now) {
        raise_error(braces->vm, EXCEPTION_ValueError, "cannot switch from %s",
                    automatic ? "manual field specification to automatic field numbering"
                              : "automatic field numbering to manual field specification");
        return false;
    }
    braces->numbering = now;
    if (automatic) {
        *number = (int64_t)braces->next++;
    }
    return true;
}

static struct value find_positional(struct braces *braces, bool automatic, int64_t number) {
    const struct call *call = braces->call;
    if (call == NULL) {
        return raise_error(braces->vm, EXCEPTION_ValueError,
                           "Format string contains positional fields");
    }
    if (!number_field(braces, automatic, &number)) {
        return VALUE_ERROR;
    }
    if (number >= (int64_t)call->count) {
        return raise_error(braces->vm, EXCEPTION_IndexError,
                           "Replacement index %lld out of range for positional args tuple",
                           (long long)number);
    }
    return value_keep(call->args[number]);
}

static struct value find_named(struct braces *braces, struct value key) {
    const struct call *call = braces->call;
    if (call == NULL) {
        return vm_get_item(braces->vm, braces->mapping, key);
    }
    for (size_t i = 0; i < call->keyword_count; i++) {
        if (str_equal(str_of(call->keywords[i]), str_of(key))) {
            return value_keep(call->args[call->count + i]);
        }
    }
    return raise_with(braces->vm, EXCEPTION_KeyError, key);
}

static struct value find_first(struct braces *braces, struct span name) {
    int64_t number;
    if (!read_number(braces->vm, name, &number)) {
        return VALUE_ERROR;
    }
    if (number >= 0 || name.length == 0) {
        return find_positional(braces, name.length == 0, number);
    }
    struct value key = str_new(braces->vm, name.data, name.length);
    if (value_is_error(key)) {
        return key;
    }
    struct value v = find_named(braces, key);
    value_drop(braces->vm, key);
    return v;
}

// One step of the way: ".name" or "[key]", which it takes off [rest].
struct step {
    bool is_item;
    struct span name;
};

static bool refuse(struct vm *vm, const char *what) {
    raise_error(vm, EXCEPTION_ValueError, "%s", what);
    return false;
}

static size_t find_any(struct span span, const char *set) {
    size_t at = 0;
    while (at < span.length && strchr(set, span.data[at]) == NULL) {
        at++;
    }
    return at;
}

static bool read_step(struct vm *vm, struct span *rest, struct step *step) {
    char sign = rest->data[0];
    *rest = span_from(*rest, 1);
    step->is_item = sign == '[';
    if (sign != '.' && sign != '[') {
        return refuse(vm, "Only '.' or '[' may follow ']' in format field specifier");
    }
    size_t end = find_any(*rest, step->is_item ? "]" : ".[");
    if (step->is_item && end == rest->length) {
        return refuse(vm, "Missing ']' in format string");
    }
    step->name = span_cut(*rest, 0, end);
    *rest = span_from(*rest, end + step->is_item);
    return step->name.length > 0 || refuse(vm, "Empty attribute in format string");
}

static struct value take_item(struct vm *vm, struct value v, struct span name) {
    int64_t number;
    if (!read_number(vm, name, &number)) {
        return VALUE_ERROR;
    }
    if (number >= 0) {
        return vm_get_item(vm, v, value_small(number));
    }
    struct value key = str_new(vm, name.data, name.length);
    if (value_is_error(key)) {
        return key;
    }
    struct value item = vm_get_item(vm, v, key);
    value_drop(vm, key);
    return item;
}

static struct value take_attribute(struct vm *vm, struct value v, struct span name) {
    struct value key = str_intern(vm, name.data, name.length);
    if (value_is_error(key)) {
        return key;
    }
    struct value attribute = vm_get_attribute_str(vm, v, str_of(key));
    value_drop(vm, key);
    return attribute;
}

struct value braces_find(struct braces *braces, struct span name) {
    size_t end = find_any(name, ".[");
    struct span rest = span_from(name, end);
    struct value v = find_first(braces, span_cut(name, 0, end));
    while (!value_is_error(v) && rest.length > 0) {
        struct step step;
        struct value next = VALUE_ERROR;
        if (read_step(braces->vm, &rest, &step)) {
            next = step.is_item ? take_item(braces->vm, v, step.name)
                                : take_attribute(braces->vm, v, step.name);
        }
        value_drop(braces->vm, v);
        v = next;
    }
    return v;
}
