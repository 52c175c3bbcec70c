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

// What [context] (ABSENT: an empty one) has for [var]: borrowed, ABSENT for nothing.
struct value context_lookup(struct vm *vm, struct value context, struct value var);

// Gives the present context a new dict in which [var] has [value] (ABSENT: nothing); false if
// raised.
bool context_change(struct vm *vm, struct value var, struct value value);

// The types of ContextVar and Token, in context_var.c; false if raised.
bool context_var_type_init(struct vm *vm, struct sim *sim);
bool context_token_type_init(struct vm *vm, struct sim *sim);

#endif
