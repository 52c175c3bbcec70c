// The type types.GenericAlias: list[int] and kin. It acts as its origin nearly everywhere.
#include "vm/proxies.h"

#include "vm/builtin.h"
#include "vm/instance.h"
#include "vm/iterators.h"
#include "vm/list.h"
#include "vm/native.h"
#include "vm/raise.h"
#include "vm/str.h"
#include "vm/type_text.h"
#include "vm/vm.h"

struct generic_alias {
    struct object head;
    struct value origin;
    struct value args;       // tuple
    struct value parameters; // tuple: the type variables among the arguments
};

static struct generic_alias *alias_of(struct value v) {
    return (struct generic_alias *)value_to_object(v);
}

bool generic_alias_is(struct vm *vm, struct value v) {
    return value_is_exactly(v, builtin(vm, BUILTIN_generic_alias));
}

struct value generic_alias_origin(struct value alias) {
    return alias_of(alias)->origin;
}

// Is it a type variable? Those of typing and of the language have this method.
static bool is_parameter(struct vm *vm, struct value v) {
    struct type *type = value_type(vm, v);
    struct value found = vm_find_attribute(vm, value_object(type), "__typing_subst__");
    bool is = !value_is_absent(found) && !value_is_error(found);
    value_drop(vm, found);
    return is && !value_is_exactly(v, builtin(vm, BUILTIN_type));
}

static bool add_once(struct vm *vm, struct list *list, struct value item) {
    for (size_t i = 0; i < list->count; i++) {
        if (value_is(list->items[i], item)) {
            return true;
        }
    }
    return list_append(vm, list, item);
}

static bool add_parameters(struct vm *vm, struct list *list, struct value arg) {
    if (is_parameter(vm, arg)) {
        return add_once(vm, list, arg);
    }
    struct value inner = vm_find_attribute(vm, arg, "__parameters__");
    bool done = !value_is_error(inner);
    for (size_t i = 0; done && tuple_is(inner) && i < tuple_of(inner)->count; i++) {
        done = add_once(vm, list, tuple_of(inner)->items[i]);
    }
    value_drop(vm, inner);
    return done;
}

static struct value find_parameters(struct vm *vm, const struct tuple *args) {
    struct value list = list_new(vm, NULL, 0);
    for (size_t i = 0; !value_is_error(list) && i < args->count; i++) {
        struct value arg = args->items[i];
        bool plain = !value_is_object(arg) || value_is_exactly(arg, builtin(vm, BUILTIN_type));
        if (!plain && !add_parameters(vm, list_of(list), arg)) {
            value_replace(vm, &list, VALUE_ERROR);
        }
    }
    if (value_is_error(list)) {
        return list;
    }
    struct value tuple = tuple_new(vm, list_of(list)->items, list_of(list)->count);
    value_drop(vm, list);
    return tuple;
}

struct value generic_alias_new(struct vm *vm, struct value origin, struct value arguments) {
    struct value args = tuple_is(arguments) ? value_keep(arguments) : tuple_new(vm, &arguments, 1);
    struct value parameters = value_is_error(args) ? args : find_parameters(vm, tuple_of(args));
    struct generic_alias *alias = NULL;
    if (!value_is_error(parameters)) {
        alias = object_new(vm, builtin(vm, BUILTIN_generic_alias), sizeof *alias);
    }
    if (alias == NULL) {
        value_drop(vm, args);
        value_drop(vm, parameters);
        return VALUE_ERROR;
    }
    alias->origin = value_keep(origin);
    alias->args = args;
    alias->parameters = parameters;
    return value_object(alias);
}

static struct value create(struct vm *vm, struct type *type, const struct call *call) {
    (void)type;
    struct value origin, args;
    if (!native_args(vm, call, "GenericAlias", "oo", &origin, &args)) {
        return VALUE_ERROR;
    }
    return generic_alias_new(vm, origin, args);
}

