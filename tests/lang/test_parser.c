// The parser on programs that are large, deep or cut off: it answers, and quickly.
#include "lang/support.h"

// [count] times [piece] between [before] and [after] gives the message [expected], or NULL: none.
static void assert_repeated(const char *before, const char *piece, size_t count, const char *after,
                            const char *expected) {
    struct buf text = {0};
    buf_puts(&text, before);
    for (size_t i = 0; i < count; i++) {
        buf_puts(&text, piece);
    }
    buf_puts(&text, after);
    struct parsed parsed;
    parse_bytes(&parsed, buf_text(&text), text.length);
    assert_string_equal(parsed.diag.message, expected == NULL ? "" : expected);
    parsed_free(&parsed);
    buf_free(&text);
}

#define TOO_DEEP "this expression is nested too deeply: more than 2000 levels"

static void nesting_too_deeply_is_told(void **state) {
    (void)state;
    assert_repeated("", "(", 5000, "", "too many nested parentheses");
    assert_repeated("", "[", 5000, "]", "too many nested parentheses");
    assert_repeated("", "-", 5000, "1", TOO_DEEP);
    assert_repeated("", "not ", 5000, "x", TOO_DEEP);
    assert_repeated("", "lambda: ", 5000, "x", TOO_DEEP);
    assert_repeated("", "x if y else ", 5000, "z", TOO_DEEP);
    assert_repeated("x", "**x", 5000, "", TOO_DEEP);
    assert_repeated("", "f'{", 500, "", "too many nested f-strings");
}

static void long_chains_are_fine(void **state) {
    (void)state;
    assert_repeated("a", " + a", 10000, "", NULL);
    assert_repeated("a", ".a", 10000, "", NULL);
    assert_repeated("a", "()", 10000, "", NULL);
    assert_repeated("a", "[0]", 10000, "", NULL);
    assert_repeated("a", " < a", 10000, "", NULL);
    assert_repeated("a", " and a", 10000, "", NULL);
    assert_repeated("", "x = ", 10000, "1", NULL);
    assert_repeated("", "a, ", 10000, "", NULL);
    assert_repeated("", "'a' ", 10000, "", NULL);
    assert_repeated("", "x = 1; ", 10000, "", NULL);
    assert_repeated("x = \\\n", "\\\n", 10000, "1", NULL);
    assert_repeated("if a: b\n", "elif a: b\n", 10000, "", NULL);
}

// Whatever is said of it.
static void assert_answers(const char *text, size_t length) {
    struct parsed parsed;
    parse_bytes(&parsed, text, length);
    parsed_free(&parsed);
}

// Each of these would take forever if what is inside brackets were read twice at each level.
static void deep_mistakes_of_all_kinds_are_found_quickly(void **state) {
    (void)state;
    static const char *const pieces[] = {
        "(",
        "[",
        "{",
        "{1: ",
        "f(",
        "f(a, b=",
        "f[",
        "[x for ",
        "f(x for x in ",
        "(lambda x=",
        "(a if ",
        "(a | b ^ c & d << e + f * ",
        "(yield ",
        "f(*",
        "{**",
        "(x := ",
        "[*",
        "x[1:",
        "(not ",
        "(- ",
        "(await ",
        "(a < ",
        "match a:\n case A(x=",
        "match a:\n case [",
        "with (a as b, ",
        "def f(a=(",
        "type X[T: (",
    };
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        struct buf text = {0};
        const char *inner = strrchr(pieces[i], '\n');
        buf_puts(&text, pieces[i]);
        for (int level = 0; level < 190; level++) {
            buf_puts(&text, inner == NULL ? pieces[i] : inner + 7);
        }
        buf_puts(&text, "=\n");
        assert_answers(buf_text(&text), text.length);
        buf_free(&text);
    }
}

static char *read_file(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    *length = (size_t)ftell(file);
    rewind(file);
    char *text = malloc(*length + 1);
    assert_int_equal(fread(text, 1, *length, file), *length);
    fclose(file);
    return text;
}

#define SAMPLE SOURCE_DIR "/tests/lang/sample.py"

static void every_beginning_of_a_program_gets_an_answer(void **state) {
    (void)state;
    size_t length;
    char *text = read_file(SAMPLE, &length);
    for (size_t i = 0; i <= length; i++) {
        // A copy of just this size, so that reading past its end is noticed.
        char *copy = malloc(i == 0 ? 1 : i);
        memcpy(copy, text, i);
        assert_answers(copy, i);
        free(copy);
    }
    free(text);
}

static void every_changed_byte_gets_an_answer(void **state) {
    (void)state;
    static const char bytes[] = "()[]{}:,;=*'\"\\#\n\t .0x@f!\x80\xE9";
    size_t length;
    char *text = read_file(SAMPLE, &length);
    for (size_t i = 0; i < length; i++) {
        char kept = text[i];
        text[i] = bytes[i * 7 % (sizeof bytes - 1)];
        assert_answers(text, length);
        text[i] = kept;
    }
    free(text);
}

static void the_sample_is_right(void **state) {
    (void)state;
    size_t length;
    char *text = read_file(SAMPLE, &length);
    struct parsed parsed;
    parse_bytes(&parsed, text, length);
    assert_string_equal(parsed.diag.message, "");
    assert_null(parsed.warnings.first);
    parsed_free(&parsed);
    free(text);
}

static void an_expression_alone_can_be_parsed(void **state) {
    (void)state;
    struct arena arena = {0};
    struct names *names = names_new();
    struct node *node;
    struct diag diag;
    struct parse_source right = {"eval", "1 + x\n", 6};
    assert_true(parse_expression(&arena, names, &right, &node, NULL, &diag));
    assert_int_equal(node->kind, AST_Expression);
    assert_int_equal(node->Expression.body->kind, AST_BinOp);
    struct parse_source wrong = {"eval", "x = 1", 5};
    assert_false(parse_expression(&arena, names, &wrong, &node, NULL, &diag));
    assert_string_equal(diag.message, "invalid syntax");
    assert_int_equal(diag.column, 3);
    arena_free(&arena);
    names_free(names);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nesting_too_deeply_is_told),
        cmocka_unit_test(long_chains_are_fine),
        cmocka_unit_test(deep_mistakes_of_all_kinds_are_found_quickly),
        cmocka_unit_test(every_beginning_of_a_program_gets_an_answer),
        cmocka_unit_test(every_changed_byte_gets_an_answer),
        cmocka_unit_test(the_sample_is_right),
        cmocka_unit_test(an_expression_alone_can_be_parsed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
