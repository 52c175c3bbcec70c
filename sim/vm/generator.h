// Generators and coroutines: functions that can be left at a yield or an await and gone on with.
//
// A generator owns its frame. Resuming it links the frame to the one that resumes (frame->back) and
// goes on; a yield unlinks it. A coroutine that awaits another is linked to it for as long as the
// await lasts: the chain stays linked while it is suspended, and the outermost one (the "root",
// which the loop or a `for` resumes) remembers the innermost frame, so that resuming and yielding
// cost the same however deep the chain is.
#ifndef VM_GENERATOR_H
#define VM_GENERATOR_H

#include "vm/frame.h"
#include "vm/object.h"

enum generator_state {
    GENERATOR_CREATED,   // not started
    GENERATOR_SUSPENDED, // at a yield or an await, resumed by whoever likes
    GENERATOR_RUNNING,   // as a root: [root_before], [back] are valid
    GENERATOR_LINKED,    // awaited by another one, whose frame is frame->back
    GENERATOR_ENDED,     // has no frame any more
};

// How a root was resumed, which says where what it yields and returns goes.
enum generator_resumer {
    RESUMER_LOOP, // FOR_ITER of the frame behind it
    RESUMER_CALL, // a native of the frame behind it: next(), send(), throw()
    RESUMER_C,    // C code that waits for the machine to return
};

struct generator {
    struct object head;
    struct frame *frame;   // owned; NULL once ended
    struct loaded *loaded; // its code, kept
    struct value names;    // ABSENT: those of the code; else a tuple of name and qualified name
    union {
        struct frame *innermost; // of a SUSPENDED root: where it goes on; NULL: its own frame, and
                                 // then onwards from await to await
        struct generator *root_before; // RUNNING: the root inside which it was resumed, or NULL
    };
    uint8_t state;              // enum generator_state
    uint8_t resumer;            // enum generator_resumer, while RUNNING
    bool throwing;              // RUNNING: it was resumed with an exception
    bool is_iterable_coroutine; // a generator that types.coroutine made awaitable
    // Of asynchronous generators, see async_generator.h:
    bool used;        // it was iterated
    bool hooked;      // the host wants to know when it dies
    bool closed;      // aclose was called, or it is over
    bool stepping;    // an asend or athrow of it is under way
    int depth;        // SUSPENDED: frames of the chain, for the recursion limit
    int depth_before; // RUNNING: vm->depth without the chain
};

static inline struct generator *generator_of(struct value v) {
    return (struct generator *)value_to_object(v);
}

// Makes the generator, coroutine or async generator (as the code says) for a frame just made, which
// it takes over; frees the frame if there is no memory.
struct value generator_new(struct vm *vm, struct frame *frame);

// Is [v] a generator, coroutine or asynchronous generator?
bool generator_is(struct vm *vm, struct value v);

// Is [v] a coroutine, or a generator that types.coroutine made one?
bool generator_is_awaitable(struct vm *vm, struct value v);

// As the __next__() of a generator, as the last act of a native: may give VALUE_PUSHED, see
// vm_call_tail.
struct value generator_next(struct vm *vm, struct value generator);

// Raises StopIteration with [value], which it steals: the end of next() and send().
struct value generator_raise_stop(struct vm *vm, struct value value);

// Resumes it from C: [sent] goes in (None for next). Conventions of type->send.
enum send_result generator_send(struct vm *vm, struct value generator, struct value sent,
                                struct value *result);

// As resume_root_throwing (resume.h), with the rules of throw(): a GeneratorExit closes what the
// generator awaits first. Steals [exception].
bool generator_throw_begin(struct vm *vm, struct generator *generator, struct value exception,
                           enum generator_resumer resumer);

// Raises [exception] where it is suspended. Conventions of type->throw.
enum send_result generator_throw(struct vm *vm, struct value generator, struct value exception,
                                 struct value *result);

// Throws vm->raised into an iterator that is no builtin one, by its throw() if it has that; the
// value it gives is vm->result. SEND_RAISED with it still raised if it has not.
enum send_result generator_throw_plain(struct vm *vm, struct value iterator);

// As its close(): what it returned, or VALUE_ERROR.
struct value generator_close(struct vm *vm, struct value generator);

// What happens when nothing keeps a generator any more, before it is freed: one that is suspended
// is closed, a coroutine that never ran warns. False if it is kept again.
bool generator_finalize(struct vm *vm, struct object *object);

// Where a suspended generator or coroutine stands, innermost frame of its chain; NULL if it has
// not begun or has ended. For showing the await stack: go outwards by frame->back.
struct frame *generator_innermost(struct vm *vm, struct value generator);

// What a coroutine_wrapper (coroutine.__await__()) wraps, borrowed; [v] itself otherwise.
struct value generator_unwrap(struct vm *vm, struct value v);

// Its names; borrowed.
struct str *generator_name(struct vm *vm, const struct generator *generator);
struct str *generator_qualname(struct vm *vm, const struct generator *generator);

#endif
