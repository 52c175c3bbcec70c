// Texts are interned if they look like names: they may meet attributes and keys.
#include "vm/constants.h"

#include "base/utf8.h"
#include "vm/bytes.h"
#include "vm/int.h"
#include "vm/list.h"
#include "vm/loaded.h"
#include "vm/set.h"
#include "vm/state.h"
#include "vm/str.h"

#define INTERN_MOST 40 // longer texts are hardly the names of anything

// Texts that may be compared with names (keys, attributes) are interned, as CPython does.
static struct value text_value(struct vm *vm, const char *text, size_t length) {
    bool is_name = length <= INTERN_MOST;
    for (size_t i = 0; i < length && is_name; i++) {
        unsigned char byte = (unsigned char)text[i];
        is_name = byte == '_' || byte >= 0x80 || utf8_is_identifier_part(byte);
    }
    return is_name ? str_intern(vm, text, length) : str_new(vm, text, length);
}

static struct value tuple_value(struct vm *vm, const struct constant *constant,
                                struct dict *globals) {
    struct value tuple = tuple_new(vm, NULL, constant->items.count);
    for (size_t i = 0; i < constant->items.count && !value_is_error(tuple); i++) {
        struct value item = constant_value(vm, &constant->items.items[i], globals);
        if (value_is_error(item)) {
            value_drop(vm, tuple);
            return VALUE_ERROR;
        }
        tuple_of(tuple)->items[i] = item;
    }
    return tuple;
}

// A frozenset of what [iterable] gives; drops that.
static struct value to_frozenset(struct vm *vm, struct value iterable) {
    struct value set = value_is_error(iterable) ? iterable : frozenset_from(vm, iterable);
    value_drop(vm, iterable);
    return set;
}

// CPython makes it twice, the second time from the elements in the order of the first set, when it
// looks for equal constants. The order of the elements shows it.
static struct value frozenset_value(struct vm *vm, const struct constant *constant,
                                    struct dict *globals) {
    struct value first = to_frozenset(vm, tuple_value(vm, constant, globals));
    struct value items = value_is_error(first) ? first : tuple_from(vm, first);
    value_drop(vm, first);
    return to_frozenset(vm, items);
}

struct value constant_value(struct vm *vm, const struct constant *constant, struct dict *globals) {
    switch (constant->kind) {
    case CONST_NONE:
        return VALUE_NONE;
    case CONST_TRUE:
        return VALUE_TRUE;
    case CONST_FALSE:
        return VALUE_FALSE;
    case CONST_ELLIPSIS:
        return VALUE_ELLIPSIS;
    case CONST_INT:
        return int_from(vm, constant->integer);
    case CONST_BIG_INT:
        return int_from_digits(vm, constant->text.bytes, constant->text.length, 10);
    case CONST_FLOAT:
        return value_float(constant->number);
    case CONST_STR:
        return text_value(vm, constant->text.bytes, constant->text.length);
    case CONST_BYTES:
        return bytes_new(vm, constant->text.bytes, constant->text.length);
    case CONST_TUPLE:
        return tuple_value(vm, constant, globals);
    case CONST_FROZENSET:
        return frozenset_value(vm, constant, globals);
    case CONST_CODE:
        return loaded_new(vm, constant->code, globals);
    }
    return VALUE_ERROR;
}
