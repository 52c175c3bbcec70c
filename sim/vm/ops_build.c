// Displays, strings and unpacking.
#include "vm/builtins.h"
#include "vm/dict.h"
#include "vm/list.h"
#include "vm/machine.h"
#include "vm/set.h"
#include "vm/slice.h"
#include "vm/str.h"
#include "vm/type.h"
#include "vm/unpack.h"

HANDLER(BUILD_TUPLE) {
    SAVE();
    struct value tuple = tuple_steal(vm, sp - ip->a, ip->a);
    sp -= ip->a;
    if (value_is_error(tuple)) {
        FAIL();
    }
    *sp++ = tuple;
    NEXT();
}

HANDLER(BUILD_LIST) {
    SAVE();
    struct value list = list_steal(vm, sp - ip->a, ip->a);
    sp -= ip->a;
    if (value_is_error(list)) {
        FAIL();
    }
    *sp++ = list;
    NEXT();
}

static void drop_many(struct vm *vm, struct value *items, size_t count) {
    for (size_t i = 0; i < count; i++) {
        value_drop(vm, items[i]);
    }
}

static struct value build_set(struct vm *vm, const struct value *items, size_t count) {
    struct value set = set_new(vm);
    for (size_t i = 0; i < count && !value_is_error(set); i++) {
        if (!set_add(vm, set, items[i])) {
            value_drop(vm, set);
            return VALUE_ERROR;
        }
    }
    return set;
}

HANDLER(BUILD_SET) {
    SAVE();
    struct value set = build_set(vm, sp - ip->a, ip->a);
    if (value_is_error(set)) {
        FAIL();
    }
    sp -= ip->a;
    frame->sp = sp;
    drop_many(vm, sp, ip->a);
    *sp++ = set;
    NEXT();
}

static struct value build_dict(struct vm *vm, const struct value *pairs, size_t count) {
    struct value dict = dict_new(vm);
    for (size_t i = 0; i < count && !value_is_error(dict); i++) {
        if (!dict_set(vm, dict_of(dict), pairs[2 * i], pairs[2 * i + 1])) {
            value_drop(vm, dict);
            return VALUE_ERROR;
        }
    }
    return dict;
}

HANDLER(BUILD_DICT) {
    SAVE();
    struct value dict = build_dict(vm, sp - 2 * ip->a, ip->a);
    if (value_is_error(dict)) {
        FAIL();
    }
    sp -= 2 * ip->a;
    frame->sp = sp;
    drop_many(vm, sp, 2u * ip->a);
    *sp++ = dict;
    NEXT();
}

static struct value join(struct vm *vm, const struct value *texts, size_t count) {
    struct buf buf = {0};
    for (size_t i = 0; i < count; i++) {
        buf_put(&buf, str_of(texts[i])->text, str_of(texts[i])->length);
    }
    return str_take(vm, &buf);
}

HANDLER(BUILD_STRING) {
    SAVE();
    struct value text = join(vm, sp - ip->a, ip->a);
    if (value_is_error(text)) {
        FAIL();
    }
    sp -= ip->a;
    drop_many(vm, sp, ip->a);
    *sp++ = text;
    NEXT();
}

HANDLER(BUILD_SLICE) {
    SAVE();
    struct value step = ip->a == 3 ? sp[-1] : VALUE_NONE;
    sp -= ip->a;
    struct value start = sp[0], stop = sp[1];
    struct value slice = slice_new(vm, start, stop, step);
    if (value_is_error(slice)) {
        sp += ip->a;
        FAIL();
    }
    *sp++ = slice;
    vm->victims[0] = start;
    vm->victims[1] = stop;
    vm->victims[2] = step;
    GO_ON_IN(machine_drop_three_next);
}

// Adding to a display ----------------------------------------------------------------------------

HANDLER(LIST_APPEND) {
    SAVE();
    struct value x = *--sp;
    bool done = list_append(vm, list_of(sp[-(int)ip->a]), x);
    if (!done) {
        value_drop(vm, x);
        FAIL();
    }
    NEXT_DROP(x);
}

HANDLER(SET_ADD) {
    SAVE();
    struct value x = *--sp;
    bool done = set_add(vm, sp[-(int)ip->a], x);
    if (!done) {
        value_drop(vm, x);
        FAIL();
    }
    NEXT_DROP(x);
}

HANDLER(DICT_ADD) {
    SAVE();
    struct value value = sp[-1], key = sp[-2];
    if (!dict_set(vm, dict_of(sp[-2 - (int)ip->a]), key, value)) {
        FAIL();
    }
    sp -= 2;
    NEXT_DROP_TWO(key, value);
}

