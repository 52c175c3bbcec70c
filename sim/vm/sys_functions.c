// The functions of module sys.
#include "vm/sys_module.h"

#include "base/buf.h"
#include "vm/builtins.h"
#include "vm/exception.h"
#include "vm/frame.h"
#include "vm/index.h"
#include "vm/int.h"
#include "vm/list.h"
#include "vm/raise.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/vm.h"

static struct value sys_exit(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value status = VALUE_NONE;
    if (!native_args(vm, call, "exit", "|o", &status)) {
        return VALUE_ERROR;
    }
    if (!tuple_is(status)) {
        return raise_with(vm, EXCEPTION_SystemExit, value_is_none(status) ? VALUE_ABSENT : status);
    }
    struct value exception =
        exception_new(vm, EXCEPTION_SystemExit, tuple_of(status)->items, tuple_of(status)->count);
    return value_is_error(exception) ? exception : raise_value(vm, exception);
}

static struct value exception_method(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    if (!native_args(vm, call, "exception", "")) {
        return VALUE_ERROR;
    }
    struct value handled = vm_handled(vm);
    return value_is_absent(handled) ? VALUE_NONE : value_keep(handled);
}

static struct value exc_info(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    if (!native_args(vm, call, "exc_info", "")) {
        return VALUE_ERROR;
    }
    struct value handled = vm_handled(vm);
    if (value_is_absent(handled)) {
        return tuple_new(vm, (struct value[]){VALUE_NONE, VALUE_NONE, VALUE_NONE}, 3);
    }
    struct value traceback = exception_of(handled)->traceback;
    struct value items[] = {value_object(value_type(vm, handled)), handled,
                            value_is_absent(traceback) ? VALUE_NONE : traceback};
    return tuple_new(vm, items, 3);
}

static struct value getrecursionlimit(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    return native_args(vm, call, "getrecursionlimit", "") ? value_small(vm->options.recursion_limit)
                                                          : VALUE_ERROR;
}

static struct value setrecursionlimit(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value argument;
    int64_t limit;
    if (!native_args(vm, call, "setrecursionlimit", "o", &argument) ||
        !index_clamped(vm, argument, &limit)) {
        return VALUE_ERROR;
    }
    if (limit > INT32_MAX || limit < INT32_MIN) {
        return raise_error(vm, EXCEPTION_OverflowError, "Python int too large to convert to C int");
    }
    if (limit < 1) {
        return raise_error(vm, EXCEPTION_ValueError,
                           "recursion limit must be greater or equal than 1");
    }
    if (limit <= vm->depth) {
        return raise_error(vm, EXCEPTION_RecursionError,
                           "cannot set the recursion limit to %lld at the recursion depth %d: "
                           "the limit is too low",
                           (long long)limit, vm->depth);
    }
    vm->options.recursion_limit = (int)limit;
    return VALUE_NONE;
}

static struct value getrefcount(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value object;
    if (!native_args(vm, call, "getrefcount", "o", &object)) {
        return VALUE_ERROR;
    }
    return value_small(value_is_object(object) ? value_to_object(object)->refs : UINT32_MAX);
}

static struct value getsizeof(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value object, otherwise;
    if (!native_args(vm, call, "getsizeof", "o:object|o:default", &object, &otherwise)) {
        return VALUE_ERROR;
    }
    return int_from(vm, sys_size_of(vm, object));
}

static struct value intern_method(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value text;
    if (!native_args(vm, call, "intern", "o", &text)) {
        return VALUE_ERROR;
    }
    if (!str_is(text)) {
        return raise_error(vm, EXCEPTION_TypeError, "intern() argument must be str, not %s",
                           value_type(vm, text)->name);
    }
    return str_intern(vm, str_of(text)->text, str_of(text)->length);
}

static struct value getframe(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value argument = value_small(0);
    int64_t depth;
    if (!native_args(vm, call, "_getframe", "|o", &argument) ||
        !index_clamped(vm, argument, &depth)) {
        return VALUE_ERROR;
    }
    struct frame *frame = frame_current(vm, depth < 0           ? 0
                                            : depth > INT32_MAX ? INT32_MAX
                                                                : (int)depth);
    return frame == NULL ? raise_error(vm, EXCEPTION_ValueError, "call stack is not deep enough")
                         : frame_object_of(vm, frame);
}

static struct value excepthook(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value class, exception, traceback;
    if (!native_args(vm, call, "excepthook", "ooo", &class, &exception, &traceback)) {
        return VALUE_ERROR;
    }
    if (!exception_is(exception)) {
        return VALUE_NONE;
    }
    struct buf out = {0};
    vm_format_exception(vm, exception, &out);
    bool done = sys_write(vm, 2, buf_text(&out), out.length);
    buf_free(&out);
    return done ? VALUE_NONE : VALUE_ERROR;
}

// A function without arguments that always gives [value].
static struct value constant(struct vm *vm, const struct call *call, const char *name,
                             struct value value) {
    if (!native_args(vm, call, name, "")) {
        value_drop(vm, value);
        return VALUE_ERROR;
    }
    return value;
}

static struct value getdefaultencoding(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    return constant(vm, call, "getdefaultencoding", str_from(vm, "utf-8"));
}

