// Functions, methods and modules written in C.
//
// A type or module lists its functions in one static table, and native_args checks and sorts the
// arguments, with CPython's wording of what is wrong:
//
//     static struct value list_pop(struct vm *vm, struct value self, const struct call *call) {
//         struct value index = value_small(-1);
//         if (!native_args(vm, call, "pop", "|o", &index)) { return VALUE_ERROR; }
//
//     static const struct native list_methods[] = {{"pop", list_pop}, …, {0}};
//
// In a type's table the first argument of a PLAIN function is its self; the machinery has checked
// that it is of the type. A CLASS function's self is the class, a STATIC's and a module's is
// ABSENT.
#ifndef VM_NATIVE_H
#define VM_NATIVE_H

#include "vm/object.h"

enum native_kind { NATIVE_PLAIN, NATIVE_STATIC, NATIVE_CLASS, NATIVE_GETTER };

struct native {
    const char *name;
    native_function *function;
    enum native_kind kind; // methods: PLAIN; GETTER: an attribute computed when it is read
    native_function *set;  // of a GETTER: called with one argument, or none to delete; or NULL
};

struct native_module {
    const char *name;
    const struct native *functions; // ended by an entry without name; may be NULL
    // Adds the rest (types, constants); false if raised. May be NULL.
    bool (*init)(struct vm *vm, struct value module);
};

// A function object of a table entry: a builtin function (or bound method), a type's method
// descriptor, or the descriptor of an attribute.
struct native_object {
    struct object head;
    const struct native *native;
    struct value self;   // bound, or ABSENT
    struct type *owner;  // the type that has it; NULL: a module's. Kept.
    struct value module; // its module's name, or ABSENT
};

static inline struct native_object *native_of(struct value v) {
    return (struct native_object *)value_to_object(v);
}

// Sorts the arguments of [call] into struct value variables (borrowed), as [format] says:
//     o   a positional-only argument                 |   those after it may be left out
//     name=  o's name follows it in the format, so that it can also be given by name: "o:sep"
//     $   those after it are given by name only
// Example: "oo:key|$o:default o:reverse" (spaces ignored). Variables left out stay as they were.
// False if raised: "pop() takes at most 1 argument (2 given)" and kin, as CPython words it. A
// single "o" or "" is worded as CPython's METH_O and METH_NOARGS functions, with the type's name.
bool native_args(struct vm *vm, const struct call *call, const char *function, const char *format,
                 ...);

// As native_args with the formats "" and "o", for functions that are called very often.
static inline bool native_none(struct vm *vm, const struct call *call, const char *function) {
    return (call->count | call->keyword_count) == 0 || native_args(vm, call, function, "");
}
static inline bool native_one(struct vm *vm, const struct call *call, const char *function,
                              struct value *out) {
    if (call->count == 1 && call->keyword_count == 0) {
        *out = call->args[0];
        return true;
    }
    return native_args(vm, call, function, "o", out);
}

// Raises TypeError unless the call has from [least] to [most] positional arguments and no named
// ones; the wording is CPython's for functions with positional-only arguments.
bool native_count(struct vm *vm, const struct call *call, const char *function, size_t least,
                  size_t most);

// Makes a function object of a table entry; [self] (kept) is bound as its first, or ABSENT.
struct value native_new(struct vm *vm, const struct native *native, struct value self);

// Makes the object that stands for a table entry in the attributes of [owner].
struct value native_new_for(struct vm *vm, const struct native *native, struct type *owner);

// Calls a native method of a type with its self already sorted out and of the right type.
struct value native_call_method(struct vm *vm, const struct native_object *method,
                                struct value self, const struct call *call);

// Calls a builtin function or bound method.
struct value native_call(struct vm *vm, struct value function, const struct call *call);

// Finishes a type whose slots are filled in: adds [methods] (ended by an entry without name, may be
// NULL) to its attributes, sets its mro and inherits the slots it left NULL from its base.
bool type_ready(struct vm *vm, struct type *type, const struct native *methods);

// Makes a new builtin type, for types that vm/types.def does not list (sim/loop's Future): named,
// zeroed, not ready; its [base] is set. Owned by the vm; [name] must live as long. In messages and
// repr the name is shown as it is ("_asyncio.Future" for a type of a module).
struct type *type_new_builtin(struct vm *vm, const char *name, struct type *base);

// Allocates an object of [type] with [size] bytes (at least sizeof(struct object)), zeroed behind
// its head, with one reference; NULL with MemoryError raised. Mind that a zeroed struct value is
// 0.0: set each. [size] must be type->size, or what type->measure then gives.
void *object_new(struct vm *vm, struct type *type, size_t size);

#endif