static void release(struct vm *vm, struct object *object) {
    struct generic_alias *alias = (struct generic_alias *)object;
    value_drop(vm, alias->origin);
    value_drop(vm, alias->args);
    value_drop(vm, alias->parameters);
}

static struct value repr(struct vm *vm, struct value self) {
    struct generic_alias *alias = alias_of(self);
    struct buf out = {0};
    bool done = type_text_put(vm, alias->origin, &out);
    buf_putc(&out, '[');
    if (tuple_of(alias->args)->count == 0) {
        buf_puts(&out, "()");
    }
    done = done && type_text_put_all(vm, alias->args, ", ", &out);
    buf_putc(&out, ']');
    if (!done) {
        buf_free(&out);
        return VALUE_ERROR;
    }
    return str_take(vm, &out);
}

static bool hash(struct vm *vm, struct value self, int64_t *out) {
    int64_t origin, args;
    if (!vm_hash(vm, alias_of(self)->origin, &origin) ||
        !vm_hash(vm, alias_of(self)->args, &args)) {
        return false;
    }
    *out = origin ^ args;
    return true;
}

static struct value compare(struct vm *vm, struct value self, struct value other,
                            enum compare_op op) {
    if (!generic_alias_is(vm, other) || (op != COMPARE_EQ && op != COMPARE_NE)) {
        return VALUE_NOT_IMPLEMENTED;
    }
    int equal = vm_equal(vm, alias_of(self)->origin, alias_of(other)->origin);
    if (equal == 1) {
        equal = vm_equal(vm, alias_of(self)->args, alias_of(other)->args);
    }
    return equal < 0 ? VALUE_ERROR : value_bool(op == COMPARE_NE ? !equal : equal);
}

// list[int]() makes a list, and tells it what it was made by, if it can be told.
static struct value call_origin(struct vm *vm, struct value self, const struct call *call) {
    struct value made = vm_call_with(vm, alias_of(self)->origin, call);
    if (value_is_error(made)) {
        return made;
    }
    if (value_is_object(made) && !vm_set_attribute(vm, made, "__orig_class__", self) &&
        !raised_clear(vm, EXCEPTION_AttributeError) && !raised_clear(vm, EXCEPTION_TypeError)) {
        value_drop(vm, made);
        return VALUE_ERROR;
    }
    return made;
}

static const char *const own_names[] = {
    "__class__",    "__origin__", "__args__",   "__parameters__", "__mro_entries__", "__copy__",
    "__deepcopy__", "__bases__",  "__reduce__", "__reduce_ex__",  "__dir__",         "__unpacked__",
};

static struct value get_attribute(struct vm *vm, struct value self, struct str *name) {
    for (size_t i = 0; i < sizeof own_names / sizeof own_names[0]; i++) {
        if (str_equals(name, own_names[i])) {
            return instance_get_attribute(vm, self, name);
        }
    }
    return vm_get_attribute_str(vm, alias_of(self)->origin, name);
}

// What the type variable [parameter] stands for now; itself if for nothing. Borrowed.
static struct value substituted(const struct generic_alias *alias, const struct tuple *given,
                                struct value parameter) {
    const struct tuple *parameters = tuple_of(alias->parameters);
    for (size_t i = 0; i < parameters->count; i++) {
        if (value_is(parameters->items[i], parameter)) {
            return given->items[i];
        }
    }
    return parameter;
}

// An argument with type variables inside: list[T] in dict[str, list[T]].
static struct value substitute_inside(struct vm *vm, const struct generic_alias *alias,
                                      const struct tuple *given, struct value arg) {
    struct value inner = vm_find_attribute(vm, arg, "__parameters__");
    if (value_is_error(inner)) {
        return inner;
    }
    if (!tuple_is(inner) || tuple_of(inner)->count == 0) {
        value_drop(vm, inner);
        return value_keep(arg);
    }
    struct value key = tuple_new(vm, NULL, tuple_of(inner)->count);
    for (size_t i = 0; !value_is_error(key) && i < tuple_of(inner)->count; i++) {
        tuple_of(key)->items[i] = value_keep(substituted(alias, given, tuple_of(inner)->items[i]));
    }
    struct value result = value_is_error(key) ? key : vm_get_item(vm, arg, key);
    value_drop(vm, key);
    value_drop(vm, inner);
    return result;
}

