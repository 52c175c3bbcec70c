// list and tuple: sorting is stable, slices pick what they should, and items are kept and dropped.
#include "support/test.h"

#include <stdlib.h>

#include "fixture.h"
#include "vm/int.h"
#include "vm/slice.h"

static struct value numbers(struct vm *vm, int count) {
    struct value list = list_new(vm, NULL, 0);
    for (int i = 0; i < count; i++) {
        assert_true(list_append(vm, list_of(list), value_small(i)));
    }
    return list;
}

// The key function of the next test: the tens of a number.
static struct value tens(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)self;
    return value_small(value_to_small(call->args[0]) / 10);
}

static void sorting_keeps_equal_items_in_their_order(void **state) {
    struct vm *vm = fixture_vm(state);
    static const struct native native = {"tens", tens, NATIVE_PLAIN, NULL};
    struct value key = native_new(vm, &native, VALUE_ABSENT);
    for (int count = 0; count < 700; count += 97) {
        struct value list = list_new(vm, NULL, 0);
        for (int i = 0; i < count; i++) {
            assert_true(list_append(vm, list_of(list), value_small(i * 7919 % 400 * 10 / 10)));
        }
        struct value before = list_from(vm, list);
        assert_true(list_sort(vm, list_of(list), key, count % 2));
        for (int i = 1; i < count; i++) {
            int64_t a = value_to_small(list_of(list)->items[i - 1]) / 10;
            int64_t b = value_to_small(list_of(list)->items[i]) / 10;
            assert_true(count % 2 ? a >= b : a <= b);
        }
        assert_true(list_sort(vm, list_of(list), VALUE_ABSENT, false));
        assert_true(list_sort(vm, list_of(before), VALUE_ABSENT, false));
        assert_int_equal(vm_equal(vm, list, before), 1);
        value_drop(vm, list);
        value_drop(vm, before);
    }
    value_drop(vm, key);
}

static void check_slice(struct vm *vm, int start, int stop, int step, const char *text) {
    struct value list = numbers(vm, 10);
    struct value slice = slice_new(vm, start == 99 ? VALUE_NONE : value_small(start),
                                   stop == 99 ? VALUE_NONE : value_small(stop),
                                   step == 99 ? VALUE_NONE : value_small(step));
    assert_repr(vm, vm_get_item(vm, list, slice), text);
    value_drop(vm, slice);
    value_drop(vm, list);
}

static void slices_pick_as_in_python(void **state) {
    struct vm *vm = fixture_vm(state);
    check_slice(vm, 2, 5, 99, "[2, 3, 4]");
    check_slice(vm, -3, 99, 99, "[7, 8, 9]");
    check_slice(vm, 99, 99, -3, "[9, 6, 3, 0]");
    check_slice(vm, 8, 2, -2, "[8, 6, 4]");
    check_slice(vm, 5, 2, 99, "[]");
    check_slice(vm, -100, 100, 4, "[0, 4, 8]");
}

static void a_slice_is_replaced_by_any_number_of_items(void **state) {
    struct vm *vm = fixture_vm(state);
    for (int fresh = 0; fresh < 6; fresh++) {
        struct value list = numbers(vm, 6), items = numbers(vm, fresh);
        struct value slice = slice_new(vm, value_small(2), value_small(4), VALUE_NONE);
        assert_true(vm_set_item(vm, list, slice, items));
        assert_int_equal(list_of(list)->count, 4 + fresh);
        assert_int_equal(value_to_small(list_of(list)->items[2 + fresh]), 4);
        value_drop(vm, slice);
        value_drop(vm, items);
        value_drop(vm, list);
    }
}

static void a_list_that_holds_itself_is_shown(void **state) {
    struct vm *vm = fixture_vm(state);
    struct value list = numbers(vm, 1);
    assert_true(list_append(vm, list_of(list), list));
    assert_repr(vm, value_keep(list), "[0, [...]]");
    list_clear(vm, list_of(list));
    value_drop(vm, list);
}

static void absurd_lengths_are_memory_errors(void **state) {
    struct vm *vm = fixture_vm(state);
    struct value list = numbers(vm, 3);
    assert_true(value_is_error(vm_binary(vm, BINARY_MULTIPLY, list, value_small(1000000000000))));
    assert_raised(vm, EXCEPTION_MemoryError, "");
    assert_true(value_is_error(vm_binary(vm, BINARY_MULTIPLY, list, value_small(100000000))));
    assert_raised(vm, EXCEPTION_MemoryError, "");
    value_drop(vm, list);
}

static void deep_nesting_is_freed(void **state) {
    struct vm *vm = fixture_vm(state);
    struct value list = list_new(vm, NULL, 0);
    for (int i = 0; i < 200000; i++) {
        list = list_steal(vm, &list, 1);
    }
    value_drop(vm, list);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        VM_TEST(sorting_keeps_equal_items_in_their_order),
        VM_TEST(slices_pick_as_in_python),
        VM_TEST(a_slice_is_replaced_by_any_number_of_items),
        VM_TEST(a_list_that_holds_itself_is_shown),
        VM_TEST(absurd_lengths_are_memory_errors),
        VM_TEST(deep_nesting_is_freed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
