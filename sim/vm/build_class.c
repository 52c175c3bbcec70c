// The class statement: finds the metaclass, runs the body in a new namespace, calls the metaclass.
#include "base/mem.h"
#include "vm/dict.h"
#include "vm/function.h"
#include "vm/list.h"
#include "vm/native.h"
#include "vm/raise.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/type.h"

// A class statement under way; what is owned is dropped by finish().
struct statement {
    struct value body;      // borrowed
    struct value name;      // borrowed
    struct value written;   // the bases as written: a tuple, owned
    struct value bases;     // what they stand for: a tuple, owned
    struct value metaclass; // owned
    struct value namespace; // owned
    struct value *args;     // the keywords' values behind name, bases, namespace; owned memory
    struct value *names;    // their names; owned memory
    size_t keyword_count;   // without "metaclass"
};

static bool append_entries(struct vm *vm, struct value list, struct value entries) {
    if (!tuple_is(entries)) {
        raise_error(vm, EXCEPTION_TypeError, "__mro_entries__ must return a tuple");
        return false;
    }
    return list_extend(vm, list_of(list), entries);
}

// A base that is no class may say by __mro_entries__ which classes it stands for.
static bool append_base(struct vm *vm, struct value list, struct value base, struct value written) {
    struct value method =
        type_is(base) ? VALUE_ABSENT : vm_find_attribute(vm, base, "__mro_entries__");
    if (value_is_absent(method)) {
        return list_append(vm, list_of(list), base);
    }
    struct value entries = value_is_error(method) ? method : vm_call(vm, method, &written, 1);
    value_drop(vm, method);
    bool done = !value_is_error(entries) && append_entries(vm, list, entries);
    value_drop(vm, entries);
    return done;
}

static bool resolve_bases(struct vm *vm, struct statement *statement) {
    size_t count;
    const struct value *items = sequence_items(statement->written, &count);
    struct value list = list_new(vm, NULL, 0);
    bool done = !value_is_error(list);
    for (size_t i = 0; i < count && done; i++) {
        done = append_base(vm, list, items[i], statement->written);
    }
    statement->bases = done ? tuple_from(vm, list) : VALUE_ABSENT;
    value_drop(vm, list);
    return done && !value_is_error(statement->bases);
}

// Sorts out the keywords: metaclass= is for us, the others go on to the metaclass.
static void take_keywords(struct statement *statement, const struct call *call) {
    statement->args = mem_zalloc(call->keyword_count + 3, sizeof *statement->args);
    statement->names = mem_zalloc(call->keyword_count + 1, sizeof *statement->names);
    for (size_t i = 0; i < call->keyword_count; i++) {
        struct value value = call->args[call->count + i];
        if (str_equals(str_of(call->keywords[i]), "metaclass")) {
            statement->metaclass = value_keep(value);
        } else {
            statement->args[3 + statement->keyword_count] = value;
            statement->names[statement->keyword_count++] = call->keywords[i];
        }
    }
}

static bool find_metaclass(struct vm *vm, struct statement *statement) {
    size_t count;
    const struct value *bases = sequence_items(statement->bases, &count);
    if (value_is_absent(statement->metaclass)) {
        struct type *type = count == 0 ? builtin(vm, BUILTIN_type) : value_type(vm, bases[0]);
        statement->metaclass = value_keep(value_object(type));
    }
    if (!type_is(statement->metaclass)) {
        return true;
    }
    struct type *winner = type_metaclass(vm, type_of(statement->metaclass), statement->bases);
    if (winner == NULL) {
        return false;
    }
    value_replace(vm, &statement->metaclass, value_keep(value_object(winner)));
    return true;
}

// The arguments name, bases and, if there is one yet, namespace; then the keywords.
static struct call arguments(const struct statement *statement, size_t count) {
    struct value *args = statement->args;
    if (count == 2) {
        args++;
    }
    args[0] = statement->name;
    args[1] = statement->bases;
    if (count == 3) {
        args[2] = statement->namespace;
    }
    return (struct call){.args = args,
                         .count = count,
                         .keyword_count = statement->keyword_count,
                         .keywords = statement->names};
}

