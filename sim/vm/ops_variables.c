// Local variables, and cells that closures share. Names are in ops_names.c.
#include "vm/exception.h"
#include "vm/machine.h"
#include "vm/record.h"
#include "vm/str.h"
#include "vm/unbound.h"

// The variable of this slot has no value.
SLOWLY(unbound) {
    unbound_local(vm, frame, ip->a);
    FAIL();
}

HANDLER(LOAD_LOCAL) {
    struct value x = frame->slots[ip->a];
    if (SELDOM(value_is_absent(x))) {
        GO_ON_IN(unbound);
    }
    *sp++ = value_keep(x);
    NEXT();
}

HANDLER(LOAD_LOCAL_RAW) {
    *sp++ = value_keep(frame->slots[ip->a]);
    NEXT();
}

HANDLER(LOAD_LOCAL_ABSENT) {
    *sp++ = value_keep(frame->slots[ip->a]);
    *sp++ = VALUE_ABSENT;
    NEXT();
}

HANDLER(LOAD_TWO) {
    sp[0] = value_keep(frame->slots[ip->a]);
    sp[1] = value_keep(frame->slots[ip->b]);
    sp += 2;
    NEXT();
}

HANDLER(LOAD_LOCAL_CONST) {
    sp[0] = value_keep(frame->slots[ip->a]);
    sp[1] = value_keep(CONST(ip->b));
    sp += 2;
    NEXT();
}

HANDLER(STORE_LOCAL) {
    struct value old = frame->slots[ip->a];
    frame->slots[ip->a] = *--sp;
    NEXT_DROP(old);
}

HANDLER(STORE_LOCAL_RAW) {
    struct value old = frame->slots[ip->a];
    frame->slots[ip->a] = *--sp;
    NEXT_DROP(old);
}

// Of STORE_LOCAL_RECORDED, for what is no number.
SLOWLY(store_recorded) {
    struct value old = frame->slots[ip->a];
    frame->slots[ip->a] = *--sp;
    record_local(vm, frame, ip->a, frame->slots[ip->a]);
    NEXT_DROP(old);
}

static inline bool is_number(struct value x) {
    return value_is_small(x) || value_is_float(x);
}

HANDLER(STORE_LOCAL_RECORDED) {
    struct value x = sp[-1];
    if (!is_number(x) || SELDOM(!record_has_room(vm, frame, ip->a))) {
        GO_ON_IN(store_recorded);
    }
    sp--;
    struct value old = frame->slots[ip->a];
    frame->slots[ip->a] = x;
    record_number(vm, frame, ip->a, x);
    NEXT_DROP(old);
}

HANDLER(MOVE_LOCAL) {
    struct value old = frame->slots[ip->b];
    frame->slots[ip->b] = value_keep(frame->slots[ip->a]);
    NEXT_DROP(old);
}

HANDLER(MOVE_LOCAL_RECORDED) {
    struct value old = frame->slots[ip->b];
    frame->slots[ip->b] = value_keep(frame->slots[ip->a]);
    record_local(vm, frame, ip->b, frame->slots[ip->b]);
    NEXT_DROP(old);
}

HANDLER(STORE_CONST) {
    struct value old = frame->slots[ip->b];
    frame->slots[ip->b] = value_keep(CONST(ip->a));
    NEXT_DROP(old);
}

HANDLER(STORE_CONST_RECORDED) {
    struct value old = frame->slots[ip->b];
    frame->slots[ip->b] = value_keep(CONST(ip->a));
    record_local(vm, frame, ip->b, frame->slots[ip->b]);
    NEXT_DROP(old);
}

HANDLER(DELETE_LOCAL) {
    struct value old = frame->slots[ip->a];
    if (SELDOM(value_is_absent(old))) {
        GO_ON_IN(unbound);
    }
    frame->slots[ip->a] = VALUE_ABSENT;
    NEXT_DROP(old);
}

// Cells ------------------------------------------------------------------------------------------

HANDLER(MAKE_CELL) {
    SAVE();
    struct value old = frame->slots[ip->a];
    struct value cell = cell_new(vm, old);
    if (value_is_error(cell)) {
        FAIL();
    }
    frame->slots[ip->a] = cell;
    NEXT_DROP(old);
}

HANDLER(LOAD_CLOSURE) {
    *sp++ = value_keep(frame->slots[ip->a]);
    NEXT();
}

HANDLER(LOAD_CELL) {
    struct value x = cell_of(frame->slots[ip->a])->value;
    if (SELDOM(value_is_absent(x))) {
        GO_ON_IN(unbound);
    }
    *sp++ = value_keep(x);
    NEXT();
}

HANDLER(LOAD_CELL_RAW) {
    *sp++ = value_keep(cell_of(frame->slots[ip->a])->value);
    NEXT();
}

HANDLER(STORE_CELL) {
    struct cell *cell = cell_of(frame->slots[ip->a]);
    struct value old = cell->value;
    cell->value = *--sp;
    NEXT_DROP(old);
}

HANDLER(STORE_CELL_RECORDED) {
    struct cell *cell = cell_of(frame->slots[ip->a]);
    struct value old = cell->value;
    cell->value = *--sp;
    record_local(vm, frame, ip->a, cell->value);
    NEXT_DROP(old);
}

HANDLER(DELETE_CELL) {
    struct cell *cell = cell_of(frame->slots[ip->a]);
    struct value old = cell->value;
    if (SELDOM(value_is_absent(old))) {
        GO_ON_IN(unbound);
    }
    cell->value = VALUE_ABSENT;
    NEXT_DROP(old);
}
