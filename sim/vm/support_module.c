#include "vm/support_module.h"

#include "base/buf.h"
#include "vm/builtin.h"
#include "vm/dict.h"
#include "vm/exception.h"
#include "vm/import.h"
#include "vm/int.h"
#include "vm/list.h"
#include "vm/loaded.h"
#include "vm/module.h"
#include "vm/raise.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/traceback_text.h"
#include "vm/type.h"

// What a program sees of a process and a thread: the same in every run.
#define PROCESS_ID   4242
#define THREAD_IDENT INT64_C(0x7f0000000740)

// refuse(what): what CPython has and loopscope has not, as builtins_refused.c does it.
static struct value refuse(struct vm *vm, struct value self, const struct call *call) {
    struct value what;
    (void)self;
    if (!native_args(vm, call, "refuse", "o", &what)) {
        return VALUE_ERROR;
    }
    raise_error(vm, EXCEPTION_NotImplementedError, "loopscope has no %s", str_of(what)->text);
    if (raised_is(vm, EXCEPTION_NotImplementedError)) {
        exception_of(vm->raised)->extra[EXCEPTION_REFUSED] = VALUE_TRUE; // see vm_is_refusal
    }
    return VALUE_ERROR;
}

// The arguments (code, lasti, …) of the two functions below; false if raised.
static bool take_place(struct vm *vm, const struct call *call, struct loaded **loaded,
                       uint32_t *instr) {
    int64_t offset;
    if (call->count < 2 || !value_is_exactly(call->args[0], builtin(vm, BUILTIN_code)) ||
        !int_to_int64(call->args[1], &offset) || offset < 0) {
        raise_error(vm, EXCEPTION_TypeError, "a code object and an offset in it are needed");
        return false;
    }
    *loaded = loaded_of(call->args[0]);
    *instr = (uint32_t)(offset / 2);
    return true;
}

// positions(code, lasti): (line, end_line, column, end_column), the columns in bytes from 0.
static struct value positions(struct vm *vm, struct value self, const struct call *call) {
    struct loaded *loaded;
    uint32_t instr;
    (void)self;
    if (!take_place(vm, call, &loaded, &instr)) {
        return VALUE_ERROR;
    }
    const struct position *at = loaded_position(loaded, instr);
    struct value items[] = {value_small(at->line), value_small(at->end_line),
                            value_small(at->column), value_small(at->end_column)};
    return tuple_new(vm, items, 4);
}

// entry_text(code, lasti, marks): the lines of one place of a traceback.
static struct value entry_text(struct vm *vm, struct value self, const struct call *call) {
    struct loaded *loaded;
    uint32_t instr;
    (void)self;
    if (!take_place(vm, call, &loaded, &instr)) {
        return VALUE_ERROR;
    }
    struct buf text = {0};
    bool marks = call->count > 2 && value_is(call->args[2], VALUE_TRUE);
    traceback_put_entry(vm, loaded, instr, marks, &text);
    return str_take(vm, &text);
}

// exception_text(exception): what stands under a traceback, with hints and notes.
static struct value exception_text(struct vm *vm, struct value self, const struct call *call) {
    struct value exception;
    (void)self;
    if (!native_args(vm, call, "exception_text", "o", &exception)) {
        return VALUE_ERROR;
    }
    struct buf text = {0};
    traceback_put_exception(vm, exception, &text);
    return str_take(vm, &text);
}

// builtin_type(cls): a decorator for classes that are C types in CPython, which messages name with
// their module: "unsupported operand type(s) for +: 'datetime.date' and 'int'".
static struct value builtin_type(struct vm *vm, struct value self, const struct call *call) {
    struct value class;
    (void)self;
    if (!native_args(vm, call, "builtin_type", "o", &class)) {
        return VALUE_ERROR;
    }
    struct type *type = type_of(class);
    struct value module = vm_get_attribute(vm, class, "__module__");
    struct buf name = {0};
    buf_printf(&name, "%s.%s", str_is(module) ? str_of(module)->text : "", type->name);
    value_drop(vm, module);
    struct value text = str_intern(vm, buf_text(&name), name.length);
    buf_free(&name);
    if (value_is_error(text)) {
        return text;
    }
    type->name = str_of(text)->text; // the vm keeps interned texts
    type->flags |= TYPE_QUALIFIED;
    value_drop(vm, text);
    return value_keep(class);
}

// Compiles and runs [text] in [module].
static bool run_in(struct vm *vm, struct value module, const struct str *text) {
    struct value function =
        import_compile(vm, module, "<loopscope>/string", text->text, text->length, true, NULL);
    struct value result = value_is_error(function) ? function : vm_call(vm, function, NULL, 0);
    bool done = !value_is_error(result);
    value_drop(vm, function);
    value_drop(vm, result);
    return done;
}

// run_source(text, name, names): runs a text that the library needs run (a dataclass's methods, an
// annotation) as if it stood in the module [name], with the [names] known, if given; gives its
// namespace.
static struct value run_source(struct vm *vm, struct value self, const struct call *call) {
    struct value text, name, names = VALUE_ABSENT;
    (void)self;
    if (!native_args(vm, call, "run_source", "oo|o", &text, &name, &names)) {
        return VALUE_ERROR;
    }
    struct value module = module_new(vm, str_of(name)->text);
    if (value_is_error(module)) {
        return module;
    }
    struct value namespace = value_keep(value_object(module_of(module)->dict));
    bool done = (value_is_absent(names) || dict_update(vm, dict_of(namespace), names)) &&
                run_in(vm, module, str_of(text));
    value_drop(vm, module);
    if (!done) {
        value_drop(vm, namespace);
        return VALUE_ERROR;
    }
    return namespace;
}

static const struct native functions[] = {
    {"run_source", run_source, NATIVE_PLAIN, NULL},
    {"refuse", refuse, NATIVE_PLAIN, NULL},
    {"builtin_type", builtin_type, NATIVE_PLAIN, NULL},
    {"positions", positions, NATIVE_PLAIN, NULL},
    {"entry_text", entry_text, NATIVE_PLAIN, NULL},
    {"exception_text", exception_text, NATIVE_PLAIN, NULL},
    {0},
};

static bool init(struct vm *vm, struct value module) {
    return vm_set_attribute(vm, module, "process_id", value_small(PROCESS_ID)) &&
           vm_set_attribute(vm, module, "thread_ident", value_small(THREAD_IDENT));
}

const struct native_module support_module = {"_support", functions, init};
