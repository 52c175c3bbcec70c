// Type parameters and aliases.
#include "vm/function.h"
#include "vm/machine.h"
#include "vm/type_parameters.h"

// kind, name, function or None: vm->victims hold what is to be dropped.
static struct value make_parameter(struct vm *vm, unsigned kind, struct value name,
                                   struct value function) {
    struct value args[] = {value_small(kind), name, function};
    return type_parameters_call(vm, "_make_parameter", args, 3);
}

HANDLER(MAKE_TYPE_PARAMETER) {
    SAVE();
    bool has_function = ip->sub == 1 || ip->sub == 4;
    struct value name = sp[-1];
    struct value function = has_function ? sp[-2] : VALUE_NONE;
    struct value parameter = make_parameter(vm, ip->sub, name, function);
    if (value_is_error(parameter)) {
        FAIL();
    }
    sp -= has_function ? 2 : 1;
    *sp++ = parameter;
    NEXT_DROP_TWO(name, function);
}

HANDLER(SET_TYPE_DEFAULT) {
    SAVE();
    struct value function = sp[-1];
    struct value done = type_parameters_call(vm, "_set_default", sp - 2, 2);
    if (value_is_error(done)) {
        FAIL();
    }
    sp--;
    NEXT_DROP_TWO(done, function);
}

HANDLER(SET_TYPE_PARAMETERS) {
    struct value parameters = *--sp;
    struct function *function = function_of(sp[-1]);
    struct value old = function->type_params;
    function->type_params = parameters;
    NEXT_DROP(old);
}

HANDLER(LOAD_GENERIC) {
    SAVE();
    struct value parameters = sp[-1];
    struct value generic = type_parameters_call(vm, "_make_generic", sp - 1, 1);
    if (value_is_error(generic)) {
        FAIL();
    }
    sp[-1] = generic;
    NEXT_DROP(parameters);
}

HANDLER(MAKE_TYPE_ALIAS) {
    SAVE();
    struct value name = sp[-3], parameters = sp[-2], function = sp[-1];
    struct value alias = type_parameters_call(vm, "_make_alias", sp - 3, 3);
    if (value_is_error(alias)) {
        FAIL();
    }
    sp -= 2;
    sp[-1] = alias;
    vm->victims[0] = name;
    vm->victims[1] = parameters;
    vm->victims[2] = function;
    GO_ON_IN(machine_drop_three_next);
}
