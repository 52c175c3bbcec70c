// Names that are looked up in dicts: globals, builtins, class namespaces.
#include "vm/dict.h"
#include "vm/machine.h"
#include "vm/record.h"
#include "vm/str.h"
#include "vm/unbound.h"

// Globals ----------------------------------------------------------------------------------------

static struct value find_global(struct vm *vm, const struct frame *frame, struct str *name) {
    struct value found = dict_get_str(frame->loaded->globals, name);
    return value_is_absent(found) ? dict_get_str(vm->builtins, name) : found;
}

// A cache of LOAD_GLOBAL remembers the entry in the dict that has the name: [version] is that of
// the globals, plus one so that 0 is "nothing"; if the name is a builtin, [other] is that of the
// builtins. An entry's value may change, its place only with the version.
static void remember_global(struct vm *vm, struct frame *frame, const struct instr *ip) {
    struct cache *cache = &frame->loaded->caches[ip->c];
    struct dict *globals = frame->loaded->globals;
    int32_t at = dict_index_str(globals, NAME(ip->a));
    cache->place = (uint8_t)(at < 0 ? CACHE_IN_BUILTINS : CACHE_IN_DICT);
    if (at < 0) {
        at = dict_index_str(vm->builtins, NAME(ip->a));
        cache->other = vm->builtins->version;
    }
    cache->index = (uint32_t)at;
    cache->version = globals->version + 1;
}

static inline struct value cached_global(const struct vm *vm, const struct frame *frame,
                                         const struct cache *cache) {
    const struct dict *globals = frame->loaded->globals;
    if (SELDOM(cache->version != globals->version + 1)) {
        return VALUE_ABSENT;
    }
    if (cache->place == CACHE_IN_DICT) {
        return globals->entries[cache->index].value;
    }
    return MOSTLY(cache->other == vm->builtins->version) ? vm->builtins->entries[cache->index].value
                                                         : VALUE_ABSENT;
}

// Of LOAD_GLOBAL and LOAD_GLOBAL_ABSENT.
SLOWLY(load_global_slow) {
    struct value found = find_global(vm, frame, NAME(ip->a));
    if (value_is_absent(found)) {
        SAVE();
        unbound_name(vm, NAME(ip->a));
        FAIL();
    }
    remember_global(vm, frame, ip);
    *sp++ = value_keep(found);
    if (ip->op == OP_LOAD_GLOBAL_ABSENT) {
        *sp++ = VALUE_ABSENT;
    }
    NEXT();
}

HANDLER(LOAD_GLOBAL) {
    struct value found = cached_global(vm, frame, &frame->loaded->caches[ip->c]);
    if (SELDOM(value_is_absent(found))) {
        GO_ON_IN(load_global_slow);
    }
    *sp++ = value_keep(found);
    NEXT();
}

HANDLER(LOAD_GLOBAL_ABSENT) {
    struct value found = cached_global(vm, frame, &frame->loaded->caches[ip->c]);
    if (SELDOM(value_is_absent(found))) {
        GO_ON_IN(load_global_slow);
    }
    *sp++ = value_keep(found);
    *sp++ = VALUE_ABSENT;
    NEXT();
}

HANDLER(STORE_GLOBAL) {
    SAVE();
    struct value x = *--sp;
    if (!dict_set_str(vm, frame->loaded->globals, NAME(ip->a), x)) {
        value_drop(vm, x);
        FAIL();
    }
    NEXT_DROP(x);
}

static uint32_t name_text(const struct frame *frame, const struct instr *ip) {
    return frame->loaded->texts->ids[frame->loaded->code->slot_count + ip->a];
}

HANDLER(STORE_GLOBAL_RECORDED) {
    record_global(vm, frame, name_text(frame, ip), sp[-1]);
    GO_ON_IN(op_STORE_GLOBAL);
}

HANDLER(DELETE_GLOBAL) {
    SAVE();
    if (!dict_delete_str(vm, frame->loaded->globals, NAME(ip->a))) {
        unbound_name(vm, NAME(ip->a));
        FAIL();
    }
    NEXT();
}

// Class bodies -----------------------------------------------------------------------------------

// The namespace of a class body; of a module, its globals. Borrowed.
static struct value namespace_of(const struct frame *frame) {
    bool is_class = (frame->loaded->code->flags & CODE_CLASS) != 0;
    return is_class ? frame->held : value_object(frame->loaded->globals);
}

