// Class patterns take their attributes one by one and give up at the first that is missing.
#include "vm/matching.h"

#include "vm/dict.h"
#include "vm/list.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/type.h"

#define SEQUENCE_FLAG 32 // CPython's numbers
#define MAPPING_FLAG  64

// What a class says of itself by __abc_tpflags__.
static bool has_flag(struct vm *vm, struct value v, int64_t flag) {
    struct type *type = value_type(vm, v);
    if ((type->flags & TYPE_HEAP) == 0) {
        return false;
    }
    struct value name = str_intern(vm, "__abc_tpflags__", 15);
    if (value_is_error(name)) {
        value_drop(vm, raised_take(vm));
        return false;
    }
    struct value flags = type_lookup(vm, type, str_of(name));
    value_drop(vm, name);
    return value_is_small(flags) && (value_to_small(flags) & flag) != 0;
}

bool matching_is_sequence(struct vm *vm, struct value v) {
    return value_has_family(v, TYPE_LIST) || value_has_family(v, TYPE_TUPLE) ||
           value_is_exactly(v, builtin(vm, BUILTIN_range)) || has_flag(vm, v, SEQUENCE_FLAG);
}

bool matching_is_mapping(struct vm *vm, struct value v) {
    return value_has_family(v, TYPE_DICT) ||
           value_is_exactly(v, builtin(vm, BUILTIN_mappingproxy)) || has_flag(vm, v, MAPPING_FLAG);
}

// Keys
// ---------------------------------------------------------------------------------------------

// mapping[key], without making one up: ABSENT if there is none.
static struct value value_for(struct vm *vm, struct value mapping, struct value key) {
    struct value found;
    if (value_is_exactly(mapping, builtin(vm, BUILTIN_dict))) {
        return dict_get(vm, dict_of(mapping), key, &found) ? value_keep(found) : VALUE_ERROR;
    }
    struct value nothing = list_new(vm, NULL, 0); // an object that nobody else has
    if (value_is_error(nothing)) {
        return nothing;
    }
    struct value args[] = {key, nothing};
    found = vm_call_method(vm, mapping, "get", args, 2);
    bool missing = value_is(found, nothing);
    if (missing) {
        value_drop(vm, found);
    }
    value_drop(vm, nothing);
    return missing ? VALUE_ABSENT : found;
}

static bool is_repeated(struct vm *vm, const struct tuple *keys, size_t index) {
    for (size_t i = 0; i < index; i++) {
        if (vm_equal(vm, keys->items[i], keys->items[index]) == 1) {
            return true;
        }
    }
    return false;
}

static void refuse_repeated(struct vm *vm, struct value key) {
    struct value text = vm_repr(vm, key);
    if (!value_is_error(text)) {
        raise_error(vm, EXCEPTION_ValueError, "mapping pattern checks duplicate key (%s)",
                    str_of(text)->text);
    }
    value_drop(vm, text);
}

struct value matching_keys(struct vm *vm, struct value mapping, struct value keys) {
    size_t count = tuple_of(keys)->count;
    struct value values = tuple_new(vm, NULL, count);
    for (size_t i = 0; i < count && !value_is_error(values); i++) {
        struct value found = VALUE_ERROR;
        if (is_repeated(vm, tuple_of(keys), i)) {
            refuse_repeated(vm, tuple_of(keys)->items[i]);
        } else {
            found = value_for(vm, mapping, tuple_of(keys)->items[i]);
        }
        if (value_is_error(found) || value_is_absent(found)) {
            value_drop(vm, values);
            return value_is_error(found) ? VALUE_ERROR : VALUE_NONE;
        }
        tuple_of(values)->items[i] = found;
    }
    return values;
}

// Classes
// ------------------------------------------------------------------------------------------

// One class pattern that is being matched.
struct class_match {
    struct vm *vm;
    struct value subject, class;
    struct value values; // tuple: the attributes so far
    size_t count;
    struct value seen; // list of the attributes' names
};

static bool was_seen(struct class_match *match, struct value name) {
    return vm_contains(match->vm, match->seen, name) == 1;
}