// The callable, if the * argument that is being added to an empty list is the only one of a call.
static struct value only_argument_of(const struct instr *ip, const struct value *sp) {
    bool only = ip[1].op == OP_LIST_TO_TUPLE && ip[2].op == OP_CALL_SPREAD && ip->a == 1 &&
                list_of(sp[-2])->count == 0;
    return only ? sp[-4] : VALUE_ABSENT;
}

HANDLER(LIST_EXTEND) {
    SAVE();
    struct value x = sp[-1];
    if (!unpack_extend(vm, list_of(sp[-1 - (int)ip->a]), x, only_argument_of(ip, sp))) {
        FAIL();
    }
    sp--;
    NEXT_DROP(x);
}

HANDLER(SET_UPDATE) {
    SAVE();
    struct value x = sp[-1];
    if (!set_update(vm, sp[-1 - (int)ip->a], x)) {
        FAIL();
    }
    sp--;
    NEXT_DROP(x);
}

HANDLER(DICT_UPDATE) {
    SAVE();
    struct value x = sp[-1];
    if (!unpack_update(vm, dict_of(sp[-1 - (int)ip->a]), x)) {
        FAIL();
    }
    sp--;
    NEXT_DROP(x);
}

HANDLER(DICT_MERGE) {
    SAVE();
    struct value x = sp[-1];
    struct value *dict = &sp[-1 - (int)ip->a];
    if (!unpack_merge(vm, dict_of(*dict), x, dict[-3])) {
        FAIL();
    }
    sp--;
    NEXT_DROP(x);
}

HANDLER(LIST_TO_TUPLE) {
    SAVE();
    struct value list = sp[-1];
    struct value tuple = tuple_new(vm, list_of(list)->items, list_of(list)->count);
    if (value_is_error(tuple)) {
        FAIL();
    }
    sp[-1] = tuple;
    NEXT_DROP(list);
}

// f-strings --------------------------------------------------------------------------------------

// x!r and kin; without a conversion x itself. The caller's own.
static struct value convert(struct vm *vm, int conversion, struct value x) {
    switch (conversion) {
    case 's':
        return vm_str(vm, x);
    case 'r':
        return vm_repr(vm, x);
    case 'a':
        return vm_ascii(vm, x);
    default:
        return value_keep(x);
    }
}

static struct value format(struct vm *vm, int conversion, struct value x, struct value spec) {
    struct value converted = convert(vm, conversion, x);
    bool plain = value_is_absent(spec) && value_is_exactly(converted, builtin(vm, BUILTIN_str));
    if (plain || value_is_error(converted)) {
        return converted;
    }
    struct str *text = value_is_absent(spec) ? vm->empty : str_of(spec);
    struct value result = vm_format(vm, converted, text);
    value_drop(vm, converted);
    return result;
}

HANDLER(FORMAT) {
    SAVE();
    struct value spec = ip->a != 0 ? sp[-1] : VALUE_ABSENT;
    struct value x = ip->a != 0 ? sp[-2] : sp[-1];
    struct value text = format(vm, ip->sub, x, spec);
    if (value_is_error(text)) {
        FAIL();
    }
    sp -= ip->a != 0 ? 2 : 1;
    *sp++ = text;
    NEXT_DROP_TWO(x, spec);
}

// Unpacking --------------------------------------------------------------------------------------

SLOWLY(unpack_slow) {
    SAVE();
    struct value iterable = sp[-1];
    if (!unpack_exactly(vm, iterable, ip->a, sp)) {
        FAIL();
    }
    // The items lie above the iterable, the last one on top: they go down by one place.
    for (unsigned i = 0; i < ip->a; i++) {
        sp[(int)i - 1] = sp[i];
    }
    sp += ip->a - 1;
    NEXT_DROP(iterable);
}

HANDLER(UNPACK) {
    struct value iterable = sp[-1];
    bool quick = value_is_exactly(iterable, builtin(vm, BUILTIN_tuple)) &&
                 tuple_of(iterable)->count == ip->a;
    if (!quick) {
        GO_ON_IN(unpack_slow);
    }
    const struct value *items = tuple_of(iterable)->items;
    sp--;
    for (unsigned i = ip->a; i-- > 0;) {
        *sp++ = value_keep(items[i]);
    }
    NEXT_DROP(iterable);
}

HANDLER(UNPACK_STAR) {
    SAVE();
    struct value iterable = sp[-1];
    if (!unpack_star(vm, iterable, ip->a, ip->b, sp)) {
        FAIL();
    }
    unsigned count = ip->a + 1u + ip->b;
    for (unsigned i = 0; i < count; i++) {
        sp[(int)i - 1] = sp[i];
    }
    sp += count - 1;
    NEXT_DROP(iterable);
}
