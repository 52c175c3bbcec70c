// Traceback objects: the places through which an exception passed, outermost first.
#ifndef VM_TRACEBACK_H
#define VM_TRACEBACK_H

#include "vm/frame.h"
#include "vm/loaded.h"

struct traceback {
    struct object head;
    struct value next;     // the next further in, or ABSENT
    struct loaded *loaded; // kept
    uint32_t instr;        // which instruction of it
    struct value frame;    // its object, or None; keeps its variables alive
};

static inline struct traceback *traceback_of(struct value v) {
    return (struct traceback *)value_to_object(v);
}

// Puts the place where [frame] stands in front of the exception's traceback. Running out of memory
// loses the entry, nothing else.
void traceback_add(struct vm *vm, struct value exception, struct frame *frame);

#endif
