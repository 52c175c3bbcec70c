// Calls of Python functions by position: most calls of most programs.
//
// The function and its arguments move from the caller's stack into a frame that is used again, so
// no reference is counted. What needs more (names, *args, an error) goes to machine_call.
#include "vm/function.h"
#include "vm/generator.h"
#include "vm/list.h"
#include "vm/machine.h"
#include "vm/record.h"

// A frame that was just pushed begins; it is recorded.
static NOINLINE machine_step begin_recorded(struct vm *vm, struct frame *frame,
                                            const struct instr *ip, struct value *sp) {
    record_call(vm, frame);
    GO(ip);
}

// Prepares the head of a frame that frame_reuse gave; it takes over [function].
static inline void fill_head(struct frame *callee, struct function *function) {
    callee->loaded = function->loaded;
    callee->function = function;
    callee->handled = VALUE_ABSENT;
    callee->held = VALUE_ABSENT;
    callee->number = 0;
    callee->ending = FRAME_PUSHES;
}

// Moves the arguments [first, end) into the slots; all others are ABSENT or from the closure. Gives
// the end of the slots.
static inline struct value *fill_slots(struct frame *callee, const struct function *function,
                                       const struct value *first, const struct value *end) {
    const struct loaded *loaded = function->loaded;
    struct value *slot = callee->slots;
    for (; first < end; first++) {
        *slot++ = *first;
    }
    for (; slot < callee->slots + loaded->first_free; slot++) {
        *slot = VALUE_ABSENT;
    }
    for (size_t i = 0; i < loaded->code->free_count; i++) {
        *slot++ = value_keep(tuple_of(function->closure)->items[i]);
    }
    return slot;
}

// The parameters from number [count] on take their defaults.
static inline void fill_defaults(struct frame *callee, const struct function *function,
                                 size_t count) {
    if (count < function->loaded->parameters) {
        const struct tuple *defaults = tuple_of(function->defaults);
        size_t first = function->loaded->parameters - defaults->count;
        for (size_t i = count; i < function->loaded->parameters; i++) {
            callee->slots[i] = value_keep(defaults->items[i - first]);
        }
    }
}

static inline bool are_enough(const struct function *function, size_t count) {
    size_t parameters = function->loaded->parameters;
    size_t defaults = value_is_absent(function->defaults) ? 0 : tuple_of(function->defaults)->count;
    return count <= parameters && count + defaults >= parameters;
}

static inline struct value *first_argument(const struct instr *ip, struct value *sp) {
    struct value *first = sp - ip->a;
    return first - !value_is_absent(first[-1]);
}

// Calling a generator function or async def makes its frame and its generator.
static NOINLINE machine_step call_generating(struct vm *vm, struct frame *frame,
                                             const struct instr *ip, struct value *sp) {
    struct value *base = sp - ip->a - 2;
    struct function *function = function_of(*base);
    struct frame *callee = frame_reuse(vm, function->loaded);
    if (SELDOM(callee == NULL)) {
        GO_ON_IN(machine_call);
    }
    const struct value *first = first_argument(ip, sp);
    fill_head(callee, function);
    callee->back = NULL;
    callee->ip = function->loaded->instrs;
    callee->sp = fill_slots(callee, function, first, sp);
    fill_defaults(callee, function, (size_t)(sp - first));
    sp = base;
    SAVE();
    struct value generator = generator_new(vm, callee);
    if (value_is_error(generator)) {
        FAIL();
    }
    if (ip->op == OP_CALL_POP) {
        NEXT_DROP(generator);
    }
    *sp++ = generator;
    NEXT();
}

