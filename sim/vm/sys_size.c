// sys.getsizeof: the bytes that the object takes in CPython 3.13, not here.
#include "vm/sys_module.h"

#include "vm/builtin.h"
#include "vm/bytes.h"
#include "vm/dict.h"
#include "vm/int.h"
#include "vm/list.h"
#include "vm/set.h"
#include "vm/str.h"
#include "vm/vm.h"

// 28 bytes with one digit of 30 bits, 4 more for each further one.
static int64_t size_of_int(struct vm *vm, struct value v) {
    int64_t size = 24;
    struct value left = value_keep(v);
    do {
        size += 4;
        value_replace(vm, &left, int_binary(vm, BINARY_RSHIFT, left, value_small(30)));
    } while (!value_is_error(left) && int_sign(left) > 0);
    value_drop(vm, left);
    return size;
}

// One, two or four bytes a character, by the widest one.
static int64_t size_of_str(const struct str *text) {
    if (text->count == text->length) {
        return 41 + text->count;
    }
    int64_t width = 1;
    for (uint32_t i = 0; i < text->length; i++) {
        unsigned char byte = (unsigned char)text->text[i];
        int64_t needed = byte >= 0xF0 ? 4 : byte >= 0xC4 ? 2 : 1;
        width = needed > width ? needed : width;
    }
    return 56 + width * ((int64_t)text->count + 1);
}

// A dict of up to 5 entries takes 184 or 224 bytes; then by powers of two.
static int64_t size_of_dict(const struct dict *dict) {
    if (dict->used == 0) {
        return 64;
    }
    int64_t slots = 8;
    while (slots * 2 / 3 < dict->used) {
        slots *= 2;
    }
    int64_t index_bytes = slots < 256 ? 1 : slots < 65536 ? 2 : 4;
    bool texts = true;
    uint32_t at = 0;
    struct value key, value;
    while (dict_next(dict, &at, &key, &value)) {
        texts = texts && value_has_family(key, TYPE_STR);
    }
    return 64 + 32 + slots * index_bytes + slots * 2 / 3 * (texts ? 16 : 24);
}

static int64_t size_of_set(struct value v) {
    int64_t slots = 8;
    while ((int64_t)set_count(v) * 5 >= (slots - 1) * 3) {
        slots *= 4;
    }
    return slots == 8 ? 216 : 216 + slots * 16;
}

static int64_t size_of_plain(struct vm *vm, struct value v) {
    if (value_is_none(v)) {
        return 16;
    }
    if (value_is_float(v)) {
        return 24;
    }
    if (bytes_is(v)) {
        return 33 + (int64_t)bytes_of(v)->length;
    }
    return value_type(vm, v) == builtin(vm, BUILTIN_object) ? 16 : 48;
}

int64_t sys_size_of(struct vm *vm, struct value v) {
    if (int_is(v)) {
        return size_of_int(vm, v);
    }
    if (str_is(v)) {
        return size_of_str(str_of(v));
    }
    if (list_is(v)) {
        int64_t count = (int64_t)list_of(v)->count;
        return 56 + 8 * (count + (count > 1 ? count & 1 : 0));
    }
    if (tuple_is(v)) {
        return 40 + 8 * (int64_t)tuple_of(v)->count;
    }
    if (dict_is(v)) {
        return size_of_dict(dict_of(v));
    }
    return set_is(v) ? size_of_set(v) : size_of_plain(vm, v);
}
