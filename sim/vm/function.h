// Functions written in Python, and the cells through which closures share variables.
#ifndef VM_FUNCTION_H
#define VM_FUNCTION_H

#include "vm/loaded.h"
#include "vm/object.h"

struct function {
    struct object head;
    struct dict *dict;        // attributes set by the program; NULL until needed
    struct loaded *loaded;    // kept
    struct value name;        // str
    struct value qualname;    // str
    struct value module;      // __module__: any value
    struct value doc;         // __doc__: any value
    struct value defaults;    // tuple, or ABSENT
    struct value kwdefaults;  // dict, or ABSENT
    struct value annotations; // dict, or ABSENT until asked for
    struct value closure;     // tuple of cells, or ABSENT
    struct value type_params; // tuple, or ABSENT
    bool renamed;             // its names are no longer those of the code
    bool iterable_coroutine;  // made so by types.coroutine: what it returns can be awaited
};

struct cell {
    struct object head;
    struct value value; // ABSENT: unbound
};

// A function without defaults and closure; keeps [loaded].
struct value function_new(struct vm *vm, struct loaded *loaded);

static inline struct function *function_of(struct value v) {
    return (struct function *)value_to_object(v);
}

// Runs a class body, whose function takes no arguments, with [names] as its namespace. The result
// is the class cell (kept by nobody else if the class does not use it), or None.
struct value function_run_body(struct vm *vm, struct value function, struct value names);

// A new cell holding [value], kept.
struct value cell_new(struct vm *vm, struct value value);

static inline struct cell *cell_of(struct value v) {
    return (struct cell *)value_to_object(v);
}

#endif
