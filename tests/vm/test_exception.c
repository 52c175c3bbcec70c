// Exceptions: how they are raised, chained, grouped, split and printed.
#include "support/test.h"

#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "vm/exception.h"
#include "vm/exception_group.h"

static struct value make(struct vm *vm, enum exception_kind kind, const char *text) {
    struct value argument = str_from(vm, text);
    struct value exception = exception_new(vm, kind, &argument, 1);
    value_drop(vm, argument);
    return exception;
}

static void assert_printed(struct vm *vm, struct value exception, const char *expected) {
    struct buf out = {0};
    vm_format_exception(vm, exception, &out);
    assert_string_equal(buf_text(&out), expected);
    buf_free(&out);
    value_drop(vm, exception);
}

static void kinds_inherit_as_listed(void **state) {
    struct vm *vm = fixture_vm(state);
    raise_error(vm, EXCEPTION_ModuleNotFoundError, "No module named '%s'", "x");
    assert_true(raised_is(vm, EXCEPTION_ImportError));
    assert_true(raised_is(vm, EXCEPTION_BaseException));
    assert_false(raised_clear(vm, EXCEPTION_LookupError));
    assert_true(raised_clear(vm, EXCEPTION_Exception));
    assert_true(value_is_absent(raised(vm)));
}

static void a_single_key_is_shown_quoted(void **state) {
    struct vm *vm = fixture_vm(state);
    raise_with(vm, EXCEPTION_KeyError, value_object(vm->empty));
    assert_raised(vm, EXCEPTION_KeyError, "''");
}

static void memory_errors_need_no_memory(void **state) {
    struct vm *vm = fixture_vm(state);
    for (int i = 0; i < 3; i++) {
        raise_memory(vm);
        assert_true(value_is(raised(vm), vm->memory_error));
        assert_true(raised_clear(vm, EXCEPTION_MemoryError));
    }
}

static void chains_are_printed_oldest_first(void **state) {
    struct vm *vm = fixture_vm(state);
    struct value newest = make(vm, EXCEPTION_ValueError, "b");
    exception_set_cause(vm, newest, make(vm, EXCEPTION_KeyError, "a"));
    assert_printed(vm, newest,
                   "KeyError: 'a'\n\nThe above exception was the direct cause of the following "
                   "exception:\n\nValueError: b\n");
    newest = make(vm, EXCEPTION_ValueError, "b");
    exception_set_context(vm, newest, make(vm, EXCEPTION_KeyError, "a"));
    exception_add_note(vm, newest, "noted %d", 1);
    assert_printed(vm, newest,
                   "KeyError: 'a'\n\nDuring handling of the above exception, another exception "
                   "occurred:\n\nValueError: b\nnoted 1\n");
}

static void circles_in_chains_end(void **state) {
    struct vm *vm = fixture_vm(state);
    struct value a = make(vm, EXCEPTION_ValueError, "a"), b = make(vm, EXCEPTION_ValueError, "b");
    exception_set_context(vm, a, value_keep(b));
    exception_set_context(vm, b, value_keep(a));
    assert_printed(vm, value_keep(a),
                   "ValueError: b\n\nDuring handling of the above exception, another exception "
                   "occurred:\n\nValueError: a\n");
    exception_set_context(vm, a, VALUE_ABSENT);
    value_drop(vm, a);
    value_drop(vm, b);
}

static void groups_are_printed_as_boxes(void **state) {
    struct vm *vm = fixture_vm(state);
    struct value members[2] = {make(vm, EXCEPTION_ValueError, "a"),
                               make(vm, EXCEPTION_KeyError, "b")};
    struct value group = exception_group_new(vm, "two", members, 2);
    value_drop(vm, members[0]);
    value_drop(vm, members[1]);
    assert_printed(vm, group,
                   "  | ExceptionGroup: two (2 sub-exceptions)\n"
                   "  +-+---------------- 1 ----------------\n"
                   "    | ValueError: a\n"
                   "    +---------------- 2 ----------------\n"
                   "    | KeyError: 'b'\n"
                   "    +------------------------------------\n");
}

static void except_star_takes_its_part_and_leaves_the_rest(void **state) {
    struct vm *vm = fixture_vm(state);
    struct value members[2] = {make(vm, EXCEPTION_ValueError, "a"),
                               make(vm, EXCEPTION_KeyError, "b")};
    struct value group = exception_group_new(vm, "two", members, 2);
    struct value match, rest;
    assert_true(exception_group_match(
        vm, group, value_object(exception_type(vm, EXCEPTION_LookupError)), &match, &rest));
    struct value list = list_new(vm, &rest, 1);
    struct value left = exception_group_merge(vm, group, list);
    assert_repr(vm, match, "ExceptionGroup('two', [KeyError('b')])");
    assert_repr(vm, rest, "ExceptionGroup('two', [ValueError('a')])");
    assert_repr(vm, left, "ExceptionGroup('two', [ValueError('a')])");
    value_drop(vm, list);
    value_drop(vm, group);
    value_drop(vm, members[0]);
    value_drop(vm, members[1]);
}

static void a_plain_exception_is_handled_as_a_group_of_one(void **state) {
    struct vm *vm = fixture_vm(state);
    struct value plain = make(vm, EXCEPTION_ValueError, "a");
    struct value types = value_object(exception_type(vm, EXCEPTION_ValueError));
    struct value match, rest;
    assert_true(exception_group_match(vm, plain, types, &match, &rest));
    assert_true(value_is_none(rest));
    assert_repr(vm, match, "ExceptionGroup('', (ValueError('a'),))");
    value_drop(vm, plain);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        VM_TEST(kinds_inherit_as_listed),
        VM_TEST(a_single_key_is_shown_quoted),
        VM_TEST(memory_errors_need_no_memory),
        VM_TEST(chains_are_printed_oldest_first),
        VM_TEST(circles_in_chains_end),
        VM_TEST(groups_are_printed_as_boxes),
        VM_TEST(except_star_takes_its_part_and_leaves_the_rest),
        VM_TEST(a_plain_exception_is_handled_as_a_group_of_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
