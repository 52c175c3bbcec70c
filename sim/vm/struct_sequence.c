// The names of the fields are the type's __match_args__; attributes are looked up there.
#include "vm/struct_sequence.h"

#include "vm/builtin.h"
#include "vm/dict.h"
#include "vm/instance.h"
#include "vm/list.h"
#include "vm/native.h"
#include "vm/raise.h"
#include "vm/sequence.h"
#include "vm/str.h"
#include "vm/type.h"

static const char fields_name[] = "__match_args__";

static const struct tuple *fields_of(struct vm *vm, struct value self) {
    return tuple_of(dict_get_name(vm, value_type(vm, self)->attributes, fields_name));
}

static struct value get_attribute(struct vm *vm, struct value self, struct str *name) {
    const struct tuple *fields = fields_of(vm, self);
    for (size_t i = 0; i < fields->count; i++) {
        if (str_equal(str_of(fields->items[i]), name)) {
            return value_keep(tuple_of(self)->items[i]);
        }
    }
    return instance_get_attribute(vm, self, name);
}

static bool put_fields(struct vm *vm, struct value self, struct buf *out) {
    const struct tuple *fields = fields_of(vm, self);
    for (size_t i = 0; i < fields->count; i++) {
        buf_printf(out, "%s%s=", i > 0 ? ", " : "", str_of(fields->items[i])->text);
        if (!sequence_put_repr(vm, tuple_of(self)->items[i], out)) {
            return false;
        }
    }
    return true;
}

static struct value repr(struct vm *vm, struct value self) {
    struct buf out = {0};
    buf_printf(&out, "%s(", value_type(vm, self)->name);
    bool done = put_fields(vm, self, &out);
    buf_putc(&out, ')');
    if (!done) {
        buf_free(&out);
        return VALUE_ERROR;
    }
    return str_take(vm, &out);
}

static struct value create(struct vm *vm, struct type *type, const struct call *call) {
    (void)call;
    return raise_error(vm, EXCEPTION_TypeError, "cannot create '%s' instances", type->name);
}

static struct value field_names(struct vm *vm, const char *const *fields) {
    struct value list = list_new(vm, NULL, 0);
    for (; !value_is_error(list) && *fields != NULL; fields++) {
        struct value name = str_from(vm, *fields);
        if (value_is_error(name) || !list_append(vm, list_of(list), name)) {
            value_replace(vm, &list, VALUE_ERROR);
        }
        value_drop(vm, name);
    }
    struct value tuple = value_is_error(list) ? list : tuple_from(vm, list);
    value_drop(vm, list);
    return tuple;
}

struct type *struct_sequence_type(struct vm *vm, const char *name, const char *const *fields) {
    struct type *type = type_new_builtin(vm, name, builtin(vm, BUILTIN_tuple));
    if (type == NULL) {
        return NULL;
    }
    type->create = create;
    type->repr = repr;
    type->get_attribute = get_attribute;
    struct value names = field_names(vm, fields);
    bool done = !value_is_error(names) && type_ready(vm, type, NULL) &&
                type_add(vm, type, fields_name, names);
    value_drop(vm, names);
    return done ? type : NULL;
}

struct value struct_sequence_new(struct vm *vm, struct type *type, struct value *items,
                                 size_t count) {
    bool failed = type == NULL;
    for (size_t i = 0; i < count; i++) {
        failed = failed || value_is_error(items[i]);
    }
    struct tuple *tuple = failed ? NULL : tuple_make(vm, type, count);
    for (size_t i = 0; i < count; i++) {
        if (tuple == NULL) {
            value_drop(vm, items[i]);
        } else {
            tuple->items[i] = items[i];
        }
    }
    return tuple == NULL ? VALUE_ERROR : value_object(tuple);
}
