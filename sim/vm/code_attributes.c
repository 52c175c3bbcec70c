// All of them are computed when asked for, from the compiler's own code object.
#include "vm/code_attributes.h"

#include "vm/list.h"
#include "vm/loaded.h"
#include "vm/state.h"
#include "vm/str.h"

static const struct code *code_of(struct value self) {
    return loaded_of(self)->code;
}

static struct value name_value(struct vm *vm, const struct name *name) {
    return str_intern_name(vm, name);
}

struct value code_repr(struct vm *vm, struct value self) {
    const struct code *code = code_of(self);
    return str_format(vm, "<code object %s at 0x%llx, file \"%s\", line %u>", code->name->text,
                      (unsigned long long)vm_id(self), code->file, code->first_line);
}

static struct value get_name(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return name_value(vm, code_of(self)->name);
}

static struct value get_qualname(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return name_value(vm, code_of(self)->qualname);
}

static struct value get_filename(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return str_from(vm, code_of(self)->file);
}

static struct value get_first_line(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_small(code_of(self)->first_line);
}

static struct value get_argcount(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_small(code_of(self)->positional);
}

static struct value get_positional_only(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_small(code_of(self)->positional_only);
}

static struct value get_keyword_only(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_small(code_of(self)->keyword_only);
}

// CPython's numbers for what programs look at: inspect's CO_ constants.
static struct value get_flags(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    unsigned flags = code_of(self)->flags;
    static const struct {
        unsigned ours, theirs;
    } pairs[] = {{CODE_OPTIMIZED, 3},    {CODE_VARARGS, 4},      {CODE_VARKEYWORDS, 8},
                 {CODE_GENERATOR, 0x20}, {CODE_COROUTINE, 0x80}, {CODE_ASYNC_GENERATOR, 0x200}};
    int64_t theirs = 0;
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        theirs |= (flags & pairs[i].ours) != 0 ? pairs[i].theirs : 0;
    }
    return value_small(theirs);
}

// The slots whose kind is in the set [kinds] (bit 1 << kind), as a tuple of names.
static struct value slot_names(struct vm *vm, const struct code *code, unsigned kinds) {
    struct value list = list_new(vm, NULL, 0);
    for (uint32_t i = 0; i < code->slot_count && !value_is_error(list); i++) {
        if ((kinds >> code->slots[i].kind & 1) == 0 || code->slots[i].name == NULL) {
            continue;
        }
        struct value name = name_value(vm, code->slots[i].name);
        if (value_is_error(name) || !list_append(vm, list_of(list), name)) {
            value_drop(vm, list);
            return VALUE_ERROR;
        }
        value_drop(vm, name);
    }
    if (value_is_error(list)) {
        return list;
    }
    struct value tuple = tuple_from(vm, list);
    value_drop(vm, list);
    return tuple;
}

static struct value get_varnames(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return slot_names(vm, code_of(self), 1u << SLOT_LOCAL | 1u << SLOT_CELL);
}

static struct value get_freevars(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return slot_names(vm, code_of(self), 1u << SLOT_FREE);
}

static struct value get_cellvars(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return slot_names(vm, code_of(self), 1u << SLOT_CELL);
}

static struct value get_nlocals(struct vm *vm, struct value self, const struct call *call) {
    struct value names = get_varnames(vm, self, call);
    if (value_is_error(names)) {
        return names;
    }
    size_t count = tuple_of(names)->count;
    value_drop(vm, names);
    return value_small((int64_t)count);
}

static struct value get_names(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    struct loaded *loaded = loaded_of(self);
    if (!loaded_prepare(vm, loaded)) {
        return VALUE_ERROR;
    }
    struct value tuple = tuple_new(vm, NULL, loaded->code->name_count);
    for (uint32_t i = 0; i < loaded->code->name_count && !value_is_error(tuple); i++) {
        tuple_of(tuple)->items[i] = value_keep(value_object(loaded->names[i]));
    }
    return tuple;
}

static struct value get_consts(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    struct loaded *loaded = loaded_of(self);
    return loaded_prepare(vm, loaded) ? tuple_new(vm, loaded->consts, loaded->code->const_count)
                                      : VALUE_ERROR;
}

const struct native code_attributes[] = {
    {"co_name", get_name, NATIVE_GETTER, NULL},
    {"co_qualname", get_qualname, NATIVE_GETTER, NULL},
    {"co_filename", get_filename, NATIVE_GETTER, NULL},
    {"co_firstlineno", get_first_line, NATIVE_GETTER, NULL},
    {"co_argcount", get_argcount, NATIVE_GETTER, NULL},
    {"co_posonlyargcount", get_positional_only, NATIVE_GETTER, NULL},
    {"co_kwonlyargcount", get_keyword_only, NATIVE_GETTER, NULL},
    {"co_flags", get_flags, NATIVE_GETTER, NULL},
    {"co_varnames", get_varnames, NATIVE_GETTER, NULL},
    {"co_freevars", get_freevars, NATIVE_GETTER, NULL},
    {"co_cellvars", get_cellvars, NATIVE_GETTER, NULL},
    {"co_nlocals", get_nlocals, NATIVE_GETTER, NULL},
    {"co_names", get_names, NATIVE_GETTER, NULL},
    {"co_consts", get_consts, NATIVE_GETTER, NULL},
    {0},
};