static bool prepare(struct vm *vm, struct statement *statement) {
    struct value method = VALUE_ABSENT;
    if (!value_is(statement->metaclass, value_object(builtin(vm, BUILTIN_type)))) {
        method = vm_find_attribute(vm, statement->metaclass, "__prepare__");
    }
    if (value_is_absent(method)) {
        statement->namespace = dict_new(vm);
    } else {
        struct call call = arguments(statement, 2);
        statement->namespace = value_is_error(method) ? method : vm_call_with(vm, method, &call);
        value_drop(vm, method);
    }
    if (!value_is_error(statement->namespace) && !dict_is(statement->namespace)) {
        raise_error(vm, EXCEPTION_TypeError, "%s.__prepare__() must return a mapping, not %s",
                    type_is(statement->metaclass) ? type_of(statement->metaclass)->name
                                                  : "<metaclass>",
                    value_type(vm, statement->namespace)->name);
        return false;
    }
    return !value_is_error(statement->namespace);
}

static bool check_cell(struct vm *vm, struct value cell, struct value class) {
    if (!value_is_exactly(cell, builtin(vm, BUILTIN_cell)) || !type_is(class)) {
        return true;
    }
    struct value held = cell_of(cell)->value;
    if (value_is(held, class)) {
        return true;
    }
    const char *name = type_of(class)->name;
    if (value_is_absent(held)) {
        raise_error(vm, EXCEPTION_RuntimeError,
                    "__class__ not set defining '%s' as <class '%s'>. Was __classcell__ "
                    "propagated to type.__new__?",
                    name, name);
    } else {
        raise_error(vm, EXCEPTION_TypeError,
                    "__class__ set to <class '%s'> defining '%s' as "
                    "<class '%s'>",
                    value_type(vm, held)->name, name, name);
    }
    return false;
}

static struct value run(struct vm *vm, struct statement *statement) {
    struct value cell = function_run_body(vm, statement->body, statement->namespace);
    if (value_is_error(cell)) {
        return cell;
    }
    bool written_otherwise = !value_is(statement->written, statement->bases) &&
                             vm_equal(vm, statement->written, statement->bases) == 0;
    bool done = !written_otherwise ||
                vm_set_item(vm, statement->namespace, value_object(dunder(vm, DUNDER_orig_bases)),
                            statement->written);
    struct call call = arguments(statement, 3);
    struct value class = done ? vm_call_with(vm, statement->metaclass, &call) : VALUE_ERROR;
    if (!value_is_error(class) && !check_cell(vm, cell, class)) {
        value_drop(vm, class);
        class = VALUE_ERROR;
    }
    value_drop(vm, cell);
    return class;
}

static void finish(struct vm *vm, struct statement *statement) {
    value_drop(vm, statement->written);
    value_drop(vm, statement->bases);
    value_drop(vm, statement->metaclass);
    value_drop(vm, statement->namespace);
    mem_free(statement->args);
    mem_free(statement->names);
}

struct value build_class(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    if (call->count < 2) {
        return raise_error(vm, EXCEPTION_TypeError, "__build_class__: not enough arguments");
    }
    struct statement statement = {.body = call->args[0],
                                  .name = call->args[1],
                                  .bases = VALUE_ABSENT,
                                  .metaclass = VALUE_ABSENT,
                                  .namespace = VALUE_ABSENT};
    take_keywords(&statement, call);
    statement.written = tuple_new(vm, call->args + 2, call->count - 2);
    struct value class = VALUE_ERROR;
    if (!value_is_error(statement.written) && resolve_bases(vm, &statement) &&
        find_metaclass(vm, &statement) && prepare(vm, &statement)) {
        class = run(vm, &statement);
    }
    finish(vm, &statement);
    return class;
}
