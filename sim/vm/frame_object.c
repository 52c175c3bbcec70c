// Frames as Python sees them: tb_frame, sys._getframe, gi_frame.
//
// While a frame lives, its object only points to it. When the frame ends first, the object takes it
// over, with its variables: this is how a traceback keeps them alive, as in CPython. vm->seen lists
// the objects; a frame knows the place of its own.
#include "vm/frame.h"

#include "vm/dict.h"
#include "vm/native.h"
#include "vm/state.h"
#include "vm/str.h"

struct frame_object {
    struct object head;
    struct frame *frame;
    uint32_t place; // in vm->seen
    bool owns;      // the frame has ended
};

static struct frame_object *frame_object(struct value v) {
    return (struct frame_object *)value_to_object(v);
}

static struct frame *frame_of(struct value v) {
    return frame_object(v)->frame;
}

static bool seen_grow(struct vm *vm) {
    size_t capacity = vm->seen_capacity == 0 ? 32 : vm->seen_capacity * (size_t)2;
    size_t size = sizeof *vm->seen;
    void *grown = heap_resize(vm, (void *)vm->seen, vm->seen_capacity * size, capacity * size);
    if (grown == NULL) {
        return false;
    }
    vm->seen = grown;
    vm->seen_capacity = (uint32_t)capacity;
    return true;
}

// Gives the object a place in vm->seen: one that is free again, or the next.
static bool seen_add(struct vm *vm, struct frame_object *object) {
    object->place = vm->seen_free;
    while (object->place < vm->seen_count && vm->seen[object->place] != NULL) {
        object->place++;
    }
    if (object->place == vm->seen_capacity && !seen_grow(vm)) {
        return false;
    }
    vm->seen_count += object->place == vm->seen_count;
    vm->seen_free = object->place + 1;
    vm->seen[object->place] = object;
    return true;
}

static void seen_remove(struct vm *vm, const struct frame_object *object) {
    vm->seen[object->place] = NULL;
    if (object->place < vm->seen_free) {
        vm->seen_free = object->place;
    }
}

struct value frame_object_of(struct vm *vm, struct frame *frame) {
    if ((frame->ending & FRAME_SEEN) != 0) {
        return value_keep(value_object(vm->seen[frame->ending >> FRAME_SEEN_SHIFT]));
    }
    struct frame_object *object = object_new(vm, builtin(vm, BUILTIN_frame), sizeof *object);
    if (object == NULL) {
        return VALUE_ERROR;
    }
    object->frame = frame;
    if (!seen_add(vm, object)) {
        object->frame = NULL;
        value_drop(vm, value_object(object));
        return raise_memory(vm);
    }
    frame->ending |= FRAME_SEEN | object->place << FRAME_SEEN_SHIFT;
    return value_object(object);
}

void frame_object_take(struct vm *vm, struct frame *frame) {
    struct frame_object *object = vm->seen[frame->ending >> FRAME_SEEN_SHIFT];
    object->owns = true;
    frame->back = NULL;
    seen_remove(vm, object);
    frame->ending = FRAME_PUSHES;
}

static void frame_object_free(struct vm *vm, struct object *self) {
    struct frame_object *object = (struct frame_object *)self;
    if (object->owns) {
        frame_free(vm, object->frame);
    } else if (object->frame != NULL) {
        seen_remove(vm, object);
        object->frame->ending &= FRAME_SEEN - 1u;
    }
}

static struct value frame_object_repr(struct vm *vm, struct value self) {
    const struct frame *frame = frame_of(self);
    const struct code *code = frame->loaded->code;
    return str_format(vm, "<frame at 0x%llx, file '%s', line %u, code %s>",
                      (unsigned long long)vm_id(self), code->file, (unsigned)frame_line(frame),
                      code->name->text);
}

static struct value get_code(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(value_object(frame_of(self)->loaded));
}

static struct value get_line(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_small(frame_line(frame_of(self)));
}

static struct value get_back(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    struct frame *back = frame_of(self)->back;
    return back == NULL ? VALUE_NONE : frame_object_of(vm, back);
}

static struct value get_globals(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(value_object(frame_of(self)->loaded->globals));
}

static struct value get_locals(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return frame_locals(vm, frame_of(self));
}

static struct value get_instr(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_small(frame_instr(frame_of(self)) * 2);
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
