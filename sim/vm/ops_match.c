// Pattern matching.
#include "vm/machine.h"
#include "vm/matching.h"

HANDLER(MATCH_SEQUENCE) {
    *sp = value_bool(matching_is_sequence(vm, sp[-1]));
    sp++;
    NEXT();
}

HANDLER(MATCH_MAPPING) {
    *sp = value_bool(matching_is_mapping(vm, sp[-1]));
    sp++;
    NEXT();
}

HANDLER(MATCH_KEYS) {
    SAVE();
    struct value values = matching_keys(vm, sp[-2], sp[-1]);
    if (value_is_error(values)) {
        FAIL();
    }
    *sp++ = values;
    NEXT();
}

HANDLER(MATCH_CLASS) {
    SAVE();
    struct value names = sp[-1], class = sp[-2], subject = sp[-3];
    struct value values = matching_class(vm, subject, class, ip->a, names);
    if (value_is_error(values)) {
        FAIL();
    }
    sp -= 2;
    sp[-1] = values;
    vm->victims[0] = names;
    vm->victims[1] = class;
    vm->victims[2] = subject;
    GO_ON_IN(machine_drop_three_next);
}

HANDLER(GET_LENGTH) {
    SAVE();
    ptrdiff_t length = vm_length(vm, sp[-1]);
    if (length < 0) {
        FAIL();
    }
    *sp++ = value_small(length);
    NEXT();
}
