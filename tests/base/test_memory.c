#include <stdalign.h>
#include <stdio.h>
#include <string.h>

#include "support/test.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/names.h"
#include "base/tape.h"
#include "base/vec.h"

static void arena_memory_is_zeroed_and_aligned(void **state) {
    (void)state;
    struct arena arena = {0};
    for (size_t size = 1; size < 70000; size = size * 3 + 1) {
        char *memory = arena_alloc(&arena, size);
        assert_int_equal((uintptr_t)memory % alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++) {
            assert_int_equal(memory[i], 0);
        }
        memset(memory, 0xAA, size);
    }
    arena_free(&arena);
}

static void equal_names_are_one_object(void **state) {
    (void)state;
    struct names *names = names_new();
    for (int i = 0; i < 5000; i++) {
        char text[16];
        int length = snprintf(text, sizeof text, "name%d", i);
        const struct name *name = names_get(names, text, (size_t)length);
        assert_int_equal(name->id, i);
        assert_ptr_equal(name, names_get(names, text, (size_t)length));
        assert_ptr_equal(name, names_at(names, (uint32_t)i));
    }
    assert_int_equal(names_count(names), 5000);
    names_free(names);
}

static void names_may_hold_null_bytes(void **state) {
    (void)state;
    struct names *names = names_new();
    assert_ptr_not_equal(names_get(names, "a\0b", 3), names_get(names, "a\0c", 3));
    names_free(names);
}

static void buffers_grow_and_stay_terminated(void **state) {
    (void)state;
    struct buf buf = {0};
    assert_string_equal(buf_text(&buf), "");
    for (int i = 0; i < 1000; i++) {
        buf_printf(&buf, "%d,", i);
        assert_int_equal(strlen(buf_text(&buf)), buf.length);
    }
    char *text = buf_take(&buf);
    assert_int_equal(buf.length, 0);
    mem_free(text);
}

static void vectors_keep_what_is_pushed(void **state) {
    (void)state;
    struct {
        int *items;
        size_t count, capacity;
    } numbers = {0};
    for (int i = 0; i < 1000; i++) {
        *vec_push(&numbers) = i;
    }
    assert_int_equal(vec_last(&numbers), 999);
    assert_int_equal(vec_pop(&numbers), 999);
    assert_int_equal(numbers.count, 999);
    assert_int_equal(numbers.items[500], 500);
    vec_free(&numbers);
}

static void a_counting_tape_keeps_one_chunk(void **state) {
    (void)state;
    struct tape *tape = tape_new_counting();
    for (uint32_t i = 0; i < 100000; i++) {
        tape_line(tape, i, 7);
    }
    assert_int_equal(tape->events, 100000);
    assert_int_equal(tape->chunk_count, 1);
    assert_int_equal(tape_text(tape, "x", 1), TAPE_TEXT_EMPTY);
    tape_free(tape);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arena_memory_is_zeroed_and_aligned),
        cmocka_unit_test(equal_names_are_one_object),
        cmocka_unit_test(names_may_hold_null_bytes),
        cmocka_unit_test(buffers_grow_and_stay_terminated),
        cmocka_unit_test(vectors_keep_what_is_pushed),
        cmocka_unit_test(a_counting_tape_keeps_one_chunk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
