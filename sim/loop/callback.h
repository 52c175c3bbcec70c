// What a handle will call: its name in traces and messages, its arguments, its context.
#ifndef LOOP_CALLBACK_H
#define LOOP_CALLBACK_H

#include "base/buf.h"
#include "loop/handle.h"
#include "trace/sink.h"

struct sim;

// Fills in whose handle it is and how the trace names its callback: by its qualified name where
// the program defines it, otherwise by a few words (a library function's docstring).
void callback_describe(struct sim *sim, const struct handle *handle, struct sink_handle *shown);

// Appends the callback as CPython's messages show it: "f() at program.py:3".
void callback_source(struct sim *sim, const struct handle *handle, struct buf *out);

// The arguments of a WHAT_CALL handle, borrowed.
const struct value *callback_args(const struct handle *handle, size_t *count);

// Makes the handle's context (a task's own, for its steps) the present one while it runs, and back
// to what it was before, which callback_enter_context gives.
struct value callback_enter_context(struct sim *sim, const struct handle *handle);
void callback_leave_context(struct sim *sim, struct handle *handle, struct value outer);

#endif
