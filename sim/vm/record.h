// Recording: what the machine writes to the tape.
//
// The handlers call these where translate.c and loaded.c said that something is to be recorded:
// nothing is asked when nothing is. Nothing of the program is run for it.
#ifndef VM_RECORD_H
#define VM_RECORD_H

#include "vm/frame.h"
#include "vm/state.h"

// [frame] begins: gives it its number and reports its parameters.
void record_call(struct vm *vm, struct frame *frame);

// [frame] is about to end with this result, or exception. For frames that have a number.
void record_return(struct vm *vm, const struct frame *frame, struct value result);
void record_raise(struct vm *vm, const struct frame *frame, struct value exception);

// A variable named by the tape's text [name] has a new value.
void record_store(struct vm *vm, uint32_t frame, uint32_t name, struct value value);

// A function changes a global variable: reported in the module's frame, if that still runs.
void record_global(struct vm *vm, const struct frame *frame, uint32_t name, struct value value);

// The number of the frame that called [frame]; 0: none that is on the tape.
uint32_t record_caller(const struct frame *frame);

// As record_store, for a local slot: small integers and floats here, the rest there.
static inline void record_local(struct vm *vm, const struct frame *frame, unsigned slot,
                                struct value value) {
    uint32_t name = frame->loaded->texts->ids[slot];
    if (value_is_small(value)) {
        tape_set(vm->tape, TAPE_SET_INT, frame->number, name, (uint64_t)value_to_small(value));
    } else if (value_is_float(value)) {
        tape_set(vm->tape, TAPE_SET_FLOAT, frame->number, name, value.bits);
    } else {
        record_store(vm, frame->number, name, value);
    }
}

// Can record_number write a store into [slot] without further ado?
static inline bool record_has_room(const struct vm *vm, const struct frame *frame, unsigned slot) {
    return vm->tape->end - vm->tape->next >= 2 && frame->loaded->texts->ids[slot] <= UINT16_MAX;
}

// As record_local, for a small integer or float where record_has_room was true. Calls nothing.
static inline void record_number(struct vm *vm, const struct frame *frame, unsigned slot,
                                 struct value value) {
    bool small = value_is_small(value);
    uint64_t *word = vm->tape->next;
    vm->tape->next = word + 2;
    vm->tape->events++;
    word[0] = (small ? TAPE_SET_INT : TAPE_SET_FLOAT) | 1u << 8 |
              (uint64_t)frame->loaded->texts->ids[slot] << 16 | (uint64_t)frame->number << 32;
    word[1] = small ? (uint64_t)value_to_small(value) : value.bits;
}

#endif