static struct value getfilesystemencoding(struct vm *vm, struct value self,
                                          const struct call *call) {
    (void)self;
    return constant(vm, call, "getfilesystemencoding", str_from(vm, "utf-8"));
}

static struct value is_finalizing(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    return constant(vm, call, "is_finalizing", VALUE_FALSE);
}

static struct value gettrace(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    return constant(vm, call, "gettrace", VALUE_NONE);
}

static struct value getprofile(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    return constant(vm, call, "getprofile", VALUE_NONE);
}

static struct value getswitchinterval(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    return constant(vm, call, "getswitchinterval", value_float(0.005));
}

static struct value get_int_max_str_digits(struct vm *vm, struct value self,
                                           const struct call *call) {
    (void)self;
    return constant(vm, call, "get_int_max_str_digits", value_small(vm->int_digits_most));
}

// What a real interpreter lets a program tune makes no difference here: takes one argument and
// forgets it.
static struct value ignore(struct vm *vm, const struct call *call, const char *name) {
    struct value argument;
    return native_args(vm, call, name, "o", &argument) ? VALUE_NONE : VALUE_ERROR;
}

static struct value setswitchinterval(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    return ignore(vm, call, "setswitchinterval");
}

static struct value set_int_max_str_digits(struct vm *vm, struct value self,
                                           const struct call *call) {
    struct value argument;
    int64_t most;
    (void)self;
    if (!native_args(vm, call, "set_int_max_str_digits", "o:maxdigits", &argument) ||
        !vm_to_index(vm, argument, &most)) {
        return VALUE_ERROR;
    }
    if (most != 0 && most < INT_DIGITS_LEAST) {
        return raise_error(vm, EXCEPTION_ValueError, "maxdigits must be 0 or larger than %d",
                           INT_DIGITS_LEAST);
    }
    vm->int_digits_most = most;
    return VALUE_NONE;
}

static struct value set_coroutine_origin_tracking_depth(struct vm *vm, struct value self,
                                                        const struct call *call) {
    (void)self;
    return ignore(vm, call, "set_coroutine_origin_tracking_depth");
}

static struct value get_coroutine_origin_tracking_depth(struct vm *vm, struct value self,
                                                        const struct call *call) {
    (void)self;
    return constant(vm, call, "get_coroutine_origin_tracking_depth", value_small(0));
}

static struct value getallocatedblocks(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    return constant(vm, call, "getallocatedblocks", value_small(vm->live));
}

// A trace function would see other lines and calls than CPython's: there is none but None.
static struct value refuse_hook(struct vm *vm, const struct call *call, const char *name,
                                const char *what) {
    struct value hook;
    if (!native_args(vm, call, name, "o", &hook)) {
        return VALUE_ERROR;
    }
    return value_is_none(hook) ? VALUE_NONE : builtins_refuse(vm, what);
}

static struct value settrace(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    return refuse_hook(vm, call, "settrace",
                       "sys.settrace(): step through the program on screen instead");
}

static struct value setprofile(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    return refuse_hook(vm, call, "setprofile", "sys.setprofile(): run the benchmark in CPython");
}

const struct native sys_functions[] = {
    {"exit", sys_exit, NATIVE_PLAIN, NULL},
    {"exception", exception_method, NATIVE_PLAIN, NULL},
    {"exc_info", exc_info, NATIVE_PLAIN, NULL},
    {"getrecursionlimit", getrecursionlimit, NATIVE_PLAIN, NULL},
    {"setrecursionlimit", setrecursionlimit, NATIVE_PLAIN, NULL},
    {"getrefcount", getrefcount, NATIVE_PLAIN, NULL},
    {"getsizeof", getsizeof, NATIVE_PLAIN, NULL},
    {"intern", intern_method, NATIVE_PLAIN, NULL},
    {"_getframe", getframe, NATIVE_PLAIN, NULL},
    {"excepthook", excepthook, NATIVE_PLAIN, NULL},
    {"__excepthook__", excepthook, NATIVE_PLAIN, NULL},
    {"getdefaultencoding", getdefaultencoding, NATIVE_PLAIN, NULL},
    {"getfilesystemencoding", getfilesystemencoding, NATIVE_PLAIN, NULL},
    {"is_finalizing", is_finalizing, NATIVE_PLAIN, NULL},
    {"gettrace", gettrace, NATIVE_PLAIN, NULL},
    {"getprofile", getprofile, NATIVE_PLAIN, NULL},
    {"getswitchinterval", getswitchinterval, NATIVE_PLAIN, NULL},
    {"setswitchinterval", setswitchinterval, NATIVE_PLAIN, NULL},
    {"set_int_max_str_digits", set_int_max_str_digits, NATIVE_PLAIN, NULL},
    {"set_coroutine_origin_tracking_depth", set_coroutine_origin_tracking_depth, NATIVE_PLAIN,
     NULL},
    {"get_coroutine_origin_tracking_depth", get_coroutine_origin_tracking_depth, NATIVE_PLAIN,
     NULL},
    {"getallocatedblocks", getallocatedblocks, NATIVE_PLAIN, NULL},
    {"settrace", settrace, NATIVE_PLAIN, NULL},
    {"setprofile", setprofile, NATIVE_PLAIN, NULL},
    {"get_int_max_str_digits", get_int_max_str_digits, NATIVE_PLAIN, NULL},
    {NULL, NULL, NATIVE_PLAIN, NULL},
};
