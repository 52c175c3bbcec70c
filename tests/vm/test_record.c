// Recording: what the machine writes to the tape.
#include "support/test.h"

#include <stdlib.h>
#include <string.h>

#include "program.h"

// The events of the tape in a short form, such as "call f; line 2; set x 5;".
static void put_text(const struct tape *tape, uint64_t id, struct buf *out) {
    char space[TAPE_TEXT_SPACE];
    size_t length;
    const char *text = tape_text_at(tape, (uint32_t)id, space, &length);
    const char *address = strstr(text, " at 0x");
    buf_put(out, text, address == NULL ? length : (size_t)(address - text));
    buf_puts(out, address == NULL ? "" : ">");
}

static void put_payload(const struct tape *tape, unsigned kind, unsigned first_kind,
                        uint64_t payload, struct buf *out) {
    double number;
    if (kind == first_kind) {
        buf_printf(out, "%lld", (long long)payload);
    } else if (kind == first_kind + 1) {
        memcpy(&number, &payload, sizeof number);
        buf_printf(out, "%g", number);
    } else {
        put_text(tape, payload, out);
    }
}

static void put_event(const struct tape *tape, const uint64_t *word, struct buf *out) {
    uint64_t head = *word;
    unsigned kind = tape_head_kind(head);
    switch (kind) {
    case TAPE_LINE:
        buf_printf(out, "line %u", tape_head_small(head));
        break;
    case TAPE_SET_INT:
    case TAPE_SET_FLOAT:
    case TAPE_SET_TEXT:
        buf_puts(out, "set ");
        put_text(tape, tape_head_small(head), out);
        buf_putc(out, ' ');
        put_payload(tape, kind, TAPE_SET_INT, word[1], out);
        break;
    case TAPE_CALL:
        buf_puts(out, "call ");
        put_text(tape, word[1] & UINT32_MAX, out);
        break;
    case TAPE_RAISE:
        buf_puts(out, "raise ");
        put_text(tape, word[1], out);
        break;
    default:
        buf_puts(out, "return ");
        put_payload(tape, kind, TAPE_RETURN_INT, word[1], out);
    }
    buf_printf(out, "@%u;", tape_head_big(head));
}

// Runs a program with a tape and asserts what is on it, without the module's own call and return.
// The number behind @ is the frame's.
static void assert_recorded(void **state, enum vm_detail detail, const char *program,
                            const char *expected) {
    struct vm *vm = fixture_vm(state);
    struct tape *tape = tape_new();
    struct buf out = {0};
    vm->tape = tape;
    vm->options.detail = detail;
    program_run(state, "p.py", program);
    const uint64_t *word = tape->chunks[0]->words;
    for (uint64_t i = 0; i < tape->events; i++) {
        if (i > 0 && i + 1 < tape->events) {
            put_event(tape, word, &out);
        }
        word += 1 + tape_head_extra(*word);
    }
    vm->tape = NULL;
    tape_free(tape);
    struct fixture *fixture = *state;
    buf_clear(&fixture->out);
    buf_put(&fixture->out, buf_text(&out), out.length);
    buf_free(&out);
    assert_string_equal(buf_text(&fixture->out), expected);
}

static void each_line_is_reported_before_it_runs(void **state) {
    assert_recorded(state, VM_DETAIL_LINES, "x = 1\nif x:\n    y = 2\n",
                    "line 1@1;line 2@1;line 3@1;");
}

static void stores_are_reported_with_their_values(void **state) {
    assert_recorded(state, VM_DETAIL_VALUES,
                    "def f(a):\n    b = a + 1\n    c = b * 0.5\n    d = str(c)\n    e = None\n"
                    "    a, b = b, d\n    return c\nf(1)\n",
                    "line 1@1;set f <function f>@1;line 8@1;call f@2;set a 1@2;line 2@2;set b 2@2;"
                    "line 3@2;set c 1@2;line 4@2;set d '1.0'@2;line 5@2;set e None@2;line 6@2;"
                    "set a 2@2;set b '1.0'@2;line 7@2;return 1@2;");
}

static void loops_and_items_report_their_stores(void **state) {
    assert_recorded(state, VM_DETAIL_VALUES,
                    "def f(l):\n    for i in l:\n        x = l[i]\n    return 0\nf([0])\n",
                    "line 1@1;set f <function f>@1;line 5@1;call f@2;set l [0]@2;line 2@2;"
                    "set i 0@2;line 3@2;set x 0@2;line 2@2;line 4@2;return 0@2;");
}

static void closures_and_globals_report_their_stores(void **state) {
    assert_recorded(state, VM_DETAIL_VALUES,
                    "g = 0\ndef f():\n    global g\n    n = 1\n    def h():\n        nonlocal n\n"
                    "        n = 2\n    g = 5\n    h()\nf()\n",
                    "line 1@1;set g 0@1;line 2@1;set f <function f>@1;line 10@1;call f@2;"
                    "line 4@2;set n 1@2;line 5@2;set h <function f.<locals>.h>@2;line 8@2;"
                    "set g 5@1;line 9@2;call f.<locals>.h@3;line 7@3;set n 2@3;return None@3;"
                    "return None@2;");
}

static void an_exception_that_leaves_a_frame_is_reported(void **state) {
    assert_recorded(state, VM_DETAIL_LINES,
                    "def f():\n    1 / 0\ntry:\n    f()\nexcept:\n    pass\n",
                    "line 1@1;line 3@1;line 4@1;call f@2;line 2@2;"
                    "raise ZeroDivisionError('division by zero')@2;line 5@1;line 6@1;");
}

static void a_coroutine_is_called_when_it_begins(void **state) {
    assert_recorded(
        state, VM_DETAIL_LINES,
        "async def f():\n    return 1\nasync def g():\n    x = f()\n    return await x\n"
        "c = g()\ntry:\n    c.send(None)\nexcept StopIteration:\n    pass\n",
        "line 1@1;line 3@1;line 6@1;line 7@1;line 8@1;call g@2;line 4@2;line 5@2;"
        "call f@3;line 2@3;return 1@3;return 1@2;line 9@1;line 10@1;");
}

static void comprehensions_and_the_compilers_own_variables_are_not_reported(void **state) {
    assert_recorded(state, VM_DETAIL_VALUES, "def f():\n    return [i for i in (1, 2)]\nx = f()\n",
                    "line 1@1;set f <function f>@1;line 3@1;call f@2;line 2@2;return [1, 2]@2;"
                    "set x [1, 2]@1;");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        PROGRAM_TEST(each_line_is_reported_before_it_runs),
        PROGRAM_TEST(stores_are_reported_with_their_values),
        PROGRAM_TEST(loops_and_items_report_their_stores),
        PROGRAM_TEST(closures_and_globals_report_their_stores),
        PROGRAM_TEST(an_exception_that_leaves_a_frame_is_reported),
        PROGRAM_TEST(a_coroutine_is_called_when_it_begins),
        PROGRAM_TEST(comprehensions_and_the_compilers_own_variables_are_not_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
