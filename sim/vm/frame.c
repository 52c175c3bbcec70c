#include "vm/frame.h"

#include "vm/dict.h"
#include "vm/list.h"
#include "vm/machine.h"
#include "vm/record.h"
#include "vm/state.h"
#include "vm/str.h"

#define CLASS_GRAIN 32 // frame sizes are rounded up to multiples of it

// Which list frames of [size] bytes belong to; VM_FRAME_CLASSES or more: none.
static size_t frame_class(uint32_t size) {
#ifdef LOOPSCOPE_SANITIZE
    return VM_FRAME_CLASSES + size; // AddressSanitizer shall see each frame end
#endif
    return (size + CLASS_GRAIN - 1) / CLASS_GRAIN;
}

static struct frame *frame_take(struct vm *vm, uint32_t size) {
    size_t class = frame_class(size);
    if (class >= VM_FRAME_CLASSES) {
        return heap_alloc(vm, size);
    }
    struct frame *frame = vm->free_frames[class];
    if (frame != NULL) {
        vm->free_frames[class] = frame->back;
        return frame;
    }
    return heap_alloc(vm, class * CLASS_GRAIN);
}

static void frame_give_back(struct vm *vm, struct frame *frame, uint32_t size) {
    size_t class = frame_class(size);
    if (class >= VM_FRAME_CLASSES) {
        heap_free(vm, frame, size);
        return;
    }
    frame->back = vm->free_frames[class];
    vm->free_frames[class] = frame;
}

struct frame *frame_new(struct vm *vm, struct function *function) {
    struct loaded *loaded = function->loaded;
    if (!loaded->prepared && !loaded_prepare(vm, loaded)) {
        return NULL;
    }
    struct frame *frame = frame_take(vm, loaded->frame_size);
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

void frame_clear(struct vm *vm, struct frame *frame) {
    struct value *stack = frame_stack(frame);
    while (frame->sp > stack) {
        value_drop(vm, *--frame->sp);
    }
    for (struct value *slot = frame->slots; slot < stack; slot++) {
        value_replace(vm, slot, VALUE_ABSENT);
    }
    if ((frame->ending & FRAME_GENERATES) == 0) {
        value_replace(vm, &frame->held, VALUE_ABSENT);
    }
    value_replace(vm, &frame->handled, VALUE_ABSENT);
}

void frame_free(struct vm *vm, struct frame *frame) {
    frame_clear(vm, frame);
    struct function *function = frame->function;
    frame_give_back(vm, frame, frame->loaded->frame_size);
    value_drop(vm, value_object(function));
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
