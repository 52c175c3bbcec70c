// Exception objects: args, chain, traceback, notes.
#ifndef VM_EXCEPTION_H
#define VM_EXCEPTION_H

#include "vm/raise.h"

struct exception {
    struct object head;
    struct dict *dict;      // attributes set by the program; NULL until needed (as struct instance)
    struct value args;      // tuple
    struct value cause;     // __cause__: exception, None, or ABSENT
    struct value context;   // __context__: exception or ABSENT
    struct value traceback; // traceback object or ABSENT
    bool suppress_context;
    struct value extra[5]; // per kind: StopIteration.value, KeyError's key, AttributeError's name …
};

bool exception_is(struct value v); // an instance of BaseException
static inline struct exception *exception_of(struct value v) {
    return (struct exception *)value_to_object(v);
}
// Is it an instance of this kind?
bool exception_is_kind(struct vm *vm, struct value v, enum exception_kind kind);

// Makes an instance without raising it; [args] as for a call.
struct value exception_new(struct vm *vm, enum exception_kind kind, const struct value *args,
                           size_t count);
// What StopIteration carries; borrowed.
struct value exception_stop_value(struct value stop_iteration);

#endif
