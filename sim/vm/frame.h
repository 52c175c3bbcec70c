// Frames: one call that has begun and not ended. A suspended coroutine is a frame put aside.
//
// A frame is one piece of memory: the head below, the slots of its variables (code.h), then its
// stack. The machine keeps [ip] and [sp] in registers while the frame runs; they are written back
// whenever anything else might look: before each call that leaves the machine's handlers.
//
// Who keeps a frame: exactly one of the chain of callers that runs, the generator it belongs to, or
// an activity. It has no references to count.
#ifndef VM_FRAME_H
#define VM_FRAME_H

#include "vm/function.h"
#include "vm/object.h"
#include "vm/state.h"

struct generator;

// What becomes of a frame's result.
enum frame_ending {
    FRAME_PUSHES = 0,    // the caller finds it on its stack
    FRAME_INITS = 1,     // of an __init__: must be None; the caller gets [held], the instance
    FRAME_GENERATES = 2, // it is a generator's: see return.c
    FRAME_LEAVES = 4,    // besides: the machine then returns to the C code that runs it
    FRAME_SEEN = 8,      // besides: there is a frame object of it, whose place is in the rest
};

#define FRAME_SEEN_SHIFT 8 // frame->ending >> this: the object's place in vm->seen

struct frame {
    struct frame *back;        // who goes on when this one ends: its caller, or who awaits it
    const struct instr *ip;    // the instruction at which it stands: calling, awaiting, raising
    struct value *sp;          // one past the top of the stack
    struct loaded *loaded;     // its code, kept by [function]
    struct function *function; // kept
    struct value handled;      // the exception that an except block here handles, or ABSENT
    union {
        struct frame *next_free;     // while it waits to be used again
        struct generator *generator; // of FRAME_GENERATES: whose it is, not kept
        struct value held; // FRAME_INITS: the instance; of a class body: its namespace; or ABSENT
    };
    uint32_t number; // on the tape, from 1; 0: not recorded
    uint32_t ending; // enum frame_ending
    struct value slots[];
};

// Makes a frame for a call of [function], kept: free variables are in place, all other slots are
// ABSENT. The machine is not told. NULL with MemoryError raised.
struct frame *frame_new(struct vm *vm, struct function *function);

// Makes [frame] the running one, called by the one that ran; vm->ip then says where it begins.
// False with RecursionError raised: the frame is then freed.
bool frame_push(struct vm *vm, struct frame *frame);

// A frame for [loaded] from those to be used again, nothing set; NULL if there is none.
static inline struct frame *frame_reuse(struct vm *vm, const struct loaded *loaded) {
    struct frame *frame = NULL;
    if (loaded->frame_class < VM_FRAME_CLASSES) {
        frame = vm->free_frames[loaded->frame_class];
    }
    if (frame != NULL) {
        vm->free_frames[loaded->frame_class] = frame->next_free;
    }
    return frame;
}

// Lays a frame aside that holds nothing any more; [back] stays. False: it has to be freed.
static inline bool frame_recycle(struct vm *vm, struct frame *frame) {
    unsigned class = frame->loaded->frame_class;
    if (class >= VM_FRAME_CLASSES) {
        return false;
    }
    frame->next_free = vm->free_frames[class];
    vm->free_frames[class] = frame;
    return true;
}

// Ends a frame, in CPython's order: the stack goes, from the top, then the variables in their
// order, then the memory. If the program has an object of the frame (a traceback, say), the
// variables live on as long as that.
void frame_end(struct vm *vm, struct frame *frame);

// Drops all and gives the memory back; for frames that were never seen.
void frame_free(struct vm *vm, struct frame *frame);

// Where a frame stands.
int frame_line(const struct frame *frame);
uint32_t frame_instr(const struct frame *frame);

// The namespace that LOAD_NAME uses, as locals() gives it: in a function a new dict of its
// variables, elsewhere the dict itself.
struct value frame_locals(struct vm *vm, struct frame *frame);

// The innermost frame of Python code, or NULL; [up] frames further out.
struct frame *frame_current(struct vm *vm, int up);

// The globals of the running code; borrowed. NULL when none runs.
struct dict *frame_globals(struct vm *vm);

// The frame's object, as sys._getframe and tb_frame give it: a new reference.
struct value frame_object_of(struct vm *vm, struct frame *frame);

// For frame_end: hands a frame that was seen over to its object. frame_object.c
void frame_object_take(struct vm *vm, struct frame *frame);

// The first place of the frame's stack.
static inline struct value *frame_stack(struct frame *frame) {
    return frame->slots + frame->loaded->code->slot_count;
}

#endif
