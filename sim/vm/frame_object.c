// Frames as Python sees them (sys._getframe, tb_frame, gi_frame): a picture of where a frame stood
// when it was asked for, since the frame itself may end at any time.
#include "vm/frame.h"

#include "vm/dict.h"
#include "vm/native.h"
#include "vm/state.h"
#include "vm/str.h"

struct frame_object {
    struct object head;
    struct loaded *loaded; // kept
    uint32_t instr, line;
    struct value back;   // frame object or None
    struct value locals; // dict; ABSENT: not known any more
};

struct value frame_object_new(struct vm *vm, struct loaded *loaded, uint32_t instr) {
    struct frame_object *object = object_new(vm, builtin(vm, BUILTIN_frame), sizeof *object);
    if (object == NULL) {
        return VALUE_ERROR;
    }
    value_keep(value_object(loaded));
    object->loaded = loaded;
    object->instr = instr;
    object->line = loaded_position(loaded, instr)->line;
    object->back = VALUE_NONE;
    object->locals = VALUE_ABSENT;
    return value_object(object);
}

struct value frame_object_of(struct vm *vm, struct frame *frame) {
    struct value made = frame_object_new(vm, frame->loaded, frame_instr(frame));
    if (value_is_error(made)) {
        return made;
    }
    struct frame_object *object = (struct frame_object *)value_to_object(made);
    object->line = (uint32_t)frame_line(frame);
    object->locals = frame_locals(vm, frame);
    object->back = value_is_error(object->locals) ? VALUE_ERROR : VALUE_NONE;
    if (frame->back != NULL && !value_is_error(object->back)) {
        object->back = frame_object_of(vm, frame->back);
    }
    if (value_is_error(object->back)) {
        value_drop(vm, made);
        return VALUE_ERROR;
    }
    return made;
}

static struct frame_object *frame_object(struct value v) {
    return (struct frame_object *)value_to_object(v);
}

static void frame_object_free(struct vm *vm, struct object *object) {
    struct frame_object *frame = (struct frame_object *)object;
    value_drop(vm, frame->back);
    value_drop(vm, frame->locals);
    value_drop(vm, value_object(frame->loaded));
}

static struct value frame_object_repr(struct vm *vm, struct value self) {
    const struct frame_object *frame = frame_object(self);
    const struct code *code = frame->loaded->code;
    return str_format(vm, "<frame at 0x%llx, file '%s', line %u, code %s>",
                      (unsigned long long)vm_id(self), code->file, frame->line, code->name->text);
}

static struct value get_code(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(value_object(frame_object(self)->loaded));
}

static struct value get_line(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_small(frame_object(self)->line);
}

static struct value get_back(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(frame_object(self)->back);
}

static struct value get_globals(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(value_object(frame_object(self)->loaded->globals));
}

static struct value get_locals(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    struct value locals = frame_object(self)->locals;
    return value_is_absent(locals) ? dict_new(vm) : value_keep(locals);
}

static struct value get_instr(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_small(frame_object(self)->instr * 2);
}

static struct value clear(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)self, (void)call;
    return VALUE_NONE;
}

static const struct native frame_attributes[] = {
    {"f_code", get_code, NATIVE_GETTER, NULL},
    {"f_lineno", get_line, NATIVE_GETTER, NULL},
    {"f_lasti", get_instr, NATIVE_GETTER, NULL},
    {"f_back", get_back, NATIVE_GETTER, NULL},
    {"f_globals", get_globals, NATIVE_GETTER, NULL},
    {"f_locals", get_locals, NATIVE_GETTER, NULL},
    {"clear", clear, NATIVE_PLAIN, NULL},
    {0},
};

bool frame_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct frame_object);
    type->free = frame_object_free;
    type->repr = frame_object_repr;
    return type_ready(vm, type, frame_attributes);
}
