// The builtin types of one vm: builtin(vm, BUILTIN_str) is its str.
#ifndef VM_BUILTIN_H
#define VM_BUILTIN_H

#include "vm/object.h"

enum builtin_type {
#define BUILTIN(identifier, name, base) BUILTIN_##identifier,
#include "vm/types.def"
#undef BUILTIN
    BUILTIN_COUNT
};

// Every struct vm begins with these, so that looking one up is one load.
struct vm_types {
    struct type *types[BUILTIN_COUNT];
};

static inline struct type *builtin(const struct vm *vm, enum builtin_type type) {
    return ((const struct vm_types *)vm)->types[type];
}

#define BUILTIN(identifier, name, base)                                                            \
    bool identifier##_type_ready(struct vm *vm, struct type *type);
#include "vm/types.def"
#undef BUILTIN

#endif
