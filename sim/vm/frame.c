// Frames are cut to the size of their code and used again: a call costs no allocation.
#include "vm/frame.h"

#include "vm/dict.h"
#include "vm/list.h"
#include "vm/machine.h"
#include "vm/record.h"
#include "vm/state.h"
#include "vm/str.h"

static size_t memory_size(const struct loaded *loaded) {
    return loaded->frame_class < VM_FRAME_CLASSES ? loaded->frame_class * VM_FRAME_GRAIN
                                                  : loaded->frame_size;
}

struct frame *frame_new(struct vm *vm, struct function *function) {
    struct loaded *loaded = function->loaded;
    if (!loaded->prepared && !loaded_prepare(vm, loaded)) {
        return NULL;
    }
    struct frame *frame = frame_reuse(vm, loaded);
    if (frame == NULL) {
        frame = heap_alloc(vm, memory_size(loaded));
    }
    if (frame == NULL) {
        raise_memory(vm);
        return NULL;
    }
    uint32_t slot_count = loaded->code->slot_count;
    frame->back = NULL;
    frame->ip = loaded->instrs;
    frame->sp = frame->slots + slot_count;
    frame->loaded = loaded;
    frame->function = function;
    function->head.refs++;
    frame->handled = VALUE_ABSENT;
    frame->held = VALUE_ABSENT;
    frame->number = 0;
    frame->ending = FRAME_PUSHES;
    for (uint32_t i = 0; i < loaded->first_free; i++) {
        frame->slots[i] = VALUE_ABSENT;
    }
    for (uint32_t i = loaded->first_free; i < slot_count; i++) {
        frame->slots[i] = value_keep(tuple_of(function->closure)->items[i - loaded->first_free]);
    }
    return frame;
}

bool frame_push(struct vm *vm, struct frame *frame) {
    if (SELDOM(vm->depth >= vm->options.recursion_limit)) {
        frame_free(vm, frame);
        raise_error(vm, EXCEPTION_RecursionError, "maximum recursion depth exceeded");
        return false;
    }
    vm->depth++;
    frame->back = vm->frame;
    vm->frame = frame;
    vm->ip = frame->loaded->instrs;
    if (frame->loaded->recorded) {
        record_call(vm, frame);
    }
    return true;
}

static void clear_stack(struct vm *vm, struct frame *frame) {
    struct value *stack = frame_stack(frame);
    while (frame->sp > stack) {
        value_drop(vm, *--frame->sp);
    }
    if ((frame->ending & FRAME_GENERATES) != 0) {
        frame->ending &= ~(uint32_t)FRAME_GENERATES;
        frame->held = VALUE_ABSENT;
    }
    value_replace(vm, &frame->held, VALUE_ABSENT);
    value_replace(vm, &frame->handled, VALUE_ABSENT);
}

static void clear_slots(struct vm *vm, struct frame *frame) {
    for (struct value *slot = frame->slots; slot < frame_stack(frame); slot++) {
        value_replace(vm, slot, VALUE_ABSENT);
    }
}

void frame_free(struct vm *vm, struct frame *frame) {
    clear_stack(vm, frame);
    clear_slots(vm, frame);
    struct function *function = frame->function;
    if (!frame_recycle(vm, frame)) {
        heap_free(vm, frame, memory_size(frame->loaded));
    }
    value_drop(vm, value_object(function));
}

void frame_end(struct vm *vm, struct frame *frame) {
    if (SELDOM((frame->ending & FRAME_SEEN) != 0)) {
        clear_stack(vm, frame);
        frame_object_take(vm, frame);
    } else {
        frame_free(vm, frame);
    }
}

uint32_t frame_instr(const struct frame *frame) {
    return (uint32_t)(frame->ip - frame->loaded->instrs);
}

int frame_line(const struct frame *frame) {
    return (int)loaded_position(frame->loaded, frame_instr(frame))->line;
}

struct frame *frame_current(struct vm *vm, int up) {
    struct frame *frame = vm->frame;
    while (frame != NULL && up-- > 0) {
        frame = frame->back;
    }
    return frame;
}

struct dict *frame_globals(struct vm *vm) {
    return vm->frame == NULL ? NULL : vm->frame->loaded->globals;
}

struct value vm_handled(struct vm *vm) {
    for (const struct frame *frame = vm->frame; frame != NULL; frame = frame->back) {
        if (!value_is_absent(frame->handled)) {
            return frame->handled;
        }
    }
    return VALUE_ABSENT;
}

// What a variable holds: through its cell, if it is in one.
static struct value slot_value(struct vm *vm, const struct frame *frame, uint32_t index) {
    enum slot_kind kind = frame->loaded->code->slots[index].kind;
    struct value value = frame->slots[index];
    bool in_cell = (kind == SLOT_CELL || kind == SLOT_FREE) &&
                   value_is_exactly(value, builtin(vm, BUILTIN_cell));
    return in_cell ? cell_of(value)->value : value;
}

static struct value slots_as_dict(struct vm *vm, const struct frame *frame) {
    struct value dict = dict_new(vm);
    const struct code *code = frame->loaded->code;
    for (uint32_t i = 0; i < code->slot_count && !value_is_error(dict); i++) {
        struct value value = slot_value(vm, frame, i);
        if (code->slots[i].kind == SLOT_HIDDEN || value_is_absent(value)) {
            continue;
        }
        struct value name = str_intern_name(vm, code->slots[i].name);
        bool is_set = !value_is_error(name) && dict_set_str(vm, dict_of(dict), str_of(name), value);
        value_drop(vm, name);
        if (!is_set) {
            value_drop(vm, dict);
            return VALUE_ERROR;
        }
    }
    return dict;
}

struct value frame_locals(struct vm *vm, struct frame *frame) {
    const struct code *code = frame->loaded->code;
    if ((code->flags & CODE_CLASS) != 0) {
        return value_keep(frame->held);
    }
    if ((code->flags & CODE_OPTIMIZED) == 0) {
        return value_keep(value_object(frame->loaded->globals));
    }
    return slots_as_dict(vm, frame);
}
