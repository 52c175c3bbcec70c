// str: counted in characters, interned once, and never larger than memory allows.
#include "support/test.h"

#include <stdlib.h>

#include "fixture.h"

static void equal_texts_are_interned_as_one(void **state) {
    struct vm *vm = fixture_vm(state);
    struct value a = str_intern(vm, "gather", 6), b = str_intern(vm, "gather!", 6);
    struct value plain = str_from(vm, "gather");
    struct value c = str_intern_str(vm, str_of(plain));
    assert_true(value_is(a, b) && value_is(a, c) && !value_is(a, plain));
    assert_true(str_equal(str_of(a), str_of(plain)));
    assert_int_equal(str_hash(str_of(a)), str_hash(str_of(plain)));
    value_drop(vm, a);
    value_drop(vm, b);
    value_drop(vm, c);
    value_drop(vm, plain);
    ((struct fixture *)*state)->live++; // the interned one lives as long as the vm
}

static void there_is_one_str_for_each_ascii_character(void **state) {
    struct vm *vm = fixture_vm(state);
    struct value text = str_from(vm, "xé x");
    struct value first = str_at(vm, str_of(text), 0), last = str_at(vm, str_of(text), 3);
    struct value second = str_at(vm, str_of(text), 1);
    assert_true(value_is(first, last));
    assert_string_equal(str_of(second)->text, "é");
    assert_int_equal(str_of(second)->count, 1);
    assert_int_equal(str_of(second)->length, 2);
    value_drop(vm, first);
    value_drop(vm, last);
    value_drop(vm, second);
    value_drop(vm, text);
}

static void slices_count_characters(void **state) {
    struct vm *vm = fixture_vm(state);
    struct value text = str_from(vm, "aé中😀z");
    assert_int_equal(str_of(text)->count, 5);
    assert_repr(vm, str_slice(vm, str_of(text), 1, 4), "'é中😀'");
    assert_repr(vm, str_slice(vm, str_of(text), 3, 3), "''");
    assert_int_equal(str_offset(str_of(text), 4), 10);
    value_drop(vm, text);
}

static void repr_escapes_what_cannot_be_shown(void **state) {
    struct vm *vm = fixture_vm(state);
    assert_repr(vm, str_from(vm, "it's"), "\"it's\"");
    assert_repr(vm, str_from(vm, "'\""), "'\\'\"'");
    assert_repr(vm, str_from(vm, "\x1b[31m\n\t\\"), "'\\x1b[31m\\n\\t\\\\'");
    assert_repr(vm, str_from_rune(vm, 0xD800), "'\\ud800'");
    assert_repr(vm, str_from_rune(vm, 0x2028), "'\\u2028'");
    assert_repr(vm, str_from_rune(vm, 0x10FFFF), "'\\U0010ffff'");
}

// A text that others keep too is left as it is.
static void appending_changes_only_what_nobody_else_keeps(void **state) {
    struct vm *vm = fixture_vm(state);
    struct value text = str_from(vm, "begin"), more = str_from(vm, "é end");
    assert_false(str_can_append(vm, value_keep(text), more, 1));
    value_drop(vm, text);
    assert_true(str_can_append(vm, text, more, 1));
    assert_false(str_can_append(vm, text, text, 1));
    for (int i = 0; i < 200; i++) {
        assert_true(str_append(vm, &text, more));
    }
    assert_int_equal(str_of(text)->count, 5 + 200 * 5);
    assert_int_equal(str_of(text)->length, 5 + 200 * 6);
    struct value same = str_new(vm, str_of(text)->text, str_of(text)->length);
    assert_int_equal(str_hash(str_of(same)), str_hash(str_of(text)));
    value_drop(vm, same);
    value_drop(vm, text);
    value_drop(vm, more);
}

static void repeating_beyond_memory_is_refused(void **state) {
    struct vm *vm = fixture_vm(state);
    struct value text = str_from(vm, "ab");
    assert_true(value_is_error(str_repeat(vm, str_of(text), INT64_C(1) << 31)));
    assert_raised(vm, EXCEPTION_MemoryError, "");
    assert_true(value_is_error(str_repeat(vm, str_of(text), INT64_C(1) << 62)));
    assert_raised(vm, EXCEPTION_MemoryError, "");
    assert_repr(vm, str_repeat(vm, str_of(text), 3), "'ababab'");
    assert_repr(vm, str_repeat(vm, str_of(text), -1), "''");
    value_drop(vm, text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        VM_TEST(equal_texts_are_interned_as_one),
        VM_TEST(there_is_one_str_for_each_ascii_character),
        VM_TEST(slices_count_characters),
        VM_TEST(repr_escapes_what_cannot_be_shown),
        VM_TEST(appending_changes_only_what_nobody_else_keeps),
        VM_TEST(repeating_beyond_memory_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
