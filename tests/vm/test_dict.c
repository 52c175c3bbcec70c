// dict: its order, its searches, and that it keeps and drops what it should.
#include "support/test.h"

#include <stdlib.h>

#include "fixture.h"
#include "vm/dict.h"
#include "vm/int.h"

#define KEYS 300

static void entries_stay_in_order_of_insertion(void **state) {
    struct vm *vm = fixture_vm(state);
    struct value dict = dict_new(vm);
    for (int i = 0; i < 7; i++) {
        assert_true(dict_set(vm, dict_of(dict), value_small(i * 5 % 7), value_small(i)));
    }
    assert_true(dict_set(vm, dict_of(dict), value_small(3), value_small(9)));
    assert_int_equal(dict_delete(vm, dict_of(dict), value_small(0)), 1);
    assert_true(dict_set(vm, dict_of(dict), value_small(0), VALUE_NONE));
    assert_repr(vm, dict, "{5: 1, 3: 9, 1: 3, 6: 4, 4: 5, 2: 6, 0: None}");
}

// A dict beside the simplest thing that does the same.
struct model {
    int values[KEYS];    // -1: not there
    int order[4 * 4096]; // keys as they were added
    size_t added;
};

static void model_set(struct model *model, int key, int value) {
    if (model->values[key] < 0) {
        model->order[model->added++] = key;
    }
    model->values[key] = value;
}

static void model_delete(struct model *model, int key) {
    model->values[key] = -1;
    for (size_t i = 0; i < model->added; i++) {
        if (model->order[i] == key) {
            model->order[i] = -1;
        }
    }
}

static void check_same(struct vm *vm, struct dict *dict, const struct model *model) {
    uint32_t at = 0;
    struct value key, value;
    for (size_t i = 0; i < model->added; i++) {
        if (model->order[i] >= 0) {
            assert_true(dict_next(dict, &at, &key, &value));
            assert_int_equal(value_to_small(key), model->order[i]);
            assert_int_equal(value_to_small(value), model->values[model->order[i]]);
        }
    }
    assert_false(dict_next(dict, &at, &key, &value));
    for (int i = 0; i < KEYS; i++) {
        assert_true(dict_get(vm, dict, value_small(i), &value));
        assert_int_equal(value_is_absent(value) ? -1 : value_to_small(value), model->values[i]);
    }
}

static void random_changes_agree_with_a_model(void **state) {
    struct vm *vm = fixture_vm(state);
    struct value dict = dict_new(vm);
    struct model *model = calloc(1, sizeof *model);
    memset(model->values, 0xFF, sizeof model->values);
    uint64_t random = 1;
    for (int i = 0; i < 4 * 4096; i++) {
        random = random * 6364136223846793005u + 1442695040888963407u;
        int key = (int)((random >> 33) % (i % 4096 < 2048 ? KEYS : 6));
        if ((random >> 60) < 9) {
            model_set(model, key, i);
            assert_true(dict_set(vm, dict_of(dict), value_small(key), value_small(i)));
        } else {
            assert_int_equal(dict_delete(vm, dict_of(dict), value_small(key)),
                             model->values[key] >= 0);
            model_delete(model, key);
        }
        if (i % 512 == 0) {
            check_same(vm, dict_of(dict), model);
        }
    }
    check_same(vm, dict_of(dict), model);
    free(model);
    value_drop(vm, dict);
}

static void taking_the_last_and_adding_never_fills_the_table(void **state) {
    struct vm *vm = fixture_vm(state);
    struct value dict = dict_new(vm), key, value, found;
    for (int i = 0; i < 20; i++) {
        assert_true(dict_set(vm, dict_of(dict), value_small(-i - 2), VALUE_NONE));
    }
    for (int i = 0; i < 1000; i++) {
        assert_true(dict_set(vm, dict_of(dict), value_small(i), VALUE_NONE));
        assert_true(dict_take_last(dict_of(dict), &key, &value));
        assert_int_equal(value_to_small(key), i);
        assert_true(dict_get(vm, dict_of(dict), value_small(i), &found));
        assert_true(value_is_absent(found));
    }
    assert_int_equal(dict_of(dict)->used, 20);
    value_drop(vm, dict);
}

static void texts_find_texts_of_the_same_content(void **state) {
    struct vm *vm = fixture_vm(state);
    struct value dict = dict_new(vm);
    for (int i = 0; i < 100; i++) {
        struct value key = str_format(vm, "key%d", i);
        assert_true(dict_set_str(vm, dict_of(dict), str_of(key), value_small(i)));
        value_drop(vm, key);
    }
    for (int i = 0; i < 100; i++) {
        struct value key = str_format(vm, "key%d", i), found;
        assert_int_equal(value_to_small(dict_get_str(dict_of(dict), str_of(key))), i);
        assert_true(dict_get(vm, dict_of(dict), key, &found));
        assert_int_equal(value_to_small(found), i);
        value_drop(vm, key);
    }
    struct value other = str_from(vm, "key100");
    assert_true(value_is_absent(dict_get_str(dict_of(dict), str_of(other))));
    value_drop(vm, other);
    value_drop(vm, dict);
}

static void one_and_true_and_one_point_zero_are_one_key(void **state) {
    struct vm *vm = fixture_vm(state);
    struct value dict = dict_new(vm);
    assert_true(dict_set(vm, dict_of(dict), value_small(1), value_small(1)));
    assert_true(dict_set(vm, dict_of(dict), VALUE_TRUE, value_small(2)));
    assert_true(dict_set(vm, dict_of(dict), value_float(1.0), value_small(3)));
    assert_repr(vm, dict, "{1: 3}");
}

static void the_version_changes_with_the_keys_only(void **state) {
    struct vm *vm = fixture_vm(state);
    struct value dict = dict_new(vm);
    assert_true(dict_set_name(vm, dict_of(dict), "a", value_small(1)));
    uint32_t version = dict_of(dict)->version;
    assert_true(dict_set_name(vm, dict_of(dict), "a", value_small(2)));
    assert_int_equal(dict_of(dict)->version, version);
    assert_true(dict_set_name(vm, dict_of(dict), "b", value_small(2)));
    assert_int_not_equal(dict_of(dict)->version, version);
    value_drop(vm, dict);
}

static void unhashable_keys_are_refused(void **state) {
    struct vm *vm = fixture_vm(state);
    struct value dict = dict_new(vm), list = list_new(vm, NULL, 0);
    assert_false(dict_set(vm, dict_of(dict), list, VALUE_NONE));
    assert_raised(vm, EXCEPTION_TypeError, "unhashable type: 'list'");
    value_drop(vm, list);
    value_drop(vm, dict);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        VM_TEST(entries_stay_in_order_of_insertion),
        VM_TEST(random_changes_agree_with_a_model),
        VM_TEST(taking_the_last_and_adding_never_fills_the_table),
        VM_TEST(texts_find_texts_of_the_same_content),
        VM_TEST(one_and_true_and_one_point_zero_are_one_key),
        VM_TEST(the_version_changes_with_the_keys_only),
        VM_TEST(unhashable_keys_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