// Takes one attribute: 1; 0 if the subject has it not; -1 if raised.
static int take_attribute(struct class_match *match, struct value name) {
    struct vm *vm = match->vm;
    if (was_seen(match, name)) {
        struct value text = vm_repr(vm, name);
        if (!value_is_error(text)) {
            raise_error(vm, EXCEPTION_TypeError, "%s() got multiple sub-patterns for attribute %s",
                        type_of(match->class)->name, str_of(text)->text);
        }
        value_drop(vm, text);
        return -1;
    }
    if (!list_append(vm, list_of(match->seen), name)) {
        return -1;
    }
    struct value found = vm_find_attribute(vm, match->subject, str_of(name)->text);
    if (value_is_absent(found) || value_is_error(found)) {
        return value_is_absent(found) ? 0 : -1;
    }
    tuple_of(match->values)->items[match->count++] = found;
    return 1;
}

// Do values of this builtin type match a single positional pattern as they are?
static bool matches_itself(struct vm *vm, struct value class) {
    static const enum builtin_type types[] = {BUILTIN_bool, BUILTIN_bytearray, BUILTIN_bytes,
                                              BUILTIN_dict, BUILTIN_float,     BUILTIN_frozenset,
                                              BUILTIN_int,  BUILTIN_list,      BUILTIN_set,
                                              BUILTIN_str,  BUILTIN_tuple};
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        if (type_is_subtype(type_of(class), builtin(vm, types[i]))) {
            return true;
        }
    }
    return false;
}

static int refuse_positional(struct class_match *match, size_t allowed, size_t given) {
    raise_error(match->vm, EXCEPTION_TypeError,
                "%s() accepts %zu positional sub-pattern%s (%zu given)",
                type_of(match->class)->name, allowed, allowed == 1 ? "" : "s", given);
    return -1;
}

static int take_by_args(struct class_match *match, struct value args, size_t positional) {
    if (!tuple_is(args)) {
        raise_error(match->vm, EXCEPTION_TypeError, "%s.__match_args__ must be a tuple (got %s)",
                    type_of(match->class)->name, value_type(match->vm, args)->name);
        return -1;
    }
    if (tuple_of(args)->count < positional) {
        return refuse_positional(match, tuple_of(args)->count, positional);
    }
    for (size_t i = 0; i < positional; i++) {
        struct value name = tuple_of(args)->items[i];
        if (!str_is(name)) {
            raise_error(match->vm, EXCEPTION_TypeError,
                        "__match_args__ elements must be strings (got %s)",
                        value_type(match->vm, name)->name);
            return -1;
        }
        int taken = take_attribute(match, name);
        if (taken <= 0) {
            return taken;
        }
    }
    return 1;
}

static int take_positional(struct class_match *match, size_t positional) {
    struct vm *vm = match->vm;
    struct value args = vm_find_attribute(vm, match->class, "__match_args__");
    if (value_is_error(args)) {
        return -1;
    }
    if (!value_is_absent(args)) {
        int taken = take_by_args(match, args, positional);
        value_drop(vm, args);
        return taken;
    }
    size_t allowed = matches_itself(vm, match->class);
    if (positional > allowed) {
        return refuse_positional(match, allowed, positional);
    }
    tuple_of(match->values)->items[match->count++] = value_keep(match->subject);
    return 1;
}

static int take_named(struct class_match *match, struct value names) {
    for (size_t i = 0; i < tuple_of(names)->count; i++) {
        int taken = take_attribute(match, tuple_of(names)->items[i]);
        if (taken <= 0) {
            return taken;
        }
    }
    return 1;
}

static int take_all(struct class_match *match, size_t positional, struct value names) {
    int taken = positional == 0 ? 1 : take_positional(match, positional);
    return taken <= 0 ? taken : take_named(match, names);
}

struct value matching_class(struct vm *vm, struct value subject, struct value class,
                            size_t positional, struct value names) {
    if (!type_is(class)) {
        return raise_error(vm, EXCEPTION_TypeError, "called match pattern must be a class");
    }
    int is_instance = vm_is_instance(vm, subject, class);
    if (is_instance <= 0) {
        return is_instance < 0 ? VALUE_ERROR : VALUE_NONE;
    }
    struct class_match match = {.vm = vm, .subject = subject, .class = class};
    match.values = tuple_new(vm, NULL, positional + tuple_of(names)->count);
    match.seen = list_new(vm, NULL, 0);
    bool made = !value_is_error(match.values) && !value_is_error(match.seen);
    int taken = made ? take_all(&match, positional, names) : -1;
    value_drop(vm, match.seen);
    if (taken > 0) {
        return match.values;
    }
    value_drop(vm, match.values);
    return taken < 0 ? VALUE_ERROR : VALUE_NONE;
}
