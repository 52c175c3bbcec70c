// One code object while it is being made: its steps, labels, guarded regions and pools.
//
// A step is an instruction whose jump goes to a label. Steps are appended by emit.h; then, in this
// order, flow.h removes what is never reached, depth.h finds how deep the stack is, bound.h which
// locals are surely bound, lines.h puts LINE in, peephole.h fuses, assemble.h writes the result.
#ifndef CODE_UNIT_H
#define CODE_UNIT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/vec.h"
#include "code/code.h"
#include "code/place.h"
#include "code/pools.h"
#include "code/scopes.h"

// Not an instruction: marks where the stack is [b] values deeper than the handler of region [a],
// its label, will find it. Gone after depth.h.
#define STEP_GUARD OP_COUNT

struct step {
    uint8_t op, sub;    // enum opcode or STEP_GUARD
    bool bound;         // of a LOAD_LOCAL: the slot surely holds a value (bound.h)
    uint16_t a, b, c;   // operands
    int label;          // where it may jump to, or -1
    int region;         // whose handler its exceptions go to, or -1
    int line;           // that LINE reports; 0: it goes on in the line before it
    struct place place; // for tracebacks
};

// Steps whose exceptions go to one handler.
struct region {
    int handler; // label; -1: flow.h has found that nothing in it can raise
    int depth;   // values that the handler keeps; -1 until depth.h knows
};

struct steps {
    struct step *items;
    size_t count, capacity;
};

// What return, break and continue must leave on their way out.
enum block_kind {
    BLOCK_WHILE,
    BLOCK_FOR,             // an iterator on the stack
    BLOCK_ASYNC_FOR,       // the same
    BLOCK_TRY,             // nothing to do
    BLOCK_FINALLY,         // [body] is to be run
    BLOCK_FINALLY_HANDLER, // the handled one and the exception on the stack
    BLOCK_HANDLER,         // the same, and [name] is to be unbound
    BLOCK_GROUP_HANDLER,   // of except*: cannot be left so
    BLOCK_WITH,            // the exit method on the stack, to be called
    BLOCK_ASYNC_WITH,
    BLOCK_VALUE, // one value to be dropped
};

struct block {
    enum block_kind kind;
    int start, end; // labels for continue and break
    int region;     // in force around the block
    const struct name *name;
    struct node_list body;
    struct place place; // of a with
};

struct unit {
    struct unit *around;
    struct scope *scope;     // of the frame
    struct scope *scope_now; // that, or the inlined comprehension being compiled
    struct code *code;       // its heading is filled in at once, the rest by assemble.h
    struct steps steps;
    struct {
        int *items; // index of a step; -1: not placed yet
        size_t count, capacity;
    } labels;
    struct {
        struct region *items;
        size_t count, capacity;
    } regions;
    int region; // that the next step belongs to, or -1
    struct {
        struct block *items;
        size_t count, capacity;
    } blocks; // innermost last
    struct pools pools;
    struct {
        const struct name **items;
        size_t count, capacity;
    } attributes; // of a class: what its methods assign to self
    int stack_size;
    uint32_t caches; // steps emitted whose instructions have a cache each
};

// Returns an empty unit for [scope]; [around] is the unit it is made in, or NULL.
struct unit *unit_new(struct unit *around, struct scope *scope);
void unit_free(struct unit *unit);

// Returns a label that is not placed yet. A label may be placed once.
int unit_label(struct unit *unit);

// Replaces the steps by [steps], to which old step i has moved to [moved][i] (one more entry: the
// end); labels follow. Takes the ownership of [steps].
void unit_replace_steps(struct unit *unit, struct steps steps, const uint32_t *moved);

#endif
