// Where tracebacks point: for one instruction of a program the text that is marked with ~ and ^, on
// the lines that it takes, as CPython 3.13 marks it. A case names the instruction and the marks.
#include "code/effects.h"
#include "code/support.h"

static const struct code *innermost(const struct code *code) {
    for (size_t i = 0; i < code->const_count; i++) {
        if (code->consts[i].kind == CONST_CODE) {
            return innermost(code->consts[i].code);
        }
    }
    return code;
}

static const struct position *position_of(const struct code *code, enum opcode op) {
    for (uint32_t i = 0; i < code->instr_count; i++) {
        if (code->instrs[i].op == op) {
            return &code->positions[i];
        }
    }
    fail_msg("the instruction is not there");
    return NULL;
}

static bool is_anchored(const struct position *position, uint32_t line, unsigned column) {
    uint32_t first = position->line + position->anchor_down;
    uint32_t last = position->line + position->anchor_end_down;
    bool begun = line > first || (line == first && column >= position->anchor);
    bool over = line > last || (line == last && column >= position->anchor_end);
    return begun && !over;
}

// Writes [text] with every marked byte replaced by its mark.
static void mark(const char *text, const struct position *position, char *marked) {
    uint32_t line = 1;
    unsigned column = 0;
    bool has_anchor = position->anchor_end != 0;
    for (; *text != '\0'; text++) {
        bool begun =
            line > position->line || (line == position->line && column >= position->column);
        bool over = line > position->end_line ||
                    (line == position->end_line && column >= position->end_column);
        bool blank = *text == ' ' || *text == '\n';
        bool inside = begun && !over && !blank;
        *marked++ = !inside                                              ? *text
                    : has_anchor && !is_anchored(position, line, column) ? '~'
                                                                         : '^';
        column = *text == '\n' ? 0 : column + 1;
        line += *text == '\n';
    }
    *marked = '\0';
}

static void assert_marked(const char *text, enum opcode op, const char *expected) {
    struct compiled compiled;
    char marked[256];
    compile_length(&compiled, text, strlen(text), true);
    assert_non_null(compiled.code);
    mark(text, position_of(innermost(compiled.code), op), marked);
    assert_string_equal(marked, expected);
    compiled_free(&compiled);
}

static void operators_are_marked(void **state) {
    (void)state;
    assert_marked("x = a + b", OP_BINARY, "x = ~ ^ ~");
    assert_marked("x = a // bc", OP_BINARY, "x = ~ ^^ ~~");
    assert_marked("x = (a)-(b)", OP_BINARY, "x = ~~~^^~~"); // as CPython does
    assert_marked("x = (a\n  ** # power\n  b)", OP_BINARY, "x = (~\n  ^^ ~ ~~~~~\n  ~)");
    assert_marked("x += b", OP_INPLACE, "^ ^^ ^");
}

static void calls_are_marked_from_the_parenthesis(void **state) {
    (void)state;
    assert_marked("f(1, 2)", OP_CALL, "~^^^ ^^");
    assert_marked("(f) (1)", OP_CALL, "~~~ ^^^");
    assert_marked("a.b.c(1)", OP_CALL, "~~~~~^^^");
    assert_marked("(a\n .b\n .c(1))", OP_CALL, "(a\n .b\n .~^^^)");
    assert_marked("f(x=1)", OP_CALL_KEYWORDS, "~^^^^^");
}

static void subscripts_are_marked_from_the_bracket(void **state) {
    (void)state;
    assert_marked("x = a[1]", OP_LOAD_ITEM, "x = ~^^^");
    assert_marked("a [1] = x", OP_STORE_ITEM, "~ ^^^ = x");
    assert_marked("del a['k']", OP_DELETE_ITEM, "del ~^^^^^");
}

static void what_has_no_parts_is_marked_whole(void **state) {
    (void)state;
    assert_marked("x = a.b", OP_LOAD_ATTR, "x = ^^^");
    assert_marked("x = -a", OP_UNARY, "x = ^^");
    assert_marked("x = a < b", OP_COMPARE, "x = ^ ^ ^");
    assert_marked("for x in f(): pass", OP_GET_ITER, "for x in ~^^: pass");
    assert_marked("raise E(1)", OP_RAISE, "^^^^^ ^^^^");
    assert_marked("assert a, b", OP_RAISE, "assert ^, b");
    assert_marked("async def f():\n await x", OP_GET_AWAITABLE, "async def f():\n ^^^^^ ^");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(operators_are_marked),
        cmocka_unit_test(calls_are_marked_from_the_parenthesis),
        cmocka_unit_test(subscripts_are_marked_from_the_bracket),
        cmocka_unit_test(what_has_no_parts_is_marked_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
