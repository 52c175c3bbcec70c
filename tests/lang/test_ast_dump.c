// Syntax trees: trees.txt holds programs and CPython's trees of them, as record_trees.py has
// written them.
#include "lang/support.h"

static void put_tree(const struct parsed *parsed, struct buf *out) {
    if (parsed->module == NULL) {
        put_verdict(parsed, out);
    } else {
        ast_dump(parsed->module, out);
    }
}

static void every_tree_is_cpythons(void **state) {
    (void)state;
    assert_true(check_table(SOURCE_DIR "/tests/lang/trees.txt", put_tree) > 100);
}

static void assert_tree(const char *text, size_t length, const char *expected) {
    struct parsed parsed;
    struct buf tree = {0};
    parse_bytes(&parsed, text, length);
    put_tree(&parsed, &tree);
    assert_string_equal(buf_text(&tree), expected);
    buf_free(&tree);
    parsed_free(&parsed);
}

#define LITERAL(text) text, sizeof text - 1

static void line_ends_of_all_systems_are_the_same(void **state) {
    (void)state;
    static const char tree[] =
        "Module(body=[Pass(lineno=1, col_offset=0, end_lineno=1, end_col_offset=4), "
        "Pass(lineno=2, col_offset=0, end_lineno=2, end_col_offset=4)])";
    assert_tree(LITERAL("pass\npass\n"), tree);
    assert_tree(LITERAL("pass\r\npass\r\n"), tree);
    assert_tree(LITERAL("pass\rpass"), tree);
    assert_tree(LITERAL("\xEF\xBB\xBFpass\npass"), tree);
}

static void nothing_is_an_empty_module(void **state) {
    (void)state;
    assert_tree("", 0, "Module()");
    assert_tree(LITERAL("\n\n"), "Module()");
    assert_tree(LITERAL("  # a comment"), "Module()");
    assert_tree(LITERAL("\xEF\xBB\xBF"), "Module()");
}

static void latin_1_is_decoded_if_declared(void **state) {
    (void)state;
    assert_tree(LITERAL("# -*- coding: latin-1 -*-\n'\xE9'"),
                "Module(body=[Expr(value=Constant(value='é', lineno=2, col_offset=0, "
                "end_lineno=2, end_col_offset=4), lineno=2, col_offset=0, end_lineno=2, "
                "end_col_offset=4)])");
}

static void big_integers_keep_their_digits(void **state) {
    (void)state;
    assert_tree(LITERAL("0xFFFF_FFFF_FFFF_FFFF"),
                "Module(body=[Expr(value=Constant(value=int('FFFFFFFFFFFFFFFF', 16), lineno=1, "
                "col_offset=0, end_lineno=1, end_col_offset=21), lineno=1, col_offset=0, "
                "end_lineno=1, end_col_offset=21)])");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_tree_is_cpythons),
        cmocka_unit_test(line_ends_of_all_systems_are_the_same),
        cmocka_unit_test(nothing_is_an_empty_module),
        cmocka_unit_test(latin_1_is_decoded_if_declared),
        cmocka_unit_test(big_integers_keep_their_digits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
