// The learner's memory: pieces are given again, the limit holds.
#include "support/test.h"

#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "vm/heap.h"

static void what_is_given_back_is_given_again(void **state) {
    struct vm *vm = fixture_vm(state);
    void *first = heap_alloc(vm, 40);
    size_t used = vm->heap.used;
    for (int i = 0; i < 1000; i++) {
        heap_free(vm, first, 40);
        first = heap_alloc(vm, 40);
    }
    assert_true(vm->heap.used <= used + 48);
    heap_free(vm, first, 40);
}

static void pieces_of_all_sizes_do_not_overlap(void **state) {
    struct vm *vm = fixture_vm(state);
    unsigned char *pieces[700];
    for (int i = 0; i < 700; i++) {
        pieces[i] = heap_alloc(vm, (size_t)i);
        memset(pieces[i], i & 0xFF, (size_t)i);
    }
    for (int i = 0; i < 700; i++) {
        for (int j = 0; j < i; j++) {
            assert_int_equal(pieces[i][j], i & 0xFF);
        }
        heap_free(vm, pieces[i], (size_t)i);
    }
}

static void resizing_keeps_the_contents(void **state) {
    struct vm *vm = fixture_vm(state);
    char *text = heap_alloc(vm, 8);
    memcpy(text, "kept...", 8);
    size_t size = 8;
    for (size_t wanted = 20; wanted < 100000; wanted *= 3) {
        text = heap_resize(vm, text, size, wanted);
        assert_string_equal(text, "kept...");
        size = wanted;
    }
    text = heap_resize(vm, text, size, 8);
    assert_string_equal(text, "kept...");
    heap_free(vm, text, 8);
}

static void nothing_is_given_beyond_the_limit(void **state) {
    struct vm *vm = fixture_vm(state);
    assert_null(heap_alloc(vm, vm->heap.limit + 1));
    assert_null(heap_alloc(vm, SIZE_MAX / 2));
    assert_false(heap_has_room(vm, vm->heap.limit));
    char *some = heap_alloc(vm, 1000);
    assert_null(heap_resize(vm, some, 1000, vm->heap.limit));
    heap_free(vm, some, 1000); // it was not touched
}

static void a_program_that_takes_all_gets_MemoryError(void **state) {
    struct vm *vm = fixture_vm(state);
    struct value list = list_new(vm, NULL, 0);
    while (list_append(vm, list_of(list), VALUE_NONE)) {
        struct value inner = list_new(vm, NULL, 0);
        if (value_is_error(inner)) {
            break;
        }
        list_append(vm, list_of(list), inner);
        value_drop(vm, inner);
    }
    assert_true(raised_clear(vm, EXCEPTION_MemoryError));
    value_drop(vm, list);
    list = list_new(vm, NULL, 0);
    assert_false(value_is_error(list)); // there is room again
    value_drop(vm, list);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        VM_TEST(what_is_given_back_is_given_again),
        VM_TEST(pieces_of_all_sizes_do_not_overlap),
        VM_TEST(resizing_keeps_the_contents),
        VM_TEST(nothing_is_given_beyond_the_limit),
        VM_TEST(a_program_that_takes_all_gets_MemoryError),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