static struct value substitute(struct vm *vm, const struct generic_alias *alias,
                               const struct tuple *given) {
    const struct tuple *args = tuple_of(alias->args);
    struct value fresh = tuple_new(vm, NULL, args->count);
    for (size_t i = 0; !value_is_error(fresh) && i < args->count; i++) {
        struct value arg = args->items[i];
        struct value by = substituted(alias, given, arg);
        bool plain = !value_is_object(arg) || value_is_exactly(arg, builtin(vm, BUILTIN_type));
        by =
            plain || !value_is(by, arg) ? value_keep(by) : substitute_inside(vm, alias, given, arg);
        if (value_is_error(by)) {
            value_replace(vm, &fresh, by);
        } else {
            tuple_of(fresh)->items[i] = by;
        }
    }
    struct value result =
        value_is_error(fresh) ? fresh : generic_alias_new(vm, alias->origin, fresh);
    value_drop(vm, fresh);
    return result;
}

static struct value refuse_arguments(struct vm *vm, struct value self, size_t given,
                                     size_t expected) {
    struct value text = repr(vm, self);
    if (value_is_error(text)) {
        return text;
    }
    if (expected == 0) {
        raise_error(vm, EXCEPTION_TypeError, "%s is not a generic class", str_of(text)->text);
    } else {
        raise_error(vm, EXCEPTION_TypeError, "Too %s arguments for %s; actual %zu, expected %zu",
                    given > expected ? "many" : "few", str_of(text)->text, given, expected);
    }
    value_drop(vm, text);
    return VALUE_ERROR;
}

static struct value get_item(struct vm *vm, struct value self, struct value key) {
    struct generic_alias *alias = alias_of(self);
    struct value given = tuple_is(key) ? value_keep(key) : tuple_new(vm, &key, 1);
    if (value_is_error(given)) {
        return given;
    }
    size_t count = tuple_of(given)->count, expected = tuple_of(alias->parameters)->count;
    struct value result = count != expected || expected == 0
                              ? refuse_arguments(vm, self, count, expected)
                              : substitute(vm, alias, tuple_of(given));
    value_drop(vm, given);
    return result;
}

static struct value binary(struct vm *vm, enum binary_op op, struct value left,
                           struct value right) {
    return op == BINARY_OR ? union_new(vm, left, right) : VALUE_NOT_IMPLEMENTED;
}

static struct value get_origin(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(alias_of(self)->origin);
}

static struct value get_args(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(alias_of(self)->args);
}

static struct value get_parameters(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(alias_of(self)->parameters);
}

// What class D(list[int]) really inherits from.
static struct value mro_entries(struct vm *vm, struct value self, const struct call *call) {
    struct value bases;
    if (!native_args(vm, call, "__mro_entries__", "o", &bases)) {
        return VALUE_ERROR;
    }
    return tuple_new(vm, &alias_of(self)->origin, 1);
}

static const struct native methods[] = {
    {"__origin__", get_origin, NATIVE_GETTER, NULL},
    {"__args__", get_args, NATIVE_GETTER, NULL},
    {"__parameters__", get_parameters, NATIVE_GETTER, NULL},
    {"__mro_entries__", mro_entries, NATIVE_PLAIN, NULL},
    {NULL, NULL, NATIVE_PLAIN, NULL},
};

bool generic_alias_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct generic_alias);
    type->create = create;
    type->free = release;
    type->repr = repr;
    type->hash = hash;
    type->compare = compare;
    type->call = call_origin;
    type->get_attribute = get_attribute;
    type->get_item = get_item;
    type->binary = binary;
    return type_ready(vm, type, methods);
}
