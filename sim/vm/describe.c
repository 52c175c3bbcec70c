// The text with which a recording shows a value.
//
// It reads as repr would, but never runs the program's own code: an instance whose class has a
// __repr__ of its own is shown as <Class …> with its id, also inside of containers. What does not
// fit DESCRIBED_MOST characters is cut.
#include "base/utf8.h"
#include "vm/dict.h"
#include "vm/exception.h"
#include "vm/float.h"
#include "vm/function.h"
#include "vm/int.h"
#include "vm/list.h"
#include "vm/method.h"
#include "vm/set.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/type.h"

#define DESCRIBED_MOST 200
#define DEPTH_MOST     4

struct description {
    struct vm *vm;
    struct buf *out;
    size_t most; // bytes of [out] beyond which nothing more is needed
    unsigned depth;
};

static void describe(struct description *to, struct value v);

static bool is_full(const struct description *to) {
    return to->out->length > to->most;
}

static void describe_id(struct description *to, struct value v) {
    struct buf name = {0};
    type_full_name(to->vm, value_type(to->vm, v), &name);
    const char *text = buf_text(&name);
    buf_printf(to->out, "<%s object at 0x%llx>",
               strncmp(text, "__main__.", 9) == 0 ? text + 9 : text, (unsigned long long)vm_id(v));
    buf_free(&name);
}

// A repr that is C code and calls no other, such as an int's.
static void describe_repr(struct description *to, struct value v) {
    struct vm *vm = to->vm;
    struct value before = raised_take(vm);
    struct value text = value_type(vm, v)->repr(vm, v);
    if (str_is(text)) {
        buf_put(to->out, str_of(text)->text, str_of(text)->length);
    } else {
        describe_id(to, v);
    }
    value_drop(vm, text);
    value_drop(vm, raised_take(vm));
    vm->raised = before;
}

static void describe_str(struct description *to, const struct str *s) {
    // A long text is cut before it is quoted: what is cut off need not be looked at.
    size_t most = DESCRIBED_MOST + 8;
    if (s->count <= most) {
        str_repr_to(s, to->out);
        return;
    }
    struct value cut = str_new(to->vm, s->text, utf8_offset(s->text, s->length, most));
    if (!value_is_error(cut)) {
        str_repr_to(str_of(cut), to->out);
    }
    value_drop(to->vm, cut);
}

static void describe_items(struct description *to, const struct value *items, size_t count) {
    for (size_t i = 0; i < count && !is_full(to); i++) {
        buf_puts(to->out, i == 0 ? "" : ", ");
        describe(to, items[i]);
    }
}

static void describe_tuple(struct description *to, struct value v) {
    size_t count;
    const struct value *items = sequence_items(v, &count);
    buf_putc(to->out, '(');
    describe_items(to, items, count);
    buf_puts(to->out, count == 1 ? ",)" : ")");
}

static void describe_list(struct description *to, struct value v) {
    buf_putc(to->out, '[');
    describe_items(to, list_of(v)->items, list_of(v)->count);
    buf_putc(to->out, ']');
}

static void describe_dict(struct description *to, const struct dict *dict) {
    uint32_t at = 0;
    struct value key, value;
    bool first = true;
    buf_putc(to->out, '{');
    while (!is_full(to) && dict_next(dict, &at, &key, &value)) {
        buf_puts(to->out, first ? "" : ", ");
        describe(to, key);
        buf_puts(to->out, ": ");
        describe(to, value);
        first = false;
    }
    buf_putc(to->out, '}');
}

static void describe_exception(struct description *to, struct value v) {
    size_t count;
    const struct value *items = sequence_items(exception_of(v)->args, &count);
    const char *name = value_type(to->vm, v)->name;
    const char *dot = strrchr(name, '.');
    buf_printf(to->out, "%s(", dot == NULL ? name : dot + 1);
    describe_items(to, items, count);
    buf_putc(to->out, ')');
}

