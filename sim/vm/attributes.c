// Reading and setting attributes of any value by name.
#include "vm/instance.h"
#include "vm/raise.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/type.h"

// The one interned str with the text of [name], borrowed; NULL with MemoryError raised.
static struct str *interned(struct vm *vm, struct str *name) {
    if (name->interned) {
        return name;
    }
    struct value one = str_intern(vm, name->text, name->length);
    value_drop(vm, one); // the vm keeps it
    return value_is_error(one) ? NULL : str_of(one);
}

static struct str *interned_text(struct vm *vm, const char *name) {
    struct value one = str_intern(vm, name, strlen(name));
    value_drop(vm, one); // the vm keeps it
    return value_is_error(one) ? NULL : str_of(one);
}

struct value vm_get_attribute_str(struct vm *vm, struct value object, struct str *name) {
    name = interned(vm, name);
    return name == NULL ? VALUE_ERROR : value_type(vm, object)->get_attribute(vm, object, name);
}

struct value vm_get_attribute(struct vm *vm, struct value object, const char *name) {
    struct str *key = interned_text(vm, name);
    return key == NULL ? VALUE_ERROR : vm_get_attribute_str(vm, object, key);
}

struct value vm_find_attribute_str(struct vm *vm, struct value object, struct str *name) {
    name = interned(vm, name);
    if (name == NULL) {
        return VALUE_ERROR;
    }
    const struct type *type = value_type(vm, object);
    if (type->get_attribute == instance_get_attribute) {
        struct value found = instance_find_attribute(vm, object, name);
        bool missing = value_is_error(found) && raised_clear(vm, EXCEPTION_AttributeError);
        return missing ? VALUE_ABSENT : found;
    }
    struct value found = type->get_attribute == type_get_attribute_slot
                             ? type_find_attribute(vm, object, name)
                             : type->get_attribute(vm, object, name);
    if (value_is_error(found) && raised_clear(vm, EXCEPTION_AttributeError)) {
        return VALUE_ABSENT;
    }
    return found;
}

struct value vm_find_attribute(struct vm *vm, struct value object, const char *name) {
    struct str *key = interned_text(vm, name);
    return key == NULL ? VALUE_ERROR : vm_find_attribute_str(vm, object, key);
}

bool vm_set_attribute_str(struct vm *vm, struct value object, struct str *name, struct value v) {
    name = interned(vm, name);
    return name != NULL && value_type(vm, object)->set_attribute(vm, object, name, v);
}

bool vm_set_attribute(struct vm *vm, struct value object, const char *name, struct value v) {
    struct str *key = interned_text(vm, name);
    return key != NULL && vm_set_attribute_str(vm, object, key, v);
}
