// Exceptions: raise, and what handlers do.
#include "vm/exception.h"
#include "vm/exception_group.h"
#include "vm/list.h"
#include "vm/machine.h"
#include "vm/raising.h"
#include "vm/type.h"

// raise without an exception: what is being handled is raised again, as it was.
static NOINLINE machine_step raise_again(struct vm *vm, struct frame *frame, const struct instr *ip,
                                         struct value *sp) {
    SAVE();
    struct value handled = vm_handled(vm);
    if (value_is_absent(handled)) {
        raise_error(vm, EXCEPTION_RuntimeError, "No active exception to reraise");
        FAIL();
    }
    vm->raised = value_keep(handled);
    GO_ON_IN(machine_reraise);
}

HANDLER(RAISE) {
    SAVE();
    if (ip->a == 0) {
        GO_ON_IN(raise_again);
    }
    struct value cause = ip->a == 2 ? sp[-1] : VALUE_ABSENT;
    struct value exception = ip->a == 2 ? sp[-2] : sp[-1];
    raising_raise(vm, exception, cause);
    FAIL();
}

HANDLER(MATCH_EXCEPTION) {
    SAVE();
    struct value types = sp[-1];
    int matches = raising_matches(vm, sp[-2], types);
    if (matches < 0) {
        FAIL();
    }
    sp[-1] = value_bool(matches != 0);
    NEXT_DROP(types);
}

// The match and the rest come back through vm->victims, since handlers have no addresses to give.
static bool match_group(struct vm *vm, struct value group, struct value types) {
    struct value match = VALUE_NONE, rest = VALUE_NONE;
    if (!raising_check_group_types(vm, types)) {
        return false;
    }
    // None: the clauses before have taken everything.
    if (!value_is_none(group) && !exception_group_match(vm, group, types, &match, &rest)) {
        return false;
    }
    vm->victims[0] = match;
    vm->victims[1] = rest;
    return true;
}

// The match, if there is one, becomes what is being handled.
HANDLER(MATCH_GROUP) {
    SAVE();
    struct value types = sp[-1], group = sp[-2];
    if (!match_group(vm, group, types)) {
        FAIL();
    }
    struct value match = vm->victims[0], rest = vm->victims[1];
    sp[-2] = rest;
    sp[-1] = match;
    struct value handled = VALUE_ABSENT;
    if (!value_is_none(match)) {
        handled = frame->handled;
        frame->handled = value_keep(match);
    }
    vm->victims[0] = types;
    vm->victims[1] = group;
    vm->victims[2] = handled;
    GO_ON_IN(machine_drop_three_next);
}

HANDLER(MERGE_GROUP) {
    SAVE();
    struct value list = sp[-1], original = sp[-2];
    struct value left = exception_group_merge(vm, original, list);
    if (value_is_error(left)) {
        FAIL();
    }
    sp--;
    sp[-1] = left;
    NEXT_DROP_TWO(list, original);
}

HANDLER(END_HANDLER) {
    struct value exception = sp[-1];
    struct value current = frame->handled;
    frame->handled = sp[-2];
    sp -= 2;
    NEXT_DROP_TWO(current, exception);
}

HANDLER(RERAISE) {
    struct value current = frame->handled;
    frame->handled = sp[-2];
    struct value exception = sp[-1];
    sp -= 2;
    SAVE();
    value_drop(vm, current);
    vm->raised = exception;
    GO_ON_IN(machine_reraise);
}

// The arguments of __exit__: exit and self are called again from copies.
HANDLER(EXIT_ARGUMENTS) {
    struct value exception = sp[-1];
    struct value traceback = exception_of(exception)->traceback;
    sp[0] = value_keep(sp[-4]);
    sp[1] = value_keep(sp[-3]);
    sp[2] = value_keep(value_object(value_to_object(exception)->type));
    sp[3] = value_keep(exception);
    sp[4] = value_is_absent(traceback) ? VALUE_NONE : value_keep(traceback);
    sp += 5;
    NEXT();
}

HANDLER(LOAD_ASSERTION_ERROR) {
    *sp++ = value_keep(value_object(exception_type(vm, EXCEPTION_AssertionError)));
    NEXT();
}
