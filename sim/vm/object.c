// Making and freeing objects.
//
// An object whose last reference goes is freed at once, as in CPython. What it keeps is dropped by
// its type's [free], which may free further objects, and so on: beyond FREE_DEEPEST the rest waits
// in a list, so that a chain of a million links needs no deep C stack.
#include "vm/object.h"

#include "base/vec.h"
#include "vm/finalize.h"
#include "vm/native.h"
#include "vm/state.h"

#define FREE_DEEPEST 100

// What lies before an object: values of __slots__, not set yet, and perhaps its dict.
static void clear_prefix(const struct type *type, char *memory) {
    for (unsigned at = 0; at < type->prefix; at += sizeof(struct value)) {
        bool is_dict = type->dict_offset == (int)at - (int)type->prefix;
        struct value empty = is_dict ? (struct value){0} : VALUE_ABSENT;
        memcpy(memory + at, &empty, sizeof empty);
    }
}

// heap_alloc and heap_free, with their usual way in line.
static inline void *take(struct vm *vm, size_t size) {
    void *memory = size <= HEAP_SMALL_MOST ? heap_take(&vm->heap, heap_class(size)) : NULL;
    return memory != NULL ? memory : heap_alloc(vm, size);
}

static inline void give_back(struct vm *vm, void *memory, size_t size) {
    if (size <= HEAP_SMALL_MOST) {
        heap_lay_aside(&vm->heap, memory, heap_class(size));
    } else {
        heap_free(vm, memory, size);
    }
}

void *object_new(struct vm *vm, struct type *type, size_t size) {
    char *memory = take(vm, type->prefix + size);
    if (memory == NULL) {
        raise_memory(vm);
        return NULL;
    }
    memset(memory + type->prefix, 0, size);
    if (type->prefix != 0) {
        clear_prefix(type, memory);
    }
    struct object *object = (struct object *)(void *)(memory + type->prefix);
    object->type = type;
    object->refs = 1;
    object->serial = ++vm->next_serial;
    vm->live++;
    if ((type->flags & TYPE_HEAP) != 0) {
        type->head.refs++;
    }
    return object;
}

// Lets the type's finalize run; false if the object lives on.
static bool finalize_natively(struct vm *vm, struct object *object) {
    object->refs = 1;
    object->type->finalize(vm, object);
    return --object->refs == 0;
}

static void free_one(struct vm *vm, struct object *object) {
    struct type *type = object->type;
    if ((type->flags & TYPE_FINALIZE) != 0 && !finalize(vm, object)) {
        return;
    }
    if (type->finalize != NULL && !finalize_natively(vm, object)) {
        return;
    }
    size_t size = type->measure != NULL ? type->measure(object) : type->size;
    if (type->free != NULL) {
        type->free(vm, object);
    }
    give_back(vm, (char *)object - type->prefix, type->prefix + size);
    vm->live--;
    if ((type->flags & TYPE_HEAP) != 0) {
        value_drop(vm, value_object(type));
    }
}

void object_free(struct vm *vm, struct object *object) {
    if (vm->free_depth >= FREE_DEEPEST) {
        struct doomed *doomed = &vm->doomed;
        *vec_push(doomed) = object;
        return;
    }
    vm->free_depth++;
    free_one(vm, object);
    while (vm->free_depth == 1 && vm->doomed.count > 0) {
        free_one(vm, vec_pop(&vm->doomed));
    }
    vm->free_depth--;
}

struct type *value_type(struct vm *vm, struct value v) {
    if (value_is_object(v)) {
        return value_to_object(v)->type;
    }
    if (value_is_small(v)) {
        return builtin(vm, BUILTIN_int);
    }
    if (value_is_float(v)) {
        return builtin(vm, BUILTIN_float);
    }
    if (value_is_bool(v)) {
        return builtin(vm, BUILTIN_bool);
    }
    return builtin(vm, value_is_none(v)              ? BUILTIN_none
                       : value_is(v, VALUE_ELLIPSIS) ? BUILTIN_ellipsis
                                                     : BUILTIN_not_implemented);
}
