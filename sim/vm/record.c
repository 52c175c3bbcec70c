// Numbers go on the tape as they are, all else as the id of its text. What shows an object for its
// whole life the same way is described once.
#include "vm/record.h"

#include "vm/str.h"

#define MEMO_MOST 64 // longer texts are seldom described twice
#define CHANGING                                                                                   \
    (TYPE_EXCEPTION | TYPE_INT | TYPE_STR | TYPE_LIST | TYPE_TUPLE | TYPE_DICT | TYPE_BYTES |      \
     TYPE_SET | TYPE_FLOAT)

static uint32_t describe_anew(struct vm *vm, struct value value) {
    struct buf buf = {0};
    vm_describe(vm, value, &buf);
    uint32_t text = tape_repr(vm->tape, buf_text(&buf), buf.length);
    buf_free(&buf);
    return text;
}

// Is the text that shows [value] always the same?
static bool never_changes(const struct vm *vm, struct value value) {
    if (!value_is_object(value)) {
        return false;
    }
    const struct type *type = value_to_object(value)->type;
    if (type == builtin(vm, BUILTIN_str)) {
        return str_of(value)->length <= MEMO_MOST;
    }
    if ((type->flags & TYPE_HEAP) != 0) { // shown as its class and its id
        return (type->flags & CHANGING) == 0;
    }
    return type == builtin(vm, BUILTIN_function) || type == builtin(vm, BUILTIN_coroutine) ||
           type == builtin(vm, BUILTIN_generator) || (type->flags & TYPE_TYPE) != 0;
}

// Such a text is remembered by the object's serial number.
static uint32_t describe_once(struct vm *vm, struct value value) {
    uint32_t serial = value_to_object(value)->serial;
    struct vm_text_memo *memo = &vm->text_memo[serial & (VM_TEXT_MEMOS - 1)];
    if (memo->serial != serial) {
        memo->text = describe_anew(vm, value);
        memo->serial = serial;
    }
    return memo->text;
}

// The id of the text that shows [value] on the tape.
static uint32_t describe(struct vm *vm, struct value value) {
    if (value_is_none(value)) {
        return TAPE_TEXT_NONE;
    }
    if (value_is_bool(value)) {
        return value_is(value, VALUE_TRUE) ? TAPE_TEXT_TRUE : TAPE_TEXT_FALSE;
    }
    const struct type *type = value_is_object(value) ? value_to_object(value)->type : NULL;
    uint32_t text = type != NULL && type->tape_text != NULL ? type->tape_text(vm, value) : 0;
    if (text != 0) {
        return text;
    }
    return never_changes(vm, value) ? describe_once(vm, value) : describe_anew(vm, value);
}

void record_store(struct vm *vm, uint32_t frame, uint32_t name, struct value value) {
    if (value_is_small(value)) {
        tape_set(vm->tape, TAPE_SET_INT, frame, name, (uint64_t)value_to_small(value));
    } else if (value_is_float(value)) {
        tape_set(vm->tape, TAPE_SET_FLOAT, frame, name, value.bits);
    } else {
        tape_set(vm->tape, TAPE_SET_TEXT, frame, name, describe(vm, value));
    }
}

void record_global(struct vm *vm, const struct frame *frame, uint32_t name, struct value value) {
    bool is_module = (frame->loaded->code->flags & CODE_MODULE) != 0;
    uint32_t number = is_module ? frame->number : vm->module_number;
    if (number != 0) {
        record_store(vm, number, name, value);
    }
}

uint32_t record_caller(const struct frame *frame) {
    for (frame = frame->back; frame != NULL; frame = frame->back) {
        if (frame->number != 0) {
            return frame->number;
        }
    }
    return 0;
}

static void record_parameters(struct vm *vm, const struct frame *frame) {
    const struct loaded *loaded = frame->loaded;
    for (unsigned i = 0; i < loaded->parameters; i++) {
        if (!value_is_absent(frame->slots[i])) {
            record_local(vm, frame, i, frame->slots[i]);
        }
    }
}

void record_call(struct vm *vm, struct frame *frame) {
    const struct loaded *loaded = frame->loaded;
    const struct code *code = loaded->code;
    frame->number = ++vm->frame_number;
    tape_call(vm->tape, frame->number, code->file_index, loaded->texts->function, code->first_line,
              record_caller(frame), vm->task);
    if ((code->flags & CODE_MODULE) != 0 && vm->module_number == 0) {
        vm->module_number = frame->number;
    }
    if (loaded->recorded_values) {
        record_parameters(vm, frame);
    }
}

static void module_ends(struct vm *vm, const struct frame *frame) {
    if (vm->module_number == frame->number) {
        vm->module_number = 0;
    }
}

void record_return(struct vm *vm, const struct frame *frame, struct value result) {
    module_ends(vm, frame);
    if (value_is_small(result)) {
        tape_return(vm->tape, TAPE_RETURN_INT, frame->number, (uint64_t)value_to_small(result));
    } else if (value_is_float(result)) {
        tape_return(vm->tape, TAPE_RETURN_FLOAT, frame->number, result.bits);
    } else {
        tape_return(vm->tape, TAPE_RETURN_TEXT, frame->number, describe(vm, result));
    }
}

void record_raise(struct vm *vm, const struct frame *frame, struct value exception) {
    module_ends(vm, frame);
    tape_raise(vm->tape, frame->number, describe(vm, exception));
}
