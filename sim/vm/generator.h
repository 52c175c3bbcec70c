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
    struct frame *frame;           // owned; NULL once ended
    struct value name, qualname;   // str
    uint8_t state;                 // enum generator_state
    uint8_t resumer;               // enum generator_resumer, while it is a running root
    bool hooked;                   // an async generator: the host knows of it
    bool closing;                  // an async generator: aclose was called
    bool busy;                     // an async generator: an asend or athrow of it is under way
    struct frame *innermost;       // of a suspended root: where it goes on; NULL: find out
    struct generator *root_before; // of a running root: the root inside which it was resumed
    int depth;                     // frames of the chain, for the recursion limit
    struct loaded *loaded;         // its code, kept
};

static inline struct generator *generator_of(struct value v) {
    return (struct generator *)value_to_object(v);
}

// Makes the generator, coroutine or async generator (as the code says) for a frame just made, which
// it takes over; frees the frame if there is no memory.
struct value generator_new(struct vm *vm, struct frame *frame);

// Is [v] a coroutine, or a generator that types.coroutine made one?
bool generator_is_awaitable(struct vm *vm, struct value v);

// Raises StopIteration with [value], which it steals: the end of next() and send().
struct value generator_raise_stop(struct vm *vm, struct value value);

// Resumes it from C: [sent] goes in (None for next). Conventions of type->send.
enum send_result generator_send(struct vm *vm, struct value generator, struct value sent,
                                struct value *result);

// Raises [exception] where it is suspended. Conventions of type->throw.
enum send_result generator_throw(struct vm *vm, struct value generator, struct value exception,
                                 struct value *result);

// As its close(): false if raised.
bool generator_close(struct vm *vm, struct value generator);

// Where a suspended generator or coroutine stands, innermost frame of its chain; NULL if it has
// not begun or has ended. For showing the await stack: go outwards by frame->back.
struct frame *generator_innermost(struct vm *vm, struct value generator);

#endif
