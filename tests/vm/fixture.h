// A vm for tests of its values: it runs no program, and what is written goes to [out].
#ifndef VM_FIXTURE_H
#define VM_FIXTURE_H

#include "base/buf.h"
#include "vm/builtin.h"
#include "vm/list.h"
#include "vm/native.h"
#include "vm/raise.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/vm.h"

struct fixture {
    struct vm *vm;
    struct buf out;
    uint32_t live; // objects that were alive before the test
};

static inline void fixture_write(void *self, int stream, const char *text, size_t length) {
    (void)stream;
    buf_put(&((struct fixture *)self)->out, text, length);
}

// For cmocka: [*state] is then a struct fixture.
static inline int fixture_setup(void **state) {
    static const struct native_module *const none[] = {NULL};
    static const struct vm_source nothing[] = {{0}};
    struct fixture *fixture = calloc(1, sizeof *fixture);
    struct vm_options options = {.host = {.self = fixture, .write = fixture_write},
                                 .memory_limit = 64 << 20,
                                 .recursion_limit = 1000,
                                 .modules = none,
                                 .sources = nothing};
    fixture->vm = vm_new(&options);
    fixture->live = fixture->vm->live;
    *state = fixture;
    return 0;
}

// Whatever a test made it must have dropped: nothing else is alive than before.
static inline int fixture_teardown(void **state) {
    struct fixture *fixture = *state;
    int left = (int)(fixture->vm->live - fixture->live);
    vm_free(fixture->vm);
    buf_free(&fixture->out);
    free(fixture);
    return left;
}

static inline struct vm *fixture_vm(void **state) {
    return ((struct fixture *)*state)->vm;
}

// Asserts that the repr of [v], which it drops, is [text].
static inline void assert_repr(struct vm *vm, struct value v, const char *text) {
    assert_false(value_is_error(v));
    struct value shown = vm_repr(vm, v);
    assert_false(value_is_error(shown));
    assert_string_equal(str_of(shown)->text, text);
    value_drop(vm, shown);
    value_drop(vm, v);
}

// Asserts that an exception was raised whose str is [text], and forgets it.
static inline void assert_raised(struct vm *vm, enum exception_kind kind, const char *text) {
    assert_true(raised_is(vm, kind));
    struct value exception = raised_take(vm);
    struct value shown = vm_str(vm, exception);
    assert_string_equal(str_of(shown)->text, text);
    value_drop(vm, shown);
    value_drop(vm, exception);
}

#define VM_TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

#endif
