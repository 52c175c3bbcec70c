// What module _asyncio consists of: one function for each type, called once by its init.
#ifndef LOOP_NATIVES_H
#define LOOP_NATIVES_H

#include "vm/native.h"

struct sim;

// Make the types and put them into the sim; false if raised.
bool future_type_init(struct vm *vm, struct sim *sim);
bool task_type_init(struct vm *vm, struct sim *sim);
bool handle_type_init(struct vm *vm, struct sim *sim);
bool loop_type_init(struct vm *vm, struct sim *sim);

// Part of future_type_init.
bool future_iterator_type_init(struct vm *vm, struct sim *sim);

// What `await future` iterates over, and the same of a task: their await and iter slots.
struct value future_iterator_new(struct vm *vm, struct value future);

// Slots that task shares with future.
void future_free(struct vm *vm, struct object *object);
void future_finalize(struct vm *vm, struct object *object);

// _asyncio.make_task.
native_function task_make;

// The modules of this folder.
extern const struct native_module asyncio_module; // _asyncio: what sim/pylib's asyncio stands on
extern const struct native_module time_module;    // time, on the virtual clock

#endif
