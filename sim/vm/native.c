// Sorting the arguments of functions written in C.
//
// CPython has two families of such functions, and so two wordings of what is wrong: those whose
// arguments all go by position ("insert expected 2 arguments, got 1") and those that also take
// names ("split() takes at most 2 arguments (3 given)"). Which one it is shows in the format.
#include "vm/native.h"

#include <stdarg.h>

#include "base/buf.h"
#include "vm/raise.h"
#include "vm/state.h"
#include "vm/str.h"

#define PARAMETERS_MOST 16

struct parameter {
    const char *name; // in the format, not null-terminated; NULL: by position only
    int name_length;
    struct value *out;
    bool given;
};

// What a format says.
struct signature {
    struct parameter parameters[PARAMETERS_MOST];
    size_t count;
    size_t required;        // the first ones
    size_t positional;      // the first ones: can be given by position
    size_t positional_only; // the first ones: only so
};

static const char *read_name(const char *format, struct parameter *parameter) {
    parameter->name = format;
    while (*format == '_' || (*format >= 'a' && *format <= 'z') ||
           (*format >= '0' && *format <= '9')) {
        format++;
    }
    parameter->name_length = (int)(format - parameter->name);
    return format;
}

static void read_format(struct signature *signature, const char *format, va_list outs) {
    bool optional = false, by_name = false;
    *signature = (struct signature){0};
    while (*format != '\0') {
        char c = *format++;
        if (c == '|') {
            optional = true;
        } else if (c == '$') {
            by_name = true;
        } else if (c == 'o') {
            struct parameter *parameter = &signature->parameters[signature->count++];
            parameter->out = va_arg(outs, struct value *);
            if (*format == ':') {
                format = read_name(format + 1, parameter);
            } else {
                signature->positional_only = signature->count;
            }
            signature->required += !optional;
            signature->positional += !by_name;
        }
    }
}

// "list.append" where the function that is being called is a type's method of this name.
static void put_qualified(const struct vm *vm, const char *function, struct buf *out) {
    if (vm->calling != NULL && vm->calling_owner != NULL &&
        strcmp(vm->calling->name, function) == 0) {
        buf_printf(out, "%s.", vm->calling_owner->name);
    }
    buf_puts(out, function);
}

static bool refuse_qualified(struct vm *vm, const char *function, const char *what) {
    struct buf text = {0};
    put_qualified(vm, function, &text);
    buf_puts(&text, what);
    raise_error(vm, EXCEPTION_TypeError, "%s", buf_text(&text));
    buf_free(&text);
    return false;
}

static bool refuse_count(struct vm *vm, const char *function, size_t least, size_t most,
                         size_t given) {
    size_t bound = given < least ? least : most;
    if (most == 0 || (least == 1 && most == 1)) {
        char what[64];
        snprintf(what, sizeof what, "() takes %s (%zu given)",
                 most == 0 ? "no arguments" : "exactly one argument", given);
        return refuse_qualified(vm, function, what);
    }
    raise_error(vm, EXCEPTION_TypeError, "%s expected %s%zu argument%s, got %zu", function,
                least == most   ? ""
                : given < least ? "at least "
                                : "at most ",
                bound, bound == 1 ? "" : "s", given);
    return false;
}

bool native_count(struct vm *vm, const struct call *call, const char *function, size_t least,
                  size_t most) {
    if (call->keyword_count > 0) {
        return refuse_qualified(vm, function, "() takes no keyword arguments");
    }
    if (call->count < least || call->count > most) {
        return refuse_count(vm, function, least, most, call->count);
    }
    return true;
}

static bool refuse_places(struct vm *vm, const char *function, const struct signature *signature,
                          size_t given) {
    size_t most = signature->positional;
    if (most == 0) {
        raise_error(vm, EXCEPTION_TypeError, "%s() takes no positional arguments", function);
        return false;
    }
    bool few = given < signature->positional_only;
    size_t least = signature->required < signature->positional_only ? signature->required
                                                                    : signature->positional_only;
    size_t bound = few ? least : most;
    const char *how = few ? (least < most ? "at least" : "exactly")
                          : (signature->required < most ? "at most" : "exactly");
    raise_error(vm, EXCEPTION_TypeError, "%s() takes %s %zu positional argument%s (%zu given)",
                function, how, bound, bound == 1 ? "" : "s", given);
    return false;
}

