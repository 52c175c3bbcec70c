// The order of CPython's checks matters, since the first one that fails is reported: unexpected
// keywords, too many positional arguments, missing positional ones, missing keyword-only ones.
#include "vm/bind.h"

#include "vm/dict.h"
#include "vm/list.h"
#include "vm/machine.h"
#include "vm/state.h"
#include "vm/str.h"

struct str *bind_parameter(const struct binding *binding, unsigned index) {
    struct value name = str_intern_name(binding->vm, binding->code->slots[index].name);
    if (value_is_error(name)) {
        raised_clear(binding->vm, EXCEPTION_MemoryError);
        return binding->vm->empty;
    }
    value_drop(binding->vm, name); // the vm keeps it
    return str_of(name);
}

static struct value positional(const struct binding *binding, size_t index) {
    if (value_is_absent(binding->self)) {
        return binding->call->args[index];
    }
    return index == 0 ? binding->self : binding->call->args[index - 1];
}

// The slot of *args, and behind it that of **kwargs.
static unsigned spread_slot(const struct code *code) {
    return code->positional + code->keyword_only;
}

static bool bind_positional(struct binding *binding) {
    const struct code *code = binding->code;
    struct value *slots = binding->frame->slots;
    size_t fitting = binding->given < code->positional ? binding->given : code->positional;
    for (size_t i = 0; i < fitting; i++) {
        slots[i] = value_keep(positional(binding, i));
    }
    if ((code->flags & CODE_VARARGS) == 0) {
        return true;
    }
    struct value rest = tuple_new(binding->vm, NULL, binding->given - fitting);
    if (value_is_error(rest)) {
        return false;
    }
    for (size_t i = fitting; i < binding->given; i++) {
        tuple_of(rest)->items[i - fitting] = value_keep(positional(binding, i));
    }
    slots[spread_slot(code)] = rest;
    return true;
}

// The parameter that [keyword] names, or -1.
static int find_parameter(const struct binding *binding, struct value keyword) {
    const struct code *code = binding->code;
    const struct str *text = str_of(keyword);
    for (unsigned i = code->positional_only; i < spread_slot(code); i++) {
        const struct name *name = code->slots[i].name;
        if (name->length == text->length && memcmp(name->text, text->text, text->length) == 0) {
            return (int)i;
        }
    }
    return -1;
}

static bool bind_keyword(struct binding *binding, struct value keyword, struct value value) {
    const struct code *code = binding->code;
    if (!str_is(keyword)) {
        raise_error(binding->vm, EXCEPTION_TypeError, "%s() keywords must be strings",
                    str_of(binding->function->qualname)->text);
        return false;
    }
    int index = find_parameter(binding, keyword);
    struct value *slots = binding->frame->slots;
    if (index < 0) {
        if ((code->flags & CODE_VARKEYWORDS) == 0) {
            return bind_unexpected(binding, keyword);
        }
        struct value rest = slots[spread_slot(code) + ((code->flags & CODE_VARARGS) != 0)];
        return dict_set(binding->vm, dict_of(rest), keyword, value);
    }
    if (!value_is_absent(slots[index])) {
        return bind_given_twice(binding, keyword);
    }
    slots[index] = value_keep(value);
    return true;
}

static bool bind_keywords(struct binding *binding) {
    const struct code *code = binding->code;
    if ((code->flags & CODE_VARKEYWORDS) != 0) {
        struct value rest = dict_new(binding->vm);
        if (value_is_error(rest)) {
            return false;
        }
        binding->frame->slots[spread_slot(code) + ((code->flags & CODE_VARARGS) != 0)] = rest;
    }
    const struct call *call = binding->call;
    for (size_t i = 0; i < call->keyword_count; i++) {
        if (!bind_keyword(binding, call->keywords[i], call->args[call->count + i])) {
            return false;
        }
    }
    return true;
}

static bool bind_defaults(struct binding *binding) {
    const struct code *code = binding->code;
    struct value defaults = binding->function->defaults;
    size_t count = value_is_absent(defaults) ? 0 : tuple_of(defaults)->count;
    unsigned first = code->positional - (unsigned)count;
    struct value *slots = binding->frame->slots;
    for (size_t i = binding->given; i < first; i++) {
        if (value_is_absent(slots[i])) {
            return bind_missing(binding, 0, first, "positional");
        }
    }
    for (unsigned i = first; i < code->positional; i++) {
        if (value_is_absent(slots[i])) {
            slots[i] = value_keep(tuple_of(defaults)->items[i - first]);
        }
    }
    return true;
}

static bool bind_keyword_defaults(struct binding *binding) {
    const struct code *code = binding->code;
    struct value defaults = binding->function->kwdefaults;
    struct value *slots = binding->frame->slots;
    bool missing = false;
    for (unsigned i = code->positional; i < spread_slot(code); i++) {
        if (value_is_absent(slots[i]) && !value_is_absent(defaults)) {
            slots[i] = value_keep(dict_get_str(dict_of(defaults), bind_parameter(binding, i)));
        }
        missing |= value_is_absent(slots[i]);
    }
    return !missing || bind_missing(binding, code->positional, spread_slot(code), "keyword-only");
}

static bool bind_all(struct binding *binding) {
    const struct code *code = binding->code;
    const struct loaded *loaded = binding->function->loaded;
    if (loaded->simple && binding->given == loaded->parameters &&
        binding->call->keyword_count == 0) {
        return bind_positional(binding); // the usual case: nothing else can be wrong
    }
    if (!bind_positional(binding) || !bind_keywords(binding)) {
        return false;
    }
    if (binding->given > code->positional && (code->flags & CODE_VARARGS) == 0) {
        return bind_too_many(binding);
    }
    if (binding->given < code->positional && !bind_defaults(binding)) {
        return false;
    }
    return code->keyword_only == 0 || bind_keyword_defaults(binding);
}

struct frame *bind_call(struct vm *vm, struct function *function, struct value self,
                        const struct call *call) {
    struct frame *frame = frame_new(vm, function);
    if (frame == NULL) {
        return NULL;
    }
    struct binding binding = {
        .vm = vm,
        .frame = frame,
        .function = function,
        .code = function->loaded->code,
        .self = self,
        .call = call,
        .given = call->count + !value_is_absent(self),
    };
    if (!bind_all(&binding)) {
        frame_free(vm, frame);
        return NULL;
    }
    return frame;
}
