// str.join: the lengths are added up first, so that the text is made in one piece.
#include <string.h>

#include "vm/builtin.h"
#include "vm/list.h"
#include "vm/raise.h"
#include "vm/str_type.h"
#include "vm/vm.h"

// A list or tuple of what is to be joined; the caller's own.
static struct value gather(struct vm *vm, struct value iterable) {
    if (value_is_exactly(iterable, builtin(vm, BUILTIN_list)) ||
        value_is_exactly(iterable, builtin(vm, BUILTIN_tuple))) {
        return value_keep(iterable);
    }
    struct value items = list_from(vm, iterable);
    if (value_is_error(items) && raised_is(vm, EXCEPTION_TypeError) &&
        value_type(vm, iterable)->iter == NULL && value_type(vm, iterable)->get_item == NULL) {
        raised_clear(vm, EXCEPTION_TypeError);
        return raise_error(vm, EXCEPTION_TypeError, "can only join an iterable");
    }
    return items;
}

// Adds up bytes and characters; false if an item is no str.
static bool measure(struct vm *vm, const struct str *separator, const struct value *items,
                    size_t count, uint64_t *length, uint64_t *characters) {
    *length = count == 0 ? 0 : (uint64_t)separator->length * (count - 1);
    *characters = count == 0 ? 0 : (uint64_t)separator->count * (count - 1);
    for (size_t i = 0; i < count; i++) {
        if (!str_is(items[i])) {
            raise_error(vm, EXCEPTION_TypeError,
                        "sequence item %zu: expected str instance, %s found", i,
                        value_type(vm, items[i])->name);
            return false;
        }
        *length += str_of(items[i])->length;
        *characters += str_of(items[i])->count;
    }
    return true;
}

static void fill(char *at, const struct str *separator, const struct value *items, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const struct str *item = str_of(items[i]);
        if (i > 0) {
            memcpy(at, separator->text, separator->length);
            at += separator->length;
        }
        memcpy(at, item->text, item->length);
        at += item->length;
    }
}

static struct value join(struct vm *vm, const struct str *separator, const struct value *items,
                         size_t count) {
    uint64_t length, characters;
    if (!measure(vm, separator, items, count, &length, &characters)) {
        return VALUE_ERROR;
    }
    if (count == 1) {
        return str_exact(vm, items[0]);
    }
    if (length < 2) {
        char text[2] = {0};
        fill(text, separator, items, count);
        return str_new(vm, text, (size_t)length);
    }
    struct value text = str_reserve(vm, (size_t)length, (size_t)characters);
    if (!value_is_error(text)) {
        fill(str_of(text)->text, separator, items, count);
    }
    return text;
}

struct value str_method_join(struct vm *vm, struct value self, const struct call *call) {
    if (!native_count(vm, call, "join", 1, 1)) {
        return VALUE_ERROR;
    }
    struct value sequence = gather(vm, call->args[0]);
    if (value_is_error(sequence)) {
        return sequence;
    }
    size_t count;
    const struct value *items = sequence_items(sequence, &count);
    struct value text = join(vm, str_of(self), items, count);
    value_drop(vm, sequence);
    return text;
}
