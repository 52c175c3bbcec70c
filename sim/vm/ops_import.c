// Imports.
#include "vm/import.h"
#include "vm/machine.h"

HANDLER(IMPORT) {
    SAVE();
    struct value names = sp[-1];
    struct value module = import_name(vm, NAME(ip->a), ip->sub, names);
    if (value_is_error(module)) {
        FAIL();
    }
    sp[-1] = module;
    NEXT_DROP(names);
}

HANDLER(IMPORT_FROM) {
    SAVE();
    struct value found = import_from(vm, sp[-1], NAME(ip->a));
    if (value_is_error(found)) {
        FAIL();
    }
    *sp++ = found;
    NEXT();
}

HANDLER(IMPORT_STAR) {
    SAVE();
    struct value module = sp[-1];
    if (!import_star(vm, module, frame->loaded->globals)) {
        FAIL();
    }
    sp--;
    NEXT_DROP(module);
}
