// print, and how the program's standard streams are written to.
//
// To the vm's own streams a print goes as one piece; to any other object by a call of its write()
// for each text, separator and end, as in CPython. Either way what came before a text whose
// __str__ fails is written.
#include "vm/builtins.h"

#include "base/buf.h"
#include "vm/builtin.h"
#include "vm/dict.h"
#include "vm/raise.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/stream.h"
#include "vm/vm.h"

// Where and how one print writes.
struct printing {
    struct value file;           // kept
    struct value separator, end; // str, or None for the usual one
    struct value write;          // the file's write method; ABSENT for the vm's own streams
    struct buf pending;          // for the vm's own streams: what is not written yet
};

struct value sys_stream(struct vm *vm, int number) {
    static const int names[] = {DUNDER_plain_stdin, DUNDER_plain_stdout, DUNDER_plain_stderr};
    struct value sys = dict_get_name(vm, vm->modules, "sys");
    if (!value_is_object(sys)) {
        return sys;
    }
    struct str *name = dunder(vm, names[number]);
    struct value stream = vm_find_attribute_str(vm, sys, name);
    return value_is_absent(stream)
               ? raise_error(vm, EXCEPTION_RuntimeError, "lost sys.%s", name->text)
               : stream;
}

// Writes what is pending.
static bool flush_pending(struct vm *vm, struct printing *printing) {
    if (printing->pending.length == 0) {
        return true;
    }
    struct value text = str_new(vm, printing->pending.data, printing->pending.length);
    buf_clear(&printing->pending);
    bool done = !value_is_error(text) && stream_write(vm, printing->file, str_of(text));
    value_drop(vm, text);
    return done;
}

static bool put_text(struct vm *vm, struct printing *printing, struct value text) {
    if (value_is_absent(printing->write)) {
        if (!heap_has_room(vm, str_of(text)->length)) {
            raise_memory(vm);
            return false;
        }
        buf_put(&printing->pending, str_of(text)->text, str_of(text)->length);
        return true;
    }
    struct value written = vm_call(vm, printing->write, &text, 1);
    value_drop(vm, written);
    return !value_is_error(written);
}

// A separator or an end: [text], or [usual] if that is None.
static bool put_between(struct vm *vm, struct printing *printing, struct value text,
                        const char *usual) {
    if (!value_is_none(text)) {
        return put_text(vm, printing, text);
    }
    if (value_is_absent(printing->write)) {
        buf_puts(&printing->pending, usual);
        return true;
    }
    struct value made = str_from(vm, usual);
    bool done = !value_is_error(made) && put_text(vm, printing, made);
    value_drop(vm, made);
    return done;
}

// Could making its text run code of the program, which may print as well?
static bool is_plain(struct vm *vm, struct value v) {
    return !value_is_object(v) || value_is_exactly(v, builtin(vm, BUILTIN_str));
}

static bool put_value(struct vm *vm, struct printing *printing, struct value v) {
    if (!is_plain(vm, v) && !flush_pending(vm, printing)) {
        return false;
    }
    struct value text = vm_str(vm, v);
    bool done = !value_is_error(text) && put_text(vm, printing, text);
    value_drop(vm, text);
    return done;
}

static bool put_all(struct vm *vm, struct printing *printing, const struct call *call) {
    for (size_t i = 0; i < call->count; i++) {
        if ((i > 0 && !put_between(vm, printing, printing->separator, " ")) ||
            !put_value(vm, printing, call->args[i])) {
            return false;
        }
    }
    return put_between(vm, printing, printing->end, "\n");
}

static bool check_text(struct vm *vm, struct value text, const char *name) {
    if (value_is_none(text) || str_is(text)) {
        return true;
    }
    raise_error(vm, EXCEPTION_TypeError, "%s must be None or a string, not %s", name,
                value_type(vm, text)->name);
    return false;
}

static bool flush_file(struct vm *vm, struct printing *printing, struct value flush) {
    int wanted = vm_truth(vm, flush);
    if (wanted <= 0 || value_is_absent(printing->write)) {
        return wanted >= 0;
    }
    struct value result = vm_call_method(vm, printing->file, "flush", NULL, 0);
    value_drop(vm, result);
    return !value_is_error(result);
}

// Prints to the file, which is no None.
static bool print_to(struct vm *vm, struct printing *printing, const struct call *call,
                     struct value flush) {
    if (!stream_is(vm, printing->file)) {
        printing->write = vm_get_attribute(vm, printing->file, "write");
        if (value_is_error(printing->write)) {
            return false;
        }
    }
    if (put_all(vm, printing, call)) {
        return flush_pending(vm, printing) && flush_file(vm, printing, flush);
    }
    // The pieces made before a failure are written all the same, without hiding it.
    struct value failure = raised_take(vm);
    flush_pending(vm, printing);
    value_replace(vm, &vm->raised, failure);
    return false;
}

struct value builtins_print(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct printing printing = {.separator = VALUE_NONE, .end = VALUE_NONE};
    struct value file = VALUE_NONE, flush = VALUE_FALSE;
    struct call named = {call->args + call->count, 0, call->keyword_count, call->keywords};
    if (!native_args(vm, &named, "print", "|$o:sep o:end o:file o:flush", &printing.separator,
                     &printing.end, &file, &flush)) {
        return VALUE_ERROR;
    }
    printing.file = value_is_none(file) ? sys_stream(vm, 1) : value_keep(file);
    if (value_is_error(printing.file) || value_is_none(printing.file)) {
        return printing.file;
    }
    printing.write = VALUE_ABSENT;
    bool done = check_text(vm, printing.separator, "sep") && check_text(vm, printing.end, "end") &&
                print_to(vm, &printing, call, flush);
    buf_free(&printing.pending);
    value_drop(vm, printing.write);
    value_drop(vm, printing.file);
    return done ? VALUE_NONE : VALUE_ERROR;
}

bool sys_write(struct vm *vm, int stream, const char *text, size_t length) {
    struct value file = sys_stream(vm, stream);
    if (value_is_error(file) || value_is_none(file)) {
        return !value_is_error(file);
    }
    struct value argument = str_new(vm, text, length);
    bool done = !value_is_error(argument);
    if (done && stream_is(vm, file)) {
        done = stream_write(vm, file, str_of(argument));
    } else if (done) {
        struct value written = vm_call_method(vm, file, "write", &argument, 1);
        done = !value_is_error(written);
        value_drop(vm, written);
    }
    value_drop(vm, argument);
    value_drop(vm, file);
    return done;
}
