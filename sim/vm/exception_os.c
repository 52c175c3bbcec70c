// OSError and the exceptions derived from it: an error number decides the class.
#include <errno.h>

#include "vm/exception.h"
#include "vm/int.h"
#include "vm/list.h"
#include "vm/native.h"
#include "vm/state.h"
#include "vm/str.h"

struct meaning {
    int number;
    enum exception_kind kind;
};

static const struct meaning meanings[] = {
    {EAGAIN, EXCEPTION_BlockingIOError},
    {EALREADY, EXCEPTION_BlockingIOError},
    {EINPROGRESS, EXCEPTION_BlockingIOError},
    {EPIPE, EXCEPTION_BrokenPipeError},
    {ESHUTDOWN, EXCEPTION_BrokenPipeError},
    {ECHILD, EXCEPTION_ChildProcessError},
    {ECONNABORTED, EXCEPTION_ConnectionAbortedError},
    {ECONNREFUSED, EXCEPTION_ConnectionRefusedError},
    {ECONNRESET, EXCEPTION_ConnectionResetError},
    {EEXIST, EXCEPTION_FileExistsError},
    {ENOENT, EXCEPTION_FileNotFoundError},
    {EISDIR, EXCEPTION_IsADirectoryError},
    {ENOTDIR, EXCEPTION_NotADirectoryError},
    {EINTR, EXCEPTION_InterruptedError},
    {EACCES, EXCEPTION_PermissionError},
    {EPERM, EXCEPTION_PermissionError},
    {ESRCH, EXCEPTION_ProcessLookupError},
    {ETIMEDOUT, EXCEPTION_TimeoutError},
};

static struct value os_create(struct vm *vm, struct type *type, const struct call *call) {
    int64_t number;
    bool numbered = call->count >= 2 && call->count <= 5 && int_is(call->args[0]) &&
                    int_to_int64(call->args[0], &number);
    if (type == vm->exceptions[EXCEPTION_OSError] && numbered) {
        for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++) {
            if (meanings[i].number == number) {
                type = vm->exceptions[meanings[i].kind];
                break;
            }
        }
    }
    return exception_create(vm, type, call);
}

static void set_extra(struct vm *vm, struct value self, int index, struct value v) {
    value_replace(vm, &exception_of(self)->extra[index], value_keep(v));
}

// OSError(number, text[, file[, winerror[, file2]]]): the files are not among the args.
static bool os_init(struct vm *vm, struct value self, const struct call *call) {
    struct call args = *call;
    if (call->count >= 2 && call->count <= 5) {
        set_extra(vm, self, EXCEPTION_ERRNO, call->args[0]);
        set_extra(vm, self, EXCEPTION_STRERROR, call->args[1]);
        if (call->count > 2) {
            set_extra(vm, self, EXCEPTION_FILENAME, call->args[2]);
            args.count = value_is_none(call->args[2]) ? call->count : 2;
        }
        if (call->count > 4) {
            set_extra(vm, self, EXCEPTION_FILENAME2, call->args[4]);
        }
    }
    return exception_init(vm, self, &args);
}

static bool given(struct value v) {
    return !value_is_absent(v) && !value_is_none(v);
}

// "[Errno 2] No such file or directory: 'x'"
static struct value os_str(struct vm *vm, struct value self) {
    const struct value *extra = exception_of(self)->extra;
    if (value_is_absent(extra[EXCEPTION_ERRNO]) || value_is_absent(extra[EXCEPTION_STRERROR])) {
        return exception_str(vm, self);
    }
    struct value number = vm_str(vm, extra[EXCEPTION_ERRNO]);
    struct value text = vm_str(vm, extra[EXCEPTION_STRERROR]);
    struct value file =
        given(extra[EXCEPTION_FILENAME]) ? vm_repr(vm, extra[EXCEPTION_FILENAME]) : VALUE_NONE;
    struct value second =
        given(extra[EXCEPTION_FILENAME2]) ? vm_repr(vm, extra[EXCEPTION_FILENAME2]) : VALUE_NONE;
    struct value result = VALUE_ERROR;
    if (str_is(number) && str_is(text) && !value_is_error(file) && !value_is_error(second)) {
        bool one = str_is(file), two = one && str_is(second);
        result = str_format(vm, "[Errno %s] %s%s%s%s%s", str_of(number)->text, str_of(text)->text,
                            one ? ": " : "", one ? str_of(file)->text : "", two ? " -> " : "",
                            two ? str_of(second)->text : "");
    }
    value_drop(vm, number);
    value_drop(vm, text);
    value_drop(vm, file);
    value_drop(vm, second);
    return result;
}

#define EXTRA(name, index)                                                                         \
    static struct value get_##name(struct vm *vm, struct value self, const struct call *call) {    \
        (void)vm, (void)call;                                                                      \
        struct value v = exception_of(self)->extra[index];                                         \
        return value_is_absent(v) ? VALUE_NONE : value_keep(v);                                    \
    }                                                                                              \
    static struct value set_##name(struct vm *vm, struct value self, const struct call *call) {    \
        struct value v = call->count == 0 ? VALUE_ABSENT : value_keep(call->args[0]);              \
        value_replace(vm, &exception_of(self)->extra[index], v);                                   \
        return VALUE_NONE;                                                                         \
    }
EXTRA(number, EXCEPTION_ERRNO)
EXTRA(strerror, EXCEPTION_STRERROR)
EXTRA(filename, EXCEPTION_FILENAME)
EXTRA(filename2, EXCEPTION_FILENAME2)

static const struct native os_attributes[] = {
    {"errno", get_number, NATIVE_GETTER, set_number},
    {"strerror", get_strerror, NATIVE_GETTER, set_strerror},
    {"filename", get_filename, NATIVE_GETTER, set_filename},
    {"filename2", get_filename2, NATIVE_GETTER, set_filename2},
    {0},
};

const struct exception_fields exception_fields_os = {
    .init = os_init, .create = os_create, .str = os_str, .attributes = os_attributes};
