// Calls of any kind, functions, classes. The quick road of Python functions is ops_call_python.c.
#include "vm/call.h"
#include "vm/dict.h"
#include "vm/list.h"
#include "vm/machine.h"
#include "vm/native.h"
#include "vm/spread.h"
#include "vm/str.h"

// Drops what a call consumed, from [base] on, and goes on with what it gave.
static NOINLINE machine_step finish_call(struct vm *vm, struct frame *frame, const struct instr *ip,
                                         struct value *sp) {
    struct value result = vm->result;
    struct value *base = vm->call_base;
    if (value_is_error(result)) {
        FAIL();
    }
    const struct instr *start = vm->ip;
    frame->sp = base;
    for (struct value *x = base; x < sp; x++) {
        value_drop(vm, *x);
    }
    vm->ip = start;
    if (value_is(result, VALUE_PUSHED)) {
        GO_ON_IN(machine_go_on);
    }
    if (value_is(result, VALUE_BLOCKED)) {
        return OUTCOME_BLOCKED;
    }
    sp = base;
    if (ip->op == OP_CALL_POP) {
        NEXT_DROP(result);
    }
    *sp++ = result;
    NEXT();
}

static struct value call_positional(struct vm *vm, const struct value *base, size_t count) {
    struct call call = {.args = base + 2, .count = count};
    return call_now(vm, base[0], base[1], &call);
}

static machine_step call_any(struct vm *vm, struct frame *frame, const struct instr *ip,
                             struct value *sp) {
    struct value *base = sp - ip->a - 2;
    vm->result = call_positional(vm, base, ip->a);
    vm->call_base = base;
    GO_ON_IN(finish_call);
}

// A call of a builtin method, found on the type of its self.
static struct value call_method(struct vm *vm, const struct value *base, size_t count) {
    struct call call = {.args = base + 2, .count = count};
    return native_call_method(vm, native_of(base[0]), base[1], &call);
}

static struct value call_builtin(struct vm *vm, const struct value *base, size_t count) {
    struct call call = {.args = base + 2, .count = count};
    return native_call(vm, base[0], &call);
}

// Did a builtin give its result, and not one of the marks by which it raises, blocks, or pushes?
static inline bool is_result(struct value given) {
    return given.bits - VALUE_ERROR.bits > VALUE_PUSHED.bits - VALUE_ERROR.bits;
}

// Calls of builtin functions and methods take the short road, unless they turn out to do more than
// give a result.
machine_step machine_call(struct vm *vm, struct frame *frame, const struct instr *ip,
                          struct value *sp) {
    SAVE();
    struct value *base = sp - ip->a - 2;
    struct value result;
    if (!value_is_absent(base[1]) &&
        value_is_exactly(base[0], builtin(vm, BUILTIN_native_method))) {
        result = call_method(vm, base, ip->a);
    } else if (value_is_absent(base[1]) &&
               value_is_exactly(base[0], builtin(vm, BUILTIN_native_function))) {
        result = call_builtin(vm, base, ip->a);
    } else {
        GO_ON_IN(call_any);
    }
    if (SELDOM(!is_result(result))) {
        vm->result = call_settle(vm, result);
        vm->call_base = base;
        GO_ON_IN(finish_call);
    }
    frame->sp = base;
    for (struct value *x = base; x < sp; x++) {
        value_drop(vm, *x);
    }
    sp = base;
    if (ip->op == OP_CALL_POP) {
        NEXT_DROP(result);
    }
    *sp++ = result;
    NEXT();
}

static struct value call_keywords(struct vm *vm, const struct value *base, size_t count,
                                  struct value names) {
    size_t keyword_count = tuple_of(names)->count;
    struct call call = {.args = base + 2,
                        .count = count - keyword_count,
                        .keyword_count = keyword_count,
                        .keywords = tuple_of(names)->items};
    return call_now(vm, base[0], base[1], &call);
}

HANDLER(CALL_KEYWORDS) {
    SAVE();
    struct value *base = sp - ip->a - 2;
    vm->result = call_keywords(vm, base, ip->a, CONST(ip->b));
    vm->call_base = base;
    GO_ON_IN(finish_call);
}

HANDLER(CALL_SPREAD) {
    SAVE();
    struct value *base = sp - 3 - ip->sub;
    vm->result = spread_call(vm, base, ip->sub != 0);
    vm->call_base = base;
    GO_ON_IN(finish_call);
}

// Functions and classes --------------------------------------------------------------------------

// Takes the parts named in [parts] from below [sp] into [function].
static struct value *take_parts(struct function *function, unsigned parts, struct value *sp) {
    if ((parts & FUNCTION_CLOSURE) != 0) {
        function->closure = *--sp;
    }
    if ((parts & FUNCTION_ANNOTATIONS) != 0) {
        function->annotations = *--sp;
    }
    if ((parts & FUNCTION_KWDEFAULTS) != 0) {
        function->kwdefaults = *--sp;
    }
    if ((parts & FUNCTION_DEFAULTS) != 0) {
        function->defaults = *--sp;
    }
    return sp;
}

HANDLER(MAKE_FUNCTION) {
    SAVE();
    struct value function = function_new(vm, loaded_of(CONST(ip->a)));
    if (value_is_error(function)) {
        FAIL();
    }
    sp = take_parts(function_of(function), ip->sub, sp);
    *sp++ = function;
    NEXT();
}

HANDLER(LOAD_BUILD_CLASS) {
    SAVE();
    struct value found = dict_get_str(vm->builtins, dunder(vm, DUNDER_build_class));
    if (value_is_absent(found)) {
        raise_error(vm, EXCEPTION_NameError, "__build_class__ not found");
        FAIL();
    }
    *sp++ = value_keep(found);
    NEXT();
}
