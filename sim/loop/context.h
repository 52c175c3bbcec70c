// Context variables: contextvars.Context, ContextVar and Token.
//
// A context is a dict of variables to values that nobody changes in place: set() makes a new dict,
// so a copied context shares its dict until then. As long as a program sets no variable there are
// no context objects at all: ABSENT stands for an empty context of one's own.
#ifndef LOOP_CONTEXT_H
#define LOOP_CONTEXT_H

#include "vm/native.h"
#include "vm/object.h"

struct sim;

extern const struct native_module context_module; // _contextvars

// The context that a new task or callback gets: [given], or a copy of the present one if that is
// ABSENT or None. New, or ABSENT; VALUE_ERROR with TypeError if [given] is no context.
struct value sim_context_for(struct vm *vm, struct value given);

// A copy of the present context as an object, as copy_context() gives it.
struct value context_copy(struct vm *vm);

#endif
