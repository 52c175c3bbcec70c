// Types: the order of bases, looking attributes up, slots that follow from them, layouts.
#include "support/test.h"

#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "vm/dict.h"
#include "vm/instance.h"
#include "vm/int.h"
#include "vm/slots.h"
#include "vm/type.h"

// A class with these bases; the vm's table of interned names keeps its own.
static struct type *class_of(struct vm *vm, const char *name, size_t count,
                             struct type *const *bases) {
    struct value items[4];
    for (size_t i = 0; i < count; i++) {
        items[i] = value_object(bases[i]);
    }
    struct value tuple = tuple_new(vm, items, count);
    struct value namespace = dict_new(vm);
    struct value text = str_from(vm, name);
    struct value made =
        type_make(vm, builtin(vm, BUILTIN_type), str_of(text), tuple, dict_of(namespace), NULL);
    value_drop(vm, tuple);
    value_drop(vm, namespace);
    value_drop(vm, text);
    return value_is_error(made) ? NULL : type_of(made);
}

static void assert_order(struct type *type, const char *expected) {
    struct buf names = {0};
    size_t count;
    const struct value *mro = sequence_items(type->mro, &count);
    for (size_t i = 0; i < count; i++) {
        buf_printf(&names, "%s%s", i == 0 ? "" : " ", type_of(mro[i])->name);
    }
    assert_string_equal(buf_text(&names), expected);
    buf_free(&names);
}

static struct str *name_of(struct vm *vm, const char *text) {
    struct value name = str_intern(vm, text, strlen(text));
    value_drop(vm, name); // the vm keeps it
    return str_of(name);
}

static void diamonds_put_the_common_base_last(void **state) {
    struct vm *vm = fixture_vm(state);
    struct type *a = class_of(vm, "A", 0, NULL);
    struct type *b = class_of(vm, "B", 1, &a), *c = class_of(vm, "C", 1, &a);
    struct type *d = class_of(vm, "D", 2, (struct type *[]){b, c});
    assert_order(d, "D B C A object");
    struct type *e = class_of(vm, "E", 2, (struct type *[]){c, d});
    assert_null(e);
    assert_raised(vm, EXCEPTION_TypeError,
                  "Cannot create a consistent method resolution order (MRO) for bases C, D");
}

static void a_change_of_a_base_is_seen_at_once(void **state) {
    struct vm *vm = fixture_vm(state);
    struct type *a = class_of(vm, "A", 0, NULL), *b = class_of(vm, "B", 1, &a);
    struct str *name = name_of(vm, "x");
    assert_true(value_is_absent(type_lookup(vm, b, name)));
    for (int i = 0; i < 5; i++) {
        uint32_t version = b->version;
        assert_true(type_set_attribute(vm, a, name, value_small(i)));
        assert_int_not_equal(b->version, version);
        assert_true(value_is(type_lookup(vm, b, name), value_small(i)));
    }
    assert_true(type_set_attribute(vm, a, name, VALUE_ABSENT));
    assert_true(value_is_absent(type_lookup(vm, b, name)));
}

static void builtin_types_do_not_change(void **state) {
    struct vm *vm = fixture_vm(state);
    assert_false(type_set_attribute(vm, builtin(vm, BUILTIN_int), name_of(vm, "x"), VALUE_NONE));
    assert_raised(vm, EXCEPTION_TypeError, "cannot set 'x' attribute of immutable type 'int'");
}

static void classes_take_the_slots_of_builtin_bases(void **state) {
    struct vm *vm = fixture_vm(state);
    struct type *list = builtin(vm, BUILTIN_list);
    struct type *stack = class_of(vm, "Stack", 1, &list);
    for (enum type_slot slot = 0; slot < SLOT_COUNT; slot++) {
        assert_true(slot_get(stack, slot) == slot_get(list, slot));
    }
    // A dunder of the class changes exactly the slot it belongs to, and only while it is there.
    struct str *add = name_of(vm, "__add__");
    struct value len = vm_get_attribute(vm, value_object(list), "__len__");
    assert_true(type_set_attribute(vm, stack, add, len));
    assert_true(slot_get(stack, SLOT_binary) == slot_calling(SLOT_binary));
    assert_true(slot_get(stack, SLOT_length) == slot_get(list, SLOT_length));
    assert_true(type_set_attribute(vm, stack, add, VALUE_ABSENT));
    assert_true(slot_get(stack, SLOT_binary) == slot_get(list, SLOT_binary));
    value_drop(vm, len);
}

static void instances_of_builtin_bases_have_a_dict_before_them(void **state) {
    struct vm *vm = fixture_vm(state);
    struct type *list = builtin(vm, BUILTIN_list);
    struct type *stack = class_of(vm, "Stack", 1, &list);
    name_of(vm, "tag");
    uint32_t live = vm->live;
    assert_int_equal(stack->dict_offset, -(int)sizeof(void *));
    struct value made = vm_call(vm, value_object(stack), NULL, 0);
    assert_true(vm_set_attribute(vm, made, "tag", VALUE_TRUE));
    assert_true(list_append(vm, list_of(made), value_small(7)));
    struct value tag = vm_get_attribute(vm, made, "tag");
    assert_true(value_is(tag, VALUE_TRUE));
    assert_repr(vm, made, "[7]");
    assert_int_equal(vm->live, live);
}

static void layouts_that_contradict_are_refused(void **state) {
    struct vm *vm = fixture_vm(state);
    struct type *both[] = {builtin(vm, BUILTIN_list), builtin(vm, BUILTIN_dict)};
    assert_null(class_of(vm, "Both", 2, both));
    assert_raised(vm, EXCEPTION_TypeError, "multiple bases have instance lay-out conflict");
    struct type *none = builtin(vm, BUILTIN_none);
    assert_null(class_of(vm, "Nothing", 1, &none));
    assert_raised(vm, EXCEPTION_TypeError, "type 'NoneType' is not an acceptable base type");
}

// A million lists inside each other die without a million calls inside each other.
static void deep_structures_are_freed_flat(void **state) {
    struct vm *vm = fixture_vm(state);
    struct value outer = list_new(vm, NULL, 0);
    for (int i = 0; i < 200000; i++) {
        struct value next = list_new(vm, &outer, 1);
        value_drop(vm, outer);
        outer = next;
    }
    value_drop(vm, outer);
    assert_int_equal(vm->doomed.count, 0);
}

// Classes keep themselves alive (a class is in its own mro), as in CPython without its collector,
// so these tests do not count what is left.
#define CLASS_TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, free_fixture)

static int free_fixture(void **state) {
    fixture_teardown(state);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CLASS_TEST(diamonds_put_the_common_base_last),
        CLASS_TEST(a_change_of_a_base_is_seen_at_once),
        VM_TEST(builtin_types_do_not_change),
        CLASS_TEST(classes_take_the_slots_of_builtin_bases),
        CLASS_TEST(instances_of_builtin_bases_have_a_dict_before_them),
        CLASS_TEST(layouts_that_contradict_are_refused),
        VM_TEST(deep_structures_are_freed_flat),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
