// How recordings show values: as repr does, short, and without running the program's own code.
#include "support/test.h"

#include <stdlib.h>
#include <string.h>

#include "program.h"
#include "vm/dict.h"
#include "vm/module.h"

// Runs [program] and asserts that what it leaves in x is described so; ids are shown as 0x…
static void assert_described(void **state, const char *program, const char *expected) {
    struct vm *vm = fixture_vm(state);
    assert_string_equal(program_run(state, "p.py", program), "");
    struct value main = dict_get_name(vm, vm->modules, "__main__");
    struct buf text = {0};
    vm_describe(vm, dict_get_name(vm, module_of(main)->dict, "x"), &text);
    char *id = strstr(text.data, "0x");
    if (id != NULL) {
        memmove(id + 2, id + 14, strlen(id + 14) + 1);
    }
    assert_string_equal(text.data, expected);
    buf_free(&text);
}

static void plain_values_read_as_repr_shows_them(void **state) {
    assert_described(state, "x = 1\n", "1");
    assert_described(state, "x = 2.5\n", "2.5");
    assert_described(state, "x = None\n", "None");
    assert_described(state, "x = 10 ** 20\n", "100000000000000000000");
    assert_described(state, "x = 'it\\'s'\n", "\"it's\"");
    assert_described(state, "x = b'ab'\n", "b'ab'");
    assert_described(state, "x = range(3)\n", "range(0, 3)");
    assert_described(state, "x = int\n", "<class 'int'>");
}

static void containers_show_what_is_in_them(void **state) {
    assert_described(state, "x = [1, 'a', (2,), {}]\n", "[1, 'a', (2,), {}]");
    assert_described(state, "x = {1: [2], 'k': None}\n", "{1: [2], 'k': None}");
    assert_described(state, "x = {5}\n", "{5}");
    assert_described(state, "x = set()\n", "set()");
    assert_described(state, "x = [[[[[1]]]]]\n", "[[[[…]]]]");
    assert_described(state, "x = ValueError('a', 1)\n", "ValueError('a', 1)");
}

static void code_of_the_program_is_not_run(void **state) {
    static const char classes[] = "class A:\n    def __repr__(self): print('ran'); return 'A!'\n"
                                  "class L(list):\n    def __repr__(self): print('ran')\n";
    char program[400];
    static const char *const cases[][2] = {
        {"x = A()\n", "<A object at 0x>"},
        {"x = [A()]\n", "[<A object at 0x>]"},
        {"x = L([1])\n", "<L object at 0x>"},
        {"x = ValueError(A())\n", "ValueError(<A object at 0x>)"},
        {"x = {}.values()\n", "<dict_values object at 0x>"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        snprintf(program, sizeof program, "%s%s", classes, cases[i][0]);
        assert_described(state, program, cases[i][1]);
    }
}

static void long_values_are_cut_at_200_characters(void **state) {
    struct vm *vm = fixture_vm(state);
    struct buf out = {0};
    program_run(state, "p.py", "x = 'é' * 100000\ny = list(range(100000))\n");
    struct dict *names = module_of(dict_get_name(vm, vm->modules, "__main__"))->dict;
    vm_describe(vm, dict_get_name(vm, names, "x"), &out);
    assert_int_equal(out.length, 1 + 198 * 2 + strlen("…"));
    buf_clear(&out);
    vm_describe(vm, dict_get_name(vm, names, "y"), &out);
    assert_int_equal(out.length, 199 + strlen("…"));
    buf_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        PROGRAM_TEST(plain_values_read_as_repr_shows_them),
        PROGRAM_TEST(containers_show_what_is_in_them),
        PROGRAM_TEST(code_of_the_program_is_not_run),
        PROGRAM_TEST(long_values_are_cut_at_200_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
