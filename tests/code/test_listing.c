// What the compiler makes of small programs, as listings: a case is a program and the instructions
// of its first function, separated by "; ".
#include "code/disasm.h"
#include "code/support.h"

static const struct code *first_function(const struct code *code) {
    for (size_t i = 0; i < code->const_count; i++) {
        if (code->consts[i].kind == CONST_CODE) {
            return code->consts[i].code;
        }
    }
    return code;
}

static void assert_listing(const char *text, const char *expected) {
    struct compiled compiled;
    struct buf listing = {0};
    compile_text(&compiled, text);
    if (compiled.code == NULL) {
        fail_msg("%s\n%s", text, compiled.diag.message);
    }
    const struct code *code = first_function(compiled.code);
    for (uint32_t i = 0; i < code->instr_count; i++) {
        buf_puts(&listing, i > 0 ? "; " : "");
        disasm_instr(code, code->instrs[i], &listing);
    }
    assert_string_equal(buf_text(&listing), expected);
    buf_free(&listing);
    compiled_free(&compiled);
}

static void plain_statements_are_few_instructions(void **state) {
    (void)state;
    assert_listing("def f(data, i):\n x = data[i & 7]\n",
                   "LINE 2; LOAD_LOCAL data; BINARY_CONST & i 7; LOAD_ITEM_STORE x; "
                   "RETURN_CONST None");
    assert_listing("def f(total, x):\n total = total + x\n total += 1\n",
                   "LINE 2; BINARY_LOCALS_STORE + total x total; LINE 3; "
                   "INPLACE_CONST_STORE + total 1 total; RETURN_CONST None");
    assert_listing("def f(i, n):\n while i < n:\n  i = g(i)\n",
                   "LINE 2; LOAD_TWO i n; COMPARE_JUMP_IF_FALSE < to 10; LINE 3; "
                   "LOAD_GLOBAL_ABSENT g; LOAD_LOCAL i; CALL 1; STORE_LOCAL i; LINE 2; "
                   "JUMP to 11; RETURN_CONST None");
}

static void an_unbound_local_is_not_fused(void **state) {
    (void)state;
    assert_listing("def f():\n if g: x = 1\n y = x\n",
                   "LINE 2; LOAD_GLOBAL g; JUMP_IF_FALSE to 4; STORE_CONST 1 x; LINE 3; "
                   "LOAD_LOCAL x; STORE_LOCAL y; RETURN_CONST None");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_statements_are_few_instructions),
        cmocka_unit_test(an_unbound_local_is_not_fused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
