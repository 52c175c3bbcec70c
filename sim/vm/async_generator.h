// Asynchronous generators: what their methods give to be awaited.
//
// __anext__ and asend give an async_generator_asend, athrow and aclose an async_generator_athrow;
// both are struct async_step. Awaiting one links the generator's frame as awaiting a coroutine
// does; what the generator then awaits goes to the loop, and the value it yields is the await's
// result.
#ifndef VM_ASYNC_GENERATOR_H
#define VM_ASYNC_GENERATOR_H

#include "vm/generator.h"
#include "vm/resume.h"

enum async_step_kind { ASYNC_SEND, ASYNC_THROW, ASYNC_CLOSE };
enum async_step_state { ASYNC_STEP_NEW, ASYNC_STEP_STARTED, ASYNC_STEP_OVER };

struct async_generator {
    struct generator generator; // must be first
    struct async_step *step;    // the one under way, not kept; NULL: none
};

struct async_step {
    struct object head;
    struct generator *generator; // kept
    struct value value;          // ASYNC_SEND: to be sent; ASYNC_THROW: the exception
    uint8_t kind;                // enum async_step_kind
    uint8_t state;               // enum async_step_state
};

static inline struct async_step *async_step_of(struct value v) {
    return (struct async_step *)value_to_object(v);
}

// Says which step of [generator], an asynchronous one, is under way; NULL: none.
static inline void async_step_set(struct generator *generator, struct async_step *step) {
    ((struct async_generator *)generator)->step = step;
    generator->stepping = step != NULL;
}

// Is it an async_generator_asend or async_generator_athrow?
bool async_step_is(struct vm *vm, struct value v);

// What __anext__() gives.
struct value async_generator_anext(struct vm *vm, struct value generator);

enum async_entry {
    ASYNC_ENTERED, // vm->frame and vm->ip say where to go on
    ASYNC_OVER,    // the step has no more to do: its result is None
    ASYNC_REFUSED, // raised
};

// Goes into the step's generator with [sent], which it steals: linked to the awaiting [frame], or,
// if that is NULL, as a root for C code.
enum async_entry async_step_enter(struct vm *vm, struct async_step *step, struct frame *frame,
                                  struct value sent);

// The generator gave [value] (which it steals) to its step: the result of the await, or
// VALUE_ERROR if it ought not to have.
struct value async_generator_gave(struct vm *vm, struct generator *generator, struct value value);

// The generator returned: gives None for an aclose(), else raises StopAsyncIteration.
struct value async_generator_returned(struct vm *vm, struct generator *generator);

// vm->raised has left the generator, which its step drove. An aclose() swallows its GeneratorExit:
// then the await is over, vm->ip says where to go on, and nothing is raised.
void async_generator_raised(struct vm *vm, struct generator *generator, enum driven driven);

#endif