// Looks [name] up in a namespace, which may be any mapping: the caller's own, or ABSENT, or
// VALUE_ERROR.
static struct value find_in(struct vm *vm, struct value names, struct str *name) {
    if (value_is_exactly(names, builtin(vm, BUILTIN_dict))) {
        return value_keep(dict_get_str(dict_of(names), name));
    }
    struct value found = vm_get_item(vm, names, value_object(name));
    return value_is_error(found) && raised_clear(vm, EXCEPTION_KeyError) ? VALUE_ABSENT : found;
}

// In a namespace, then the globals, then the builtins.
static struct value find_name(struct vm *vm, const struct frame *frame, struct value names,
                              struct str *name) {
    struct value found = find_in(vm, names, name);
    if (value_is_absent(found)) {
        found = value_keep(find_global(vm, frame, name));
    }
    return value_is_absent(found) ? unbound_name(vm, name) : found;
}

HANDLER(LOAD_NAME) {
    SAVE();
    struct value found = find_name(vm, frame, namespace_of(frame), NAME(ip->a));
    if (value_is_error(found)) {
        FAIL();
    }
    *sp++ = found;
    NEXT();
}

HANDLER(STORE_NAME) {
    SAVE();
    struct value names = namespace_of(frame), x = *--sp;
    bool is_dict = value_is_exactly(names, builtin(vm, BUILTIN_dict));
    bool stored = is_dict ? dict_set_str(vm, dict_of(names), NAME(ip->a), x)
                          : vm_set_item(vm, names, value_object(NAME(ip->a)), x);
    if (!stored) {
        value_drop(vm, x);
        FAIL();
    }
    NEXT_DROP(x);
}

HANDLER(STORE_NAME_RECORDED) {
    record_store(vm, frame->number, name_text(frame, ip), sp[-1]);
    GO_ON_IN(op_STORE_NAME);
}

HANDLER(DELETE_NAME) {
    SAVE();
    struct value names = namespace_of(frame);
    if (value_is_exactly(names, builtin(vm, BUILTIN_dict))) {
        if (dict_delete_str(vm, dict_of(names), NAME(ip->a))) {
            NEXT();
        }
    } else if (vm_delete_item(vm, names, value_object(NAME(ip->a)))) {
        NEXT();
    } else if (!raised_clear(vm, EXCEPTION_KeyError)) {
        FAIL();
    }
    unbound_name(vm, NAME(ip->a));
    FAIL();
}

HANDLER(LOAD_NAMESPACE) {
    *sp++ = value_keep(namespace_of(frame));
    NEXT();
}

// Of code that stands in a class body but has slots of its own: the class's namespace first.

static struct value cell_value(struct vm *vm, struct frame *frame, unsigned slot) {
    struct value x = cell_of(frame->slots[slot])->value;
    return value_is_absent(x) ? unbound_local(vm, frame, slot) : value_keep(x);
}

HANDLER(LOAD_CLASS_CELL) {
    SAVE();
    struct value found = find_in(vm, namespace_of(frame), NAME(ip->b));
    if (value_is_absent(found)) {
        found = cell_value(vm, frame, ip->a);
    }
    if (value_is_error(found)) {
        FAIL();
    }
    *sp++ = found;
    NEXT();
}

HANDLER(LOAD_FROM_DICT) {
    SAVE();
    struct value names = sp[-1];
    struct value found = find_name(vm, frame, names, NAME(ip->a));
    if (value_is_error(found)) {
        FAIL();
    }
    sp[-1] = found;
    NEXT_DROP(names);
}

HANDLER(LOAD_FROM_DICT_OR_CELL) {
    SAVE();
    struct value names = sp[-1];
    struct value found = find_in(vm, names, NAME(ip->b));
    if (value_is_absent(found)) {
        found = cell_value(vm, frame, ip->a);
    }
    if (value_is_error(found)) {
        FAIL();
    }
    sp[-1] = found;
    NEXT_DROP(names);
}

HANDLER(SETUP_ANNOTATIONS) {
    SAVE();
    struct value names = namespace_of(frame);
    struct str *name = dunder(vm, DUNDER_annotations);
    struct value found = find_in(vm, names, name);
    bool done = !value_is_error(found);
    if (value_is_absent(found)) {
        found = dict_new(vm);
        done = !value_is_error(found) && vm_set_item(vm, names, value_object(name), found);
    }
    value_drop(vm, found);
    if (!done) {
        FAIL();
    }
    NEXT();
}
