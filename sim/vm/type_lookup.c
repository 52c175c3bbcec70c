// Looking attributes up on types, fast: what was found is remembered by version and name.
//
// Every type has a version, unique in the vm, that is renewed when an attribute of it or of one of
// its bases changes (type_changed, which must be called for each such change). So an entry of the
// cache whose version is still that of the type is true, and old entries need no clearing.
#include "vm/dict.h"
#include "vm/list.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/type.h"

bool type_is(struct value v) {
    return value_has_family(v, TYPE_TYPE);
}

bool type_is_subtype(const struct type *type, const struct type *base) {
    if (type == base) {
        return true;
    }
    if (value_is_absent(type->mro)) { // not ready yet: builtin types while the vm is made
        return type->base != NULL && type_is_subtype(type->base, base);
    }
    size_t count;
    const struct value *mro = sequence_items(type->mro, &count);
    struct value wanted = value_object(base);
    for (size_t i = 1; i < count; i++) {
        if (value_is(mro[i], wanted)) {
            return true;
        }
    }
    return false;
}

static struct value walk(const struct type *type, struct str *name) {
    size_t count;
    const struct value *mro = sequence_items(type->mro, &count);
    for (size_t i = 0; i < count; i++) {
        struct dict *attributes = type_of(mro[i])->attributes;
        struct value found = attributes == NULL ? VALUE_ABSENT : dict_get_str(attributes, name);
        if (!value_is_absent(found)) {
            return found;
        }
    }
    return VALUE_ABSENT;
}

struct value type_lookup(struct vm *vm, struct type *type, struct str *name) {
    if (value_is_absent(type->mro)) {
        return VALUE_ABSENT;
    }
    uint32_t mixed = type->version * 31u + name->head.serial;
    struct vm_lookup *entry = &vm->lookups[mixed % VM_LOOKUPS];
    if (entry->version == type->version && entry->name == name) {
        return entry->found;
    }
    struct value found = walk(type, name);
    if (name->interned && type->version != 0) {
        *entry = (struct vm_lookup){.name = name, .found = found, .version = type->version};
    }
    return found;
}

void type_changed(struct vm *vm, struct type *type) {
    type->version = ++vm->next_version;
    for (size_t i = 0; i < type->subclasses.count; i++) {
        type_changed(vm, type->subclasses.items[i]);
    }
}

bool type_adopt(struct vm *vm, struct type *base, struct type *type) {
    size_t count = base->subclasses.count, capacity = base->subclasses.capacity;
    if (count == capacity) {
        size_t wanted = capacity == 0 ? 4 : capacity * 2;
        struct type **items = heap_resize(vm, base->subclasses.items, capacity * sizeof *items,
                                          wanted * sizeof *items);
        if (items == NULL) {
            raise_memory(vm);
            return false;
        }
        base->subclasses.items = items;
        base->subclasses.capacity = wanted;
    }
    base->subclasses.items[base->subclasses.count++] = type;
    return true;
}

void type_disown(struct type *base, const struct type *type) {
    for (size_t i = 0; i < base->subclasses.count; i++) {
        if (base->subclasses.items[i] == type) {
            base->subclasses.count--;
            memmove(&base->subclasses.items[i], &base->subclasses.items[i + 1],
                    (base->subclasses.count - i) * sizeof(struct type *));
            return;
        }
    }
}
