// An entry keeps its frame's object, and so the frame's variables: they die with the exception.
#include "vm/traceback.h"

#include "vm/exception.h"
#include "vm/native.h"
#include "vm/state.h"

void traceback_add(struct vm *vm, struct value exception, struct frame *frame) {
    struct value raised_before = raised_take(vm); // running out of memory here must not replace it
    struct value seen = frame_object_of(vm, frame);
    struct traceback *entry = object_new(vm, builtin(vm, BUILTIN_traceback), sizeof *entry);
    value_replace(vm, &vm->raised, raised_before);
    if (entry == NULL) {
        value_drop(vm, seen);
        return;
    }
    struct exception *object = exception_of(exception);
    entry->next = object->traceback;
    entry->frame = value_is_error(seen) ? VALUE_NONE : seen;
    entry->loaded = frame->loaded;
    value_keep(value_object(frame->loaded));
    entry->instr = frame_instr(frame);
    object->traceback = value_object(entry);
}

static void traceback_free(struct vm *vm, struct object *object) {
    struct traceback *entry = (struct traceback *)object;
    value_drop(vm, entry->next);
    value_drop(vm, entry->frame);
    value_drop(vm, value_object(entry->loaded));
}

static struct value get_next(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    struct value next = traceback_of(self)->next;
    return value_is_absent(next) ? VALUE_NONE : value_keep(next);
}

static struct value set_next(struct vm *vm, struct value self, const struct call *call) {
    struct value next = call->count == 0 ? VALUE_NONE : call->args[0];
    if (!value_is_none(next) && !value_is_exactly(next, builtin(vm, BUILTIN_traceback))) {
        return raise_error(vm, EXCEPTION_TypeError, "expected traceback object, got '%s'",
                           value_type(vm, next)->name);
    }
    value_replace(vm, &traceback_of(self)->next,
                  value_is_none(next) ? VALUE_ABSENT : value_keep(next));
    return VALUE_NONE;
}

static struct value get_line(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    struct traceback *entry = traceback_of(self);
    return value_small(loaded_position(entry->loaded, entry->instr)->line);
}

static struct value get_instr(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_small(traceback_of(self)->instr * 2);
}

static struct value get_frame(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(traceback_of(self)->frame);
}

static const struct native traceback_attributes[] = {
    {"tb_next", get_next, NATIVE_GETTER, set_next},
    {"tb_lineno", get_line, NATIVE_GETTER, NULL},
    {"tb_lasti", get_instr, NATIVE_GETTER, NULL},
    {"tb_frame", get_frame, NATIVE_GETTER, NULL},
    {0},
};

bool traceback_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct traceback);
    type->free = traceback_free;
    return type_ready(vm, type, traceback_attributes);
}
