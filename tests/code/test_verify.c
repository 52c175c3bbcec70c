// Whatever compiles keeps its promises: stack depths, targets, handlers. And nothing that is nested
// or long overflows anything.
#include "code/support.h"
#include "code/verify.h"

static void assert_sound(const char *text) {
    for (int unfused = 0; unfused < 2; unfused++) {
        struct compiled compiled;
        struct buf why = {0};
        compile_length(&compiled, text, strlen(text), unfused);
        if (compiled.code == NULL) {
            fail_msg("%s\n%d:%d %s", text, compiled.diag.line, compiled.diag.column,
                     compiled.diag.message);
        }
        if (!verify_code(compiled.code, &why)) {
            fail_msg("%s\n%s", text, buf_text(&why));
        }
        buf_free(&why);
        compiled_free(&compiled);
    }
}

static void every_construct_is_sound(void **state) {
    (void)state;
    struct compiled compiled;
    struct buf why = {0};
    compile_file(&compiled, SOURCE_DIR "/tests/code/lines_program.py");
    assert_non_null(compiled.code);
    bool sound = verify_code(compiled.code, &why);
    if (!sound) {
        print_error("%s\n", buf_text(&why));
    }
    buf_free(&why);
    compiled_free(&compiled);
    assert_true(sound);
}

static void leaving_blocks_is_sound(void **state) {
    (void)state;
    static const char *const inner[] = {"return 1", "return x()", "break", "continue",
                                        "raise",    "x = yield",  "pass"};
    static const char *const outer[] = {
        "with a as b:\n   %s",
        "try:\n   x()\n  except E as e:\n   %s",
        "try:\n   %s\n  finally:\n   x()",
        "try:\n   x()\n  finally:\n   %s",
        "try:\n   %s\n  except (A, B):\n   pass\n  else:\n   x()\n  finally:\n   x()",
        "for i in x:\n   %s\n  else:\n   x()",
        "try:\n   with a, b:\n    %s\n  except E: %s",
        "try:\n   try:\n    %s\n   finally:\n    %s\n  finally:\n   x()",
        "match x:\n   case [a, b]: %s\n   case {'k': v}: %s",
    };
    for (size_t i = 0; i < sizeof inner / sizeof *inner; i++) {
        for (size_t j = 0; j < sizeof outer / sizeof *outer; j++) {
            char body[512];
            char text[600];
            snprintf(body, sizeof body, outer[j], inner[i], inner[i]);
            snprintf(text, sizeof text, "def f(x):\n for y in x:\n  %s\n  x()\n", body);
            assert_sound(text);
        }
    }
}

static void patterns_are_sound(void **state) {
    (void)state;
    static const char *const patterns[] = {
        "[a, *_, b]",
        "[_, *rest]",
        "(a, (b, [c, *d]))",
        "{'a': x, **rest}",
        "{'a': [b, c]}",
        "C(a, [b], x=c)",
        "[a, b] | [b, a, _]",
        "(a, b) | {'a': a, 'b': b}",
        "[(C(x=a) | a), b]",
        "None | True | 1",
        "str() | int() as a",
        "[[a, b] | [b, a, _], c]",
        "{}",
        "[]",
        "[*_]",
        "a.b | -1 | 'x'",
        "{**rest}",
        "C(x=[*_, (1 | 2)])",
        "[a, [b, c] | [c, b, _], d] | [d, b, c, a]",
    };
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        char text[256];
        snprintf(text, sizeof text, "match x():\n case %s if y: z\n case 5: z\n", patterns[i]);
        assert_sound(text);
    }
}

static void comprehensions_are_sound(void **state) {
    (void)state;
    assert_sound("async def f():\n [x async for x in y if await x for z in [x] for v in z]\n"
                 " {await x: y for x in [await a]}\n ((yield_, x) async for x in y)\n"
                 " [[lambda: (x, y) for x in y] for y in z]\n");
    assert_sound("class A:\n x = [y for y in z for w in y]\n y = [x for _ in q]\n"
                 " def f(self): return [__class__ for _ in super().g()]\n");
    assert_sound("def f():\n return [(x := y, lambda: x) for y in z]\n");
}

static void scopes_are_sound(void **state) {
    (void)state;
    assert_sound(
        "def f(a):\n def g():\n  nonlocal a\n  a = 1\n  class C:\n   b = a\n   def h(self):"
        "\n    return __class__, a\n  return C\n return g\n");
    assert_sound(
        "class A[T, *U, **P](B[T], k=1):\n x: T\n def f[V: (int, T) = T](self, y: V, *, z=1"
        ") -> T: return super().f\n type X[W] = dict[W, T]\n");
    assert_sound("def f(x, /, y=1, *args, z, w=2, **kw): return lambda v=x: (v, z, args, kw)\n");
}

// Puts [count] times [part] between [before] and [after].
static char *repeat(const char *before, const char *part, int count, const char *after) {
    struct buf text = {0};
    buf_puts(&text, before);
    for (int i = 0; i < count; i++) {
        buf_puts(&text, part);
    }
    buf_puts(&text, after);
    return buf_take(&text);
}

static void long_chains_compile(void **state) {
    (void)state;
    static const char *const cases[][3] = {
        {"a", "+a", "\n"},       {"a", " and a", "\n"},      {"a", " < a", "\n"},
        {"1", "+1", "\n"},       {"'a'", "+'b'", "\n"},      {"if a: b\n", "elif a: b\n", ""},
        {"x = [", "a, ", "]\n"}, {"x = {", "a: b, ", "}\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *text = repeat(cases[i][0], cases[i][1], 10000, cases[i][2]);
        assert_sound(text);
        mem_free(text);
    }
}

static void deep_nesting_is_refused(void **state) {
    (void)state;
    static const char *const cases[][3] = {
        {"", "not ", "x"}, {"", "-", "x"},        {"a", ".b", ""},           {"a", "()", ""},
        {"a", "[0]", ""},  {"", "lambda: ", "x"}, {"a", " if b else a", ""}, {"a", "**a", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *text = repeat(cases[i][0], cases[i][1], 5000, cases[i][2]);
        struct compiled compiled;
        compile_text(&compiled, text);
        assert_null(compiled.code);
        assert_non_null(strstr(compiled.diag.message, "nested"));
        compiled_free(&compiled);
        mem_free(text);
    }
}

static void too_many_names_are_refused(void **state) {
    (void)state;
    struct buf text = {0};
    for (int i = 0; i < 70000; i++) {
        buf_printf(&text, "n%d = 1\n", i);
    }
    struct compiled compiled;
    compile_text(&compiled, buf_text(&text));
    assert_null(compiled.code);
    assert_int_equal(compiled.diag.kind, DIAG_REFUSED);
    assert_int_equal(compiled.diag.line, 65537);
    compiled_free(&compiled);
    buf_free(&text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_construct_is_sound), cmocka_unit_test(leaving_blocks_is_sound),
        cmocka_unit_test(patterns_are_sound),       cmocka_unit_test(comprehensions_are_sound),
        cmocka_unit_test(scopes_are_sound),         cmocka_unit_test(long_chains_compile),
        cmocka_unit_test(deep_nesting_is_refused),  cmocka_unit_test(too_many_names_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
