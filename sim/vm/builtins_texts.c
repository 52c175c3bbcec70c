// The builtin functions that make or read texts: repr, ascii, format, chr, ord, input; and exit.
#include "vm/builtins.h"

#include "base/utf8.h"
#include "vm/bytes.h"
#include "vm/index.h"
#include "vm/raise.h"
#include "vm/str.h"
#include "vm/vm.h"

struct value builtins_repr(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value object;
    return native_args(vm, call, "repr", "o", &object) ? vm_repr(vm, object) : VALUE_ERROR;
}

struct value builtins_ascii(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value object;
    return native_args(vm, call, "ascii", "o", &object) ? vm_ascii(vm, object) : VALUE_ERROR;
}

struct value builtins_format(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value object, spec = VALUE_ABSENT;
    if (!native_args(vm, call, "format", "o|o", &object, &spec)) {
        return VALUE_ERROR;
    }
    if (!value_is_absent(spec) && !str_is(spec)) {
        return raise_error(vm, EXCEPTION_TypeError, "format() argument 2 must be str, not %s",
                           value_type(vm, spec)->name);
    }
    spec = value_is_absent(spec) ? str_from(vm, "") : value_keep(spec);
    struct value text = value_is_error(spec) ? spec : vm_format(vm, object, str_of(spec));
    value_drop(vm, spec);
    return text;
}

struct value builtins_chr(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value number;
    int64_t rune;
    if (!native_args(vm, call, "chr", "o", &number) || !index_clamped(vm, number, &rune)) {
        return VALUE_ERROR;
    }
    if (rune < 0 || rune > 0x10FFFF) {
        return raise_error(vm, EXCEPTION_ValueError, "chr() arg not in range(0x110000)");
    }
    char text[4];
    size_t length = utf8_encode((uint32_t)rune, text);
    return str_new(vm, text, length);
}

static struct value ord_of_str(struct vm *vm, const struct str *text) {
    if (text->count != 1) {
        return raise_error(vm, EXCEPTION_TypeError,
                           "ord() expected a character, but string of length %u found",
                           (unsigned)text->count);
    }
    uint32_t rune;
    utf8_decode(text->text, text->length, &rune);
    return value_small(rune);
}

struct value builtins_ord(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value character;
    if (!native_args(vm, call, "ord", "o", &character)) {
        return VALUE_ERROR;
    }
    if (str_is(character)) {
        return ord_of_str(vm, str_of(character));
    }
    if (!bytes_is(character)) {
        return raise_error(vm, EXCEPTION_TypeError,
                           "ord() expected string of length 1, but %s found",
                           value_type(vm, character)->name);
    }
    if (bytes_of(character)->length != 1) {
        return raise_error(vm, EXCEPTION_TypeError,
                           "ord() expected a character, but string of length %zu found",
                           bytes_of(character)->length);
    }
    return value_small((unsigned char)bytes_of(character)->data[0]);
}

static bool print_prompt(struct vm *vm, struct value prompt) {
    struct value text = vm_str(vm, prompt);
    bool done = !value_is_error(text) && sys_write(vm, 1, str_of(text)->text, str_of(text)->length);
    value_drop(vm, text);
    return done;
}

// The line without its line feed; EOFError where there is none.
static struct value strip_line(struct vm *vm, struct value line) {
    if (value_is_error(line)) {
        return line;
    }
    if (!str_is(line)) {
        value_drop(vm, line);
        return raise_error(vm, EXCEPTION_TypeError, "object.readline() returned non-string");
    }
    size_t length = str_of(line)->length;
    if (length == 0) {
        value_drop(vm, line);
        return raise_error(vm, EXCEPTION_EOFError, "EOF when reading a line");
    }
    length -= str_of(line)->text[length - 1] == '\n';
    struct value stripped = str_new(vm, str_of(line)->text, length);
    value_drop(vm, line);
    return stripped;
}

struct value builtins_input(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value prompt = VALUE_ABSENT;
    if (!native_args(vm, call, "input", "|o", &prompt)) {
        return VALUE_ERROR;
    }
    struct value stdin_now = sys_stream(vm, 0);
    if (value_is_error(stdin_now) || value_is_none(stdin_now)) {
        value_drop(vm, value_is_error(stdin_now) ? raised_take(vm) : stdin_now);
        return raise_error(vm, EXCEPTION_RuntimeError, "input(): lost sys.stdin");
    }
    struct value line = VALUE_ERROR;
    if (value_is_absent(prompt) || print_prompt(vm, prompt)) {
        line = strip_line(vm, vm_call_method(vm, stdin_now, "readline", NULL, 0));
    }
    value_drop(vm, stdin_now);
    return line;
}

struct value builtins_exit(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value code = VALUE_NONE;
    if (!native_args(vm, call, "exit", "|o:code", &code)) {
        return VALUE_ERROR;
    }
    return raise_with(vm, EXCEPTION_SystemExit, code);
}

struct value builtins_quit(struct vm *vm, struct value self, const struct call *call) {
    return builtins_exit(vm, self, call);
}
