// The TypeErrors of calls whose arguments do not fit, as CPython words them.
#include "base/buf.h"
#include "vm/bind.h"
#include "vm/dict.h"
#include "vm/list.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/suggest.h"

static const char *function_name(const struct binding *binding) {
    return str_of(binding->function->qualname)->text;
}

static const char *plural(size_t count) {
    return count == 1 ? "" : "s";
}

static bool same_text(const struct name *name, struct value keyword) {
    return str_is(keyword) && str_equals(str_of(keyword), name->text);
}

// Were positional-only parameters given by name? Then that is the error.
static bool refuse_positional_only(struct binding *binding) {
    struct buf names = {0};
    for (unsigned i = 0; i < binding->code->positional_only; i++) {
        const struct name *name = binding->code->slots[i].name;
        for (size_t k = 0; k < binding->call->keyword_count; k++) {
            if (same_text(name, binding->call->keywords[k])) {
                buf_printf(&names, "%s%s", names.length == 0 ? "" : ", ", name->text);
            }
        }
    }
    bool refused = names.length > 0;
    if (refused) {
        raise_error(binding->vm, EXCEPTION_TypeError,
                    "%s() got some positional-only arguments passed as keyword arguments: '%s'",
                    function_name(binding), buf_text(&names));
    }
    buf_free(&names);
    return refused;
}

bool bind_unexpected(struct binding *binding, struct value keyword) {
    if (refuse_positional_only(binding)) {
        return false;
    }
    const struct code *code = binding->code;
    struct suggestion suggestion = suggestion_for(str_of(keyword)->text);
    for (int i = code->positional_only; i < code->positional + code->keyword_only; i++) {
        suggestion_consider(&suggestion, code->slots[i].name->text);
    }
    if (suggestion.best != NULL) {
        raise_error(binding->vm, EXCEPTION_TypeError,
                    "%s() got an unexpected keyword argument '%s'. Did you mean '%s'?",
                    function_name(binding), str_of(keyword)->text, suggestion.best);
    } else {
        raise_error(binding->vm, EXCEPTION_TypeError,
                    "%s() got an unexpected keyword argument '%s'", function_name(binding),
                    str_of(keyword)->text);
    }
    return false;
}

bool bind_given_twice(struct binding *binding, struct value keyword) {
    raise_error(binding->vm, EXCEPTION_TypeError, "%s() got multiple values for argument '%s'",
                function_name(binding), str_of(keyword)->text);
    return false;
}

static size_t count_keyword_only_given(const struct binding *binding) {
    const struct code *code = binding->code;
    size_t count = 0;
    for (int i = code->positional; i < code->positional + code->keyword_only; i++) {
        count += !value_is_absent(binding->frame->slots[i]);
    }
    return count;
}

bool bind_too_many(struct binding *binding) {
    size_t most = binding->code->positional;
    size_t given = binding->given;
    struct value defaults = binding->function->defaults;
    size_t default_count = value_is_absent(defaults) ? 0 : tuple_of(defaults)->count;
    size_t keyword_only = count_keyword_only_given(binding);
    struct buf text = {0};
    buf_printf(&text, "%s() takes ", function_name(binding));
    if (default_count > 0) {
        buf_printf(&text, "from %zu to ", most - default_count);
    }
    buf_printf(&text, "%zu positional argument%s but %zu", most,
               default_count > 0 ? "s" : plural(most), given);
    if (keyword_only > 0) {
        buf_printf(&text, " positional argument%s (and %zu keyword-only argument%s)", plural(given),
                   keyword_only, plural(keyword_only));
    }
    buf_printf(&text, " %s given", given == 1 && keyword_only == 0 ? "was" : "were");
    raise_error(binding->vm, EXCEPTION_TypeError, "%s", buf_text(&text));
    buf_free(&text);
    return false;
}

// Before the name number [index] of [count]: "'a'", "'a' and 'b'", "'a', 'b', and 'c'".
static const char *separator(size_t index, size_t count) {
    if (index == 0) {
        return "";
    }
    return index + 1 < count ? ", " : count == 2 ? " and " : ", and ";
}

bool bind_missing(struct binding *binding, unsigned first, unsigned end, const char *kind) {
    const struct value *slots = binding->frame->slots;
    size_t count = 0;
    for (unsigned i = first; i < end; i++) {
        count += value_is_absent(slots[i]);
    }
    struct buf names = {0};
    size_t index = 0;
    for (unsigned i = first; i < end; i++) {
        if (value_is_absent(slots[i])) {
            buf_printf(&names, "%s'%s'", separator(index++, count),
                       binding->code->slots[i].name->text);
        }
    }
    raise_error(binding->vm, EXCEPTION_TypeError, "%s() missing %zu required %s argument%s: %s",
                function_name(binding), count, kind, plural(count), buf_text(&names));
    buf_free(&names);
    return false;
}