// A call that leaves parameters to their defaults.
static NOINLINE machine_step call_with_defaults(struct vm *vm, struct frame *frame,
                                                const struct instr *ip, struct value *sp) {
    struct value *base = sp - ip->a - 2;
    struct function *function = function_of(*base);
    struct frame *callee = frame_reuse(vm, function->loaded);
    if (SELDOM(callee == NULL)) {
        GO_ON_IN(machine_call);
    }
    frame->ip = ip;
    frame->sp = base;
    const struct value *first = first_argument(ip, sp);
    size_t count = (size_t)(sp - first);
    fill_head(callee, function);
    callee->back = frame;
    sp = fill_slots(callee, function, first, sp);
    fill_defaults(callee, function, count);
    vm->depth++;
    vm->frame = callee;
    frame = callee;
    ip = frame->loaded->instrs;
    if (frame->loaded->recorded) {
        GO_ON_IN(begin_recorded);
    }
    GO(ip);
}

// Calls from other instructions: __getitem__, properties.

bool machine_can_push(struct vm *vm, struct value callable, size_t count) {
    if (!value_is_exactly(callable, builtin(vm, BUILTIN_function)) ||
        vm->depth >= vm->options.recursion_limit) {
        return false;
    }
    const struct loaded *loaded = function_of(callable)->loaded;
    vm->pushed = function_of(callable);
    return loaded->plain && loaded->parameters == count && loaded->frame_class < VM_FRAME_CLASSES &&
           vm->free_frames[loaded->frame_class] != NULL;
}

machine_step machine_push(struct vm *vm, struct frame *frame, const struct instr *ip,
                          struct value *sp) {
    struct function *function = vm->pushed;
    struct frame *callee = frame_reuse(vm, function->loaded);
    const struct value *first = sp - function->loaded->parameters;
    frame->ip = ip;
    frame->sp = sp - function->loaded->parameters;
    function->head.refs++;
    fill_head(callee, function);
    callee->back = frame;
    sp = fill_slots(callee, function, first, sp);
    vm->depth++;
    vm->frame = callee;
    frame = callee;
    ip = frame->loaded->instrs;
    if (frame->loaded->recorded) {
        GO_ON_IN(begin_recorded);
    }
    GO(ip);
}

// What CALL does not do itself.
static NOINLINE machine_step call_otherwise(struct vm *vm, struct frame *frame,
                                            const struct instr *ip, struct value *sp) {
    struct value callable = sp[-(int)ip->a - 2];
    if (!value_is_exactly(callable, builtin(vm, BUILTIN_function))) {
        GO_ON_IN(machine_call);
    }
    const struct function *function = function_of(callable);
    size_t count = (size_t)(sp - first_argument(ip, sp));
    if (!function->loaded->simple || !are_enough(function, count)) {
        GO_ON_IN(machine_call);
    }
    if (!function->loaded->plain) {
        GO_ON_IN(call_generating);
    }
    if (SELDOM(vm->depth >= vm->options.recursion_limit)) {
        GO_ON_IN(machine_call);
    }
    GO_ON_IN(call_with_defaults);
}

HANDLER(CALL) {
    struct value *first = sp - ip->a;
    struct value callable = first[-2];
    if (!value_is_exactly(callable, builtin(vm, BUILTIN_function))) {
        GO_ON_IN(machine_call);
    }
    struct function *function = function_of(callable);
    struct loaded *loaded = function->loaded;
    first -= !value_is_absent(first[-1]);
    if (!loaded->plain || (size_t)(sp - first) != loaded->parameters ||
        SELDOM(vm->depth >= vm->options.recursion_limit)) {
        GO_ON_IN(call_otherwise);
    }
    struct frame *callee = frame_reuse(vm, loaded);
    if (SELDOM(callee == NULL)) {
        GO_ON_IN(machine_call);
    }
    frame->ip = ip;
    frame->sp = sp - ip->a - 2;
    fill_head(callee, function);
    callee->back = frame;
    sp = fill_slots(callee, function, first, sp);
    vm->depth++;
    vm->frame = callee;
    frame = callee;
    if (SELDOM(loaded->recorded)) {
        ip = loaded->instrs;
        GO_ON_IN(begin_recorded);
    }
    GO(loaded->instrs);
}

HANDLER(CALL_POP) {
    GO_ON_IN(op_CALL);
}