static void describe_set(struct description *to, struct value v) {
    struct value before = raised_take(to->vm);
    struct value list = list_from(to->vm, v);
    if (list_is(list) && list_of(list)->count > 0) {
        bool frozen = value_is_exactly(v, builtin(to->vm, BUILTIN_frozenset));
        buf_puts(to->out, frozen ? "frozenset({" : "{");
        describe_items(to, list_of(list)->items, list_of(list)->count);
        buf_puts(to->out, frozen ? "})" : "}");
    } else {
        describe_repr(to, v);
    }
    value_drop(to->vm, list);
    value_drop(to->vm, raised_take(to->vm));
    to->vm->raised = before;
}

// <bound method Class.name of …>
static void describe_method(struct description *to, const struct method *method) {
    bool is_function = value_is_exactly(method->function, builtin(to->vm, BUILTIN_function));
    struct value name = is_function ? function_of(method->function)->qualname : VALUE_ABSENT;
    buf_printf(to->out, "<bound method %s of ", str_is(name) ? str_of(name)->text : "?");
    describe(to, method->self);
    buf_putc(to->out, '>');
}

// Kinds that hold other values, of exactly the builtin type.
static bool describe_container(struct description *to, struct value v) {
    const struct type *type = value_to_object(v)->type;
    const struct vm *vm = to->vm;
    if (type == builtin(vm, BUILTIN_tuple)) {
        describe_tuple(to, v);
    } else if (type == builtin(vm, BUILTIN_list)) {
        describe_list(to, v);
    } else if (type == builtin(vm, BUILTIN_dict)) {
        describe_dict(to, dict_of(v));
    } else if (type == builtin(vm, BUILTIN_set) || type == builtin(vm, BUILTIN_frozenset)) {
        describe_set(to, v);
    } else if (type == builtin(vm, BUILTIN_method)) {
        describe_method(to, method_of(v));
    } else {
        return false;
    }
    return true;
}

// Types whose repr shows other values, which may be the program's.
static bool shows_others(struct vm *vm, const struct type *type) {
    static const enum builtin_type types[] = {
        BUILTIN_tuple,        BUILTIN_list,          BUILTIN_dict,       BUILTIN_set,
        BUILTIN_frozenset,    BUILTIN_dict_keys,     BUILTIN_dict_items, BUILTIN_dict_values,
        BUILTIN_mappingproxy, BUILTIN_slice,         BUILTIN_method,     BUILTIN_staticmethod,
        BUILTIN_classmethod,  BUILTIN_generic_alias, BUILTIN_union,
    };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        if (type->repr == builtin(vm, types[i])->repr) {
            return true;
        }
    }
    return false;
}

static void describe(struct description *to, struct value v) {
    struct vm *vm = to->vm;
    if (value_is_absent(v)) {
        buf_puts(to->out, "?");
        return;
    }
    if (value_is_exactly(v, builtin(vm, BUILTIN_str))) {
        describe_str(to, str_of(v));
        return;
    }
    if (value_is_object(v) && to->depth >= DEPTH_MOST) {
        buf_puts(to->out, "…");
        return;
    }
    to->depth++;
    const struct type *type = value_type(vm, v);
    bool described = value_is_object(v) && describe_container(to, v);
    if (type->describe != NULL) {
        type->describe(vm, v, to->out);
        described = true;
    }
    if (!described && exception_is(v) &&
        type->repr == vm->exceptions[EXCEPTION_BaseException]->repr) {
        describe_exception(to, v);
    } else if (!described && (type->flags & TYPE_HEAP) == 0 && !shows_others(vm, type)) {
        describe_repr(to, v);
    } else if (!described) {
        describe_id(to, v);
    }
    to->depth--;
}

static void cut(struct buf *out, size_t start) {
    size_t kept = utf8_offset(out->data + start, out->length - start, DESCRIBED_MOST);
    if (kept < out->length - start) {
        out->length =
            start + utf8_offset(out->data + start, out->length - start, DESCRIBED_MOST - 1);
        out->data[out->length] = '\0';
        buf_puts(out, "…");
    }
}

void vm_describe(struct vm *vm, struct value v, struct buf *out) {
    size_t start = out->length;
    struct description to = {.vm = vm, .out = out, .most = start + 4 * DESCRIBED_MOST};
    describe(&to, v);
    if (out->length > start) {
        cut(out, start);
    }
}
