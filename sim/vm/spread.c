// The items of the tuple and the values of the dict are laid side by side, as calls want them.
#include "vm/spread.h"

#include "vm/call.h"
#include "vm/dict.h"
#include "vm/list.h"
#include "vm/state.h"
#include "vm/str.h"

// Writes the keys to [keywords] and the values to [args]: false if a key is no str.
static bool spread_dict(struct vm *vm, const struct dict *dict, struct value *args,
                        struct value *keywords) {
    uint32_t at = 0;
    struct value key, value;
    while (dict_next(dict, &at, &key, &value)) {
        if (!str_is(key)) {
            raise_error(vm, EXCEPTION_TypeError, "keywords must be strings");
            return false;
        }
        *keywords++ = key;
        *args++ = value;
    }
    return true;
}

struct value spread_call(struct vm *vm, const struct value *base, bool has_dict) {
    const struct tuple *tuple = tuple_of(base[2]);
    size_t keyword_count = has_dict ? dict_of(base[3])->used : 0;
    if (keyword_count == 0) {
        struct call call = {.args = tuple->items, .count = tuple->count};
        return call_now(vm, base[0], base[1], &call);
    }
    size_t size = (tuple->count + 2 * keyword_count) * sizeof(struct value);
    struct value *args = heap_alloc(vm, size);
    if (args == NULL) {
        return raise_memory(vm);
    }
    memcpy(args, tuple->items, tuple->count * sizeof *args);
    struct value *keywords = args + tuple->count + keyword_count;
    struct call call = {
        .args = args, .count = tuple->count, .keyword_count = keyword_count, .keywords = keywords};
    struct value result = VALUE_ERROR;
    if (spread_dict(vm, dict_of(base[3]), args + tuple->count, keywords)) {
        result = call_now(vm, base[0], base[1], &call);
    }
    heap_free(vm, args, size);
    return result;
}
