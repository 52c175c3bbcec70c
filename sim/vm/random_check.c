// Checking calls of Random's methods as those of the Python functions that they are in CPython.
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "vm/raise.h"
#include "vm/random.h"
#include "vm/str.h"
#include "vm/suggest.h"

#define PARAMETERS_MOST 8

struct parameter {
    const char *name; // not terminated
    size_t length;
    bool given;
};

struct signature {
    struct parameter items[PARAMETERS_MOST];
    size_t count, required, positional; // the first ones
};

static void read_signature(const char *text, struct signature *out) {
    bool optional = false, named = false;
    *out = (struct signature){0};
    while (*text != '\0') {
        size_t length = strcspn(text, " |$");
        if (length > 0) {
            out->items[out->count++] = (struct parameter){text, length, false};
            out->required += !optional;
            out->positional += !named;
        }
        text += length;
        optional = optional || *text == '|';
        named = named || *text == '$';
        text += *text != '\0';
    }
}

static bool refuse(struct vm *vm, const char *name, const char *what) {
    raise_error(vm, EXCEPTION_TypeError, "Random.%s() %s", name, what);
    return false;
}

// Both counts include self, as CPython's do.
static bool refuse_count(struct vm *vm, const char *name, const struct signature *signature,
                         size_t given) {
    char what[96];
    size_t most = signature->positional + 1, least = signature->required + 1;
    if (least == most) {
        snprintf(what, sizeof what, "takes %zu positional argument%s but %zu were given", most,
                 most == 1 ? "" : "s", given + 1);
    } else {
        snprintf(what, sizeof what, "takes from %zu to %zu positional arguments but %zu were given",
                 least, most, given + 1);
    }
    return refuse(vm, name, what);
}

// "… got an unexpected keyword argument 'x'", and which one may have been meant.
static bool refuse_keyword(struct vm *vm, const char *name, const struct signature *signature,
                           const struct str *keyword) {
    char names[PARAMETERS_MOST][24];
    struct suggestion suggestion = suggestion_for(keyword->text);
    for (size_t i = 0; i < signature->count; i++) {
        const struct parameter *parameter = &signature->items[i];
        snprintf(names[i], sizeof names[i], "%.*s", (int)parameter->length, parameter->name);
        suggestion_consider(&suggestion, names[i]);
    }
    raise_error(vm, EXCEPTION_TypeError,
                suggestion.best == NULL
                    ? "Random.%s() got an unexpected keyword argument '%s'"
                    : "Random.%s() got an unexpected keyword argument '%s'. Did you mean '%s'?",
                name, keyword->text, suggestion.best);
    return false;
}

static bool take_named(struct vm *vm, const char *name, struct signature *signature,
                       const struct str *keyword) {
    char what[128];
    for (size_t i = 0; i < signature->count; i++) {
        struct parameter *parameter = &signature->items[i];
        if (parameter->length != keyword->length ||
            memcmp(parameter->name, keyword->text, keyword->length) != 0) {
            continue;
        }
        if (parameter->given) {
            snprintf(what, sizeof what, "got multiple values for argument '%s'", keyword->text);
            return refuse(vm, name, what);
        }
        parameter->given = true;
        return true;
    }
    return refuse_keyword(vm, name, signature, keyword);
}

static bool check_required(struct vm *vm, const char *name, const struct signature *signature) {
    struct buf names = {0};
    size_t missing = 0, left = 0;
    for (size_t i = 0; i < signature->required; i++) {
        left += !signature->items[i].given;
    }
    for (size_t i = 0; i < signature->required; i++) {
        const struct parameter *parameter = &signature->items[i];
        if (!parameter->given) {
            const char *before = missing == 0 ? "" : missing + 1 == left ? " and " : ", ";
            buf_printf(&names, "%s'%.*s'", before, (int)parameter->length, parameter->name);
            missing++;
        }
    }
    if (missing > 0) {
        raise_error(vm, EXCEPTION_TypeError,
                    "Random.%s() missing %zu required positional argument%s: %s", name, missing,
                    missing == 1 ? "" : "s", buf_text(&names));
    }
    buf_free(&names);
    return missing == 0;
}

bool random_check(struct vm *vm, const struct call *call, const char *name,
                  const char *parameters) {
    struct signature signature;
    if (parameters == NULL) {
        return true;
    }
    read_signature(parameters, &signature);
    if (call->count > signature.positional) {
        return refuse_count(vm, name, &signature, call->count);
    }
    for (size_t i = 0; i < call->count; i++) {
        signature.items[i].given = true;
    }
    for (size_t i = 0; i < call->keyword_count; i++) {
        if (!take_named(vm, name, &signature, str_of(call->keywords[i]))) {
            return false;
        }
    }
    return check_required(vm, name, &signature);
}