static bool check_places(struct vm *vm, const char *function, const struct signature *signature,
                         const struct call *call) {
    size_t given = call->count + call->keyword_count;
    if (given > signature->count) {
        raise_error(vm, EXCEPTION_TypeError, "%s() takes at most %zu %sargument%s (%zu given)",
                    function, signature->count, call->count == 0 ? "keyword " : "",
                    signature->count == 1 ? "" : "s", given);
        return false;
    }
    size_t least = signature->required < signature->positional_only ? signature->required
                                                                    : signature->positional_only;
    if (call->count > signature->positional || call->count < least) {
        return refuse_places(vm, function, signature, call->count);
    }
    return true;
}

static struct parameter *parameter_named(struct signature *signature, const struct str *name) {
    for (size_t i = signature->positional_only; i < signature->count; i++) {
        struct parameter *parameter = &signature->parameters[i];
        if (parameter->name != NULL && name->length == (uint32_t)parameter->name_length &&
            memcmp(parameter->name, name->text, name->length) == 0) {
            return parameter;
        }
    }
    return NULL;
}

static bool take_named(struct vm *vm, const char *function, struct signature *signature,
                       const struct call *call) {
    for (size_t i = 0; i < call->keyword_count; i++) {
        const struct str *name = str_of(call->keywords[i]);
        struct parameter *parameter = parameter_named(signature, name);
        if (parameter == NULL) {
            raise_error(vm, EXCEPTION_TypeError, "%s() got an unexpected keyword argument '%s'",
                        function, name->text);
            return false;
        }
        if (parameter->given) {
            raise_error(vm, EXCEPTION_TypeError,
                        "argument for %s() given by name ('%s') and position (%d)", function,
                        name->text, (int)(parameter - signature->parameters) + 1);
            return false;
        }
        parameter->given = true;
        *parameter->out = call->args[call->count + i];
    }
    return true;
}

static bool check_required(struct vm *vm, const char *function, const struct signature *signature) {
    for (size_t i = 0; i < signature->required; i++) {
        const struct parameter *parameter = &signature->parameters[i];
        if (!parameter->given) {
            raise_error(vm, EXCEPTION_TypeError, "%s() missing required argument '%.*s' (pos %zu)",
                        function, parameter->name_length, parameter->name, i + 1);
            return false;
        }
    }
    return true;
}

static bool sort_arguments(struct vm *vm, const struct call *call, const char *function,
                           struct signature *signature) {
    bool named = signature->positional_only < signature->count;
    if (named ? !check_places(vm, function, signature, call)
              : !native_count(vm, call, function, signature->required, signature->count)) {
        return false;
    }
    for (size_t i = 0; i < call->count; i++) {
        *signature->parameters[i].out = call->args[i];
        signature->parameters[i].given = true;
    }
    return take_named(vm, function, signature, call) && check_required(vm, function, signature);
}

static const char *skip_name(const char *format) {
    struct parameter ignored;
    return read_name(format, &ignored);
}

// The usual call: the right number of arguments, none by name. Gives false, having done no harm, if
// it is any other. Builtin functions are called so often that this shows in the speed of programs.
static bool take_quickly(const struct call *call, const char *format, va_list outs) {
    size_t taken = 0;
    bool optional = false;
    while (*format != '\0' && *format != '$') {
        char c = *format++;
        if (c == 'o') {
            if (taken == call->count) {
                return optional;
            }
            *va_arg(outs, struct value *) = call->args[taken++];
        } else if (c == '|') {
            optional = true;
        } else if (c == ':') {
            format = skip_name(format);
        }
    }
    return taken == call->count && (optional || *format == '\0');
}

bool native_args(struct vm *vm, const struct call *call, const char *function, const char *format,
                 ...) {
    struct signature signature;
    va_list outs;
    if (call->keyword_count == 0) {
        va_start(outs, format);
        bool taken = take_quickly(call, format, outs);
        va_end(outs);
        if (taken) {
            return true;
        }
    }
    va_start(outs, format);
    read_format(&signature, format, outs);
    va_end(outs);
    return sort_arguments(vm, call, function, &signature);
}
