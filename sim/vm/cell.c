// Cells: a variable that several functions share, as struct cell (function.h).
#include "vm/function.h"
#include "vm/native.h"
#include "vm/state.h"
#include "vm/str.h"

struct value cell_new(struct vm *vm, struct value value) {
    struct cell *cell = object_new(vm, builtin(vm, BUILTIN_cell), sizeof *cell);
    if (cell == NULL) {
        return VALUE_ERROR;
    }
    cell->value = value_keep(value);
    return value_object(cell);
}

static void cell_free(struct vm *vm, struct object *object) {
    value_drop(vm, ((struct cell *)object)->value);
}

static struct value cell_repr(struct vm *vm, struct value self) {
    struct value value = cell_of(self)->value;
    unsigned long long id = (unsigned long long)vm_id(self);
    if (value_is_absent(value)) {
        return str_format(vm, "<cell at 0x%llx: empty>", id);
    }
    unsigned long long held = vm_id(value);
    return str_format(vm, "<cell at 0x%llx: %s object at 0x%llx>", id, value_type(vm, value)->name,
                      held);
}

static struct value get_contents(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    struct value value = cell_of(self)->value;
    return value_is_absent(value) ? raise_error(vm, EXCEPTION_ValueError, "cell is empty")
                                  : value_keep(value);
}

static struct value set_contents(struct vm *vm, struct value self, const struct call *call) {
    struct value value = call->count == 0 ? VALUE_ABSENT : call->args[0];
    value_replace(vm, &cell_of(self)->value, value_keep(value));
    return VALUE_NONE;
}

static const struct native cell_attributes[] = {
    {"cell_contents", get_contents, NATIVE_GETTER, set_contents},
    {0},
};

bool cell_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct cell);
    type->free = cell_free;
    type->repr = cell_repr;
    return type_ready(vm, type, cell_attributes);
}
