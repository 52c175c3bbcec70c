// Resuming and leaving generators: which frame is linked to which.
//
// A chain: the root, which somebody resumes, awaits a coroutine, which awaits another, …; all but
// the root are LINKED. vm->root is the root of the chain that runs; if it resumed another root
// (inside a `for`, say) that one is vm->root until it yields, and has [root_before].
// While a root runs it keeps itself alive.
//
// The functions that enter set vm->frame and vm->ip for machine_enter or machine_go_on.
#ifndef VM_RESUME_H
#define VM_RESUME_H

#include "vm/generator.h"

// Makes sure that it can be resumed, taking it out of a suspended chain if it is in one: false with
// "already executing" raised.
bool resume_make_available(struct vm *vm, struct generator *generator);

// Resumes [generator] as a root, behind vm->frame, with [sent], which it steals. False with the
// ValueError, TypeError, RuntimeError or RecursionError raised. It must not have ended.
bool resume_root(struct vm *vm, struct generator *generator, struct value sent,
                 enum generator_resumer resumer);

// As above, but raises [exception], which it steals, where the chain is suspended.
bool resume_root_throwing(struct vm *vm, struct generator *generator, struct value exception,
                          enum generator_resumer resumer);

// Links [generator] to [frame], which awaits it, and sends [sent] into it, which it steals.
bool resume_linked(struct vm *vm, struct generator *generator, struct frame *frame,
                   struct value sent);

// Links it, or finds it linked, and makes vm->raised be raised there.
bool resume_linked_throwing(struct vm *vm, struct generator *generator, struct frame *frame);

// How a generator that leaves was driven, which says where its values go.
enum driven { DRIVEN_BY_AWAIT, DRIVEN_BY_LOOP, DRIVEN_BY_CALL, DRIVEN_BY_C };

// The running chain is suspended: its innermost frame is [frame]. vm->frame is then the one behind.
enum driven resume_suspended(struct vm *vm, struct frame *frame);

// An async generator gave a value: it alone is suspended, its chain may go on.
enum driven resume_given(struct vm *vm, struct generator *generator);

// The generator is over: its frame is freed. vm->frame is then the one behind.
enum driven resume_ended(struct vm *vm, struct generator *generator);

// Raises [exception], which it steals, as one that was thrown into the generator of vm->frame: it
// follows what that frame handles, but nothing that those behind it do.
void resume_raise(struct vm *vm, struct value exception);

// The generator that awaiting [iterator] drives: itself, that of a coroutine_wrapper, or that of an
// asynchronous generator's asend() or athrow(). NULL for any other iterator.
struct generator *resume_delegate(struct vm *vm, struct value iterator);

// "generator", "coroutine" or "async generator", as messages name it.
const char *resume_kind(struct vm *vm, const struct generator *generator);

#endif
