// What the compiler makes of small programs: a case is a program and the instructions of its first
// function or class (of the program itself if it has none), separated by "; ".
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
    assert_listing("def f(a, b):\n a, b = b, a\n",
                   "LINE 2; LOAD_TWO b a; SWAP 2; STORE_LOCAL a; STORE_LOCAL b; RETURN_CONST None");
    assert_listing("def f(x):\n x.y += 1\n",
                   "LINE 2; LOAD_LOCAL x; COPY 1; LOAD_ATTR y; LOAD_CONST 1; INPLACE +; SWAP 2; "
                   "STORE_ATTR y; RETURN_CONST None");
}

static void loops_test_at_the_end(void **state) {
    (void)state;
    assert_listing("def f(i, n):\n while i < n:\n  i = g(i)\n",
                   "LINE 2; LOAD_TWO i n; COMPARE_JUMP_IF_FALSE < to 11; LINE 3; "
                   "LOAD_GLOBAL_ABSENT g; LOAD_LOCAL i; CALL 1; STORE_LOCAL i; LINE 2; "
                   "LOAD_TWO i n; COMPARE_JUMP_IF_TRUE < to 3; RETURN_CONST None");
    assert_listing("def f(x):\n for a in x:\n  g(a)\n",
                   "LINE 2; LOAD_LOCAL x; GET_ITER; FOR_ITER_STORE a to 10; LINE 3; "
                   "LOAD_GLOBAL_ABSENT g; LOAD_LOCAL a; CALL_POP 1; LINE 2; JUMP to 3; "
                   "RETURN_CONST None");
}

static void a_loop_within_a_line_is_only_counted(void **state) {
    (void)state;
    assert_listing("def f(x):\n while 1: x\n",
                   "LINE 2; LOAD_LOCAL x; POP; LINE sub=1 2; JUMP to 1");
}

static void an_unbound_local_is_not_fused(void **state) {
    (void)state;
    assert_listing("def f():\n if g: x = 1\n y = x\n",
                   "LINE 2; LOAD_GLOBAL g; JUMP_IF_FALSE to 4; STORE_CONST 1 x; LINE 3; "
                   "LOAD_LOCAL x; STORE_LOCAL y; RETURN_CONST None");
    assert_listing("def f(x):\n del x\n y = x + x\n",
                   "LINE 2; DELETE_LOCAL x; LINE 3; LOAD_LOCAL x; LOAD_LOCAL x; BINARY_STORE + y; "
                   "RETURN_CONST None");
}

static void conditions_make_no_bools(void **state) {
    (void)state;
    assert_listing("def f(x):\n if not x or x is None: return 1\n",
                   "LINE 2; LOAD_LOCAL x; JUMP_IF_FALSE to 5; LOAD_LOCAL x; "
                   "JUMP_IF_NOT_NONE to 6; RETURN_CONST 1; RETURN_CONST None");
}

static void calls_take_three_forms(void **state) {
    (void)state;
    assert_listing("def f(a):\n a.b(1, k=2)\n",
                   "LINE 2; LOAD_METHOD_LOCAL b a; LOAD_CONST 1; LOAD_CONST 2; "
                   "CALL_KEYWORDS 2 ('k',); POP; RETURN_CONST None");
    assert_listing("def f(a):\n return g(*a, **a)\n",
                   "LINE 2; LOAD_GLOBAL_ABSENT g; BUILD_LIST 0; LOAD_LOCAL a; LIST_EXTEND 1; "
                   "LIST_TO_TUPLE; BUILD_DICT 0; LOAD_LOCAL a; DICT_MERGE 1; CALL_SPREAD sub=1; "
                   "RETURN");
}

static void handlers_stand_at_the_end(void **state) {
    (void)state;
    assert_listing("def f():\n try:\n  g()\n finally:\n  h()\n return 1\n",
                   "LINE 2; LINE 3; LOAD_GLOBAL_ABSENT g; CALL_POP 0; LINE 5; "
                   "LOAD_GLOBAL_ABSENT h; CALL_POP 0; LINE 6; RETURN_CONST 1; LINE 5; "
                   "LOAD_GLOBAL_ABSENT h; CALL_POP 0; RERAISE; ROTATE 3; POP; POP; RERAISE");
}

static void closures_share_cells(void **state) {
    (void)state;
    assert_listing("def f(a):\n def g():\n  nonlocal a\n  a += 1\n return g\n",
                   "MAKE_CELL a; LINE 2; LOAD_CLOSURE a; BUILD_TUPLE 1; "
                   "MAKE_FUNCTION sub=8 <code f.<locals>.g>; STORE_LOCAL g; LINE 5; LOAD_LOCAL g; "
                   "RETURN");
}

static void comprehensions_are_inlined(void **state) {
    (void)state;
    assert_listing("def f(y):\n return [x for x in y]\n",
                   "LINE 2; LOAD_LOCAL y; GET_ITER; BUILD_LIST 0; SWAP 2; LINE sub=1 2; "
                   "FOR_ITER to 11; STORE_LOCAL_RAW x; LOAD_LOCAL x; LIST_APPEND 2; JUMP to 5; "
                   "LOAD_ABSENT; STORE_LOCAL_RAW x; RETURN; LINE 2; LOAD_ABSENT; "
                   "STORE_LOCAL_RAW x; RERAISE");
}

static void constants_are_folded(void **state) {
    (void)state;
    assert_listing(
        "x = 2 * 3 + 10 ** 2, 'a' 'b' + 'c' * 3, -1.5, not 0, (1, 2)[1], 7 // -2, 7 % -2",
        "LINE 1; LOAD_CONST (106, 'abccc', -1.5, True, 2, -4, -1); STORE_GLOBAL x; "
        "RETURN_CONST None");
    assert_listing("x = 9223372036854775807 + 1, 1 // 0, 'a' * 5000",
                   "LINE 1; LOAD_CONST 9223372036854775807; LOAD_CONST 1; BINARY +; LOAD_CONST 1; "
                   "LOAD_CONST 0; BINARY //; LOAD_CONST 'a'; LOAD_CONST 5000; BINARY *; "
                   "BUILD_TUPLE 3; STORE_GLOBAL x; RETURN_CONST None");
    assert_listing("x = 0xFFFFFFFFFFFFFFFFFFFF",
                   "LINE 1; LOAD_CONST 1208925819614629174706175; STORE_GLOBAL x; "
                   "RETURN_CONST None");
}

static void annotations_can_be_strings(void **state) {
    (void)state;
    assert_listing("from __future__ import annotations\nx: dict[str, 'A'] | (a . b)",
                   "SETUP_ANNOTATIONS; LINE 1; LOAD_CONST ('annotations',); IMPORT __future__; "
                   "IMPORT_FROM annotations; STORE_GLOBAL annotations; POP; LINE 2; "
                   "LOAD_CONST 'dict[str, 'A'] | a.b'; LOAD_GLOBAL __annotations__; "
                   "LOAD_CONST 'x'; STORE_ITEM; RETURN_CONST None");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_statements_are_few_instructions),
        cmocka_unit_test(loops_test_at_the_end),
        cmocka_unit_test(a_loop_within_a_line_is_only_counted),
        cmocka_unit_test(an_unbound_local_is_not_fused),
        cmocka_unit_test(conditions_make_no_bools),
        cmocka_unit_test(calls_take_three_forms),
        cmocka_unit_test(handlers_stand_at_the_end),
        cmocka_unit_test(closures_share_cells),
        cmocka_unit_test(comprehensions_are_inlined),
        cmocka_unit_test(constants_are_folded),
        cmocka_unit_test(annotations_can_be_strings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
