// Activities: what the machine returns to its driver, and how it goes on.
#include "support/test.h"

#include <stdlib.h>
#include <string.h>

#include "program.h"
#include "vm/dict.h"
#include "vm/exception.h"
#include "vm/generator.h"
#include "vm/module.h"

// Loads [text] as the program and runs its module to the end, as fast as it may.
static void load(void **state, const char *text) {
    assert_string_equal(program_run(state, "p.py", text), "");
}

// What the program's variable [name] holds; borrowed.
static struct value variable(struct vm *vm, const char *name) {
    struct value main = dict_get_name(vm, vm->modules, "__main__");
    return dict_get_name(vm, module_of(main)->dict, name);
}

static struct value call_variable(struct vm *vm, const char *name) {
    struct value result = vm_call(vm, variable(vm, name), NULL, 0);
    assert_false(value_is_error(result));
    return result;
}

static void a_program_pauses_at_a_line_and_goes_on(void **state) {
    struct vm *vm = fixture_vm(state);
    load(state, "def f():\n    a = 1\n    b = 2\n    c = 3\n    return a + b + c\n");
    struct activity activity;
    struct value value = VALUE_NONE;
    unsigned pauses = 0;
    vm_refill(vm, 1);
    activity_call(vm, &activity, variable(vm, "f"), NULL, 0);
    while (activity_run(vm, &activity, &value) == OUTCOME_PAUSED) {
        vm_refill(vm, 1);
        pauses++;
    }
    assert_int_equal(pauses, 3);
    assert_true(value_is(value, value_small(6)));
    activity_free(vm, &activity);
}

// Runs f() on [lines] lines and gives it up; the outcome. The second time nothing new may be alive.
static void assert_ends(void **state, int64_t lines, enum outcome expected) {
    struct vm *vm = fixture_vm(state);
    struct activity activity;
    struct value value = VALUE_NONE;
    uint32_t live = 0;
    for (int i = 0; i < 2; i++) {
        live = vm->live;
        vm->ending = false;
        vm_refill(vm, lines);
        activity_call(vm, &activity, variable(vm, "f"), NULL, 0);
        assert_int_equal(activity_run(vm, &activity, &value), expected);
        activity_free(vm, &activity);
    }
    assert_int_equal(vm->live, live);
    assert_string_equal(buf_text(&((struct fixture *)*state)->out), "");
}

static void a_paused_program_that_is_given_up_runs_no_finally(void **state) {
    load(state, "def f():\n    try:\n        while True:\n            pass\n"
                "    finally:\n        print('never')\n");
    assert_ends(state, 100, OUTCOME_PAUSED);
}

static bool say_no(void *self, struct vm *vm) {
    (void)self, (void)vm;
    return false;
}

static void a_run_ends_inside_a_natives_call_when_the_host_says_so(void **state) {
    fixture_vm(state)->options.host.exhausted = say_no;
    load(state, "def forever(x):\n    try:\n        while True:\n            pass\n"
                "    except BaseException:\n        print('never')\n"
                "    finally:\n        print('never')\n"
                "def f():\n    try:\n        return sorted([2, 1], key=forever)\n"
                "    finally:\n        print('never')\n");
    assert_ends(state, 100, OUTCOME_ENDED);
}

// Natives that block -----------------------------------------------------------------------------

#define REQUEST_ANSWER 7

static struct value ask(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    return vm_block(vm, REQUEST_ANSWER, value_keep(call->args[0]));
}

static const struct native ask_native = {"ask", ask, NATIVE_PLAIN, NULL};

static void give_ask(struct vm *vm) {
    struct value native = native_new(vm, &ask_native, VALUE_ABSENT);
    assert_true(dict_set_name(vm, vm->builtins, "ask", native));
    value_drop(vm, native);
}

static void a_native_that_blocks_gets_its_answer(void **state) {
    struct vm *vm = fixture_vm(state);
    give_ask(vm);
    load(state, "def f():\n    ask(0)\n    x = ask(20)\n    try:\n        ask(1)\n"
                "    except ValueError as e:\n        return x, str(e)\n");
    struct activity activity;
    struct value value;
    vm_refill(vm, 100);
    activity_call(vm, &activity, variable(vm, "f"), NULL, 0);
    assert_int_equal(activity_run(vm, &activity, &value), OUTCOME_BLOCKED);
    assert_int_equal(vm_request(vm), REQUEST_ANSWER);
    assert_true(value_is(value, value_small(0)));
    activity_answer(vm, &activity, VALUE_NONE, false);
    assert_int_equal(activity_run(vm, &activity, &value), OUTCOME_BLOCKED);
    activity_answer(vm, &activity, value_small(22), false);
    assert_int_equal(activity_run(vm, &activity, &value), OUTCOME_BLOCKED);
    struct value text = str_from(vm, "no");
    struct value error = exception_new(vm, EXCEPTION_ValueError, &text, 1);
    value_drop(vm, text);
    activity_answer(vm, &activity, error, true);
    assert_int_equal(activity_run(vm, &activity, &value), OUTCOME_RETURNED);
    assert_repr(vm, value, "(22, 'no')");
    activity_free(vm, &activity);
}

static struct value answer_now(void *self, struct vm *vm, int request, struct value payload) {
    (void)self, (void)vm;
    assert_int_equal(request, REQUEST_ANSWER);
    return value_small(value_to_small(payload) * 10);
}

static void a_native_that_blocks_inside_another_is_answered_by_the_host(void **state) {
    struct vm *vm = fixture_vm(state);
    vm->options.host.block = answer_now;
    give_ask(vm);
    load(state, "def f():\n    return sorted([1, 3, 2], key=lambda x: -ask(x))\n");
    assert_repr(vm, call_variable(vm, "f"), "[3, 2, 1]");
}

// Coroutines -------------------------------------------------------------------------------------

#define COROUTINES                                                                                 \
    "class Give:\n"                                                                                \
    "    def __init__(self, x): self.x = x\n"                                                      \
    "    def __await__(self): return (yield self.x)\n"                                             \
    "async def deep(n):\n"                                                                         \
    "    if n: return await deep(n - 1)\n"                                                         \
    "    try:\n"                                                                                   \
    "        return await Give('a') + await Give('b')\n"                                           \
    "    except ValueError as e: return e.args[0]\n"                                               \
    "def make(): return deep(90)\n"

static enum outcome step(struct vm *vm, struct value coroutine, struct value sent, bool throws,
                         struct value *value) {
    struct activity activity;
    vm_refill(vm, 1000);
    activity_send(vm, &activity, coroutine, sent, throws);
    enum outcome outcome = activity_run(vm, &activity, value);
    activity_free(vm, &activity);
    return outcome;
}

static void a_coroutine_yields_and_goes_on_with_what_is_sent(void **state) {
    struct vm *vm = fixture_vm(state);
    load(state, COROUTINES);
    struct value value, coroutine = call_variable(vm, "make");
    assert_int_equal(step(vm, coroutine, VALUE_NONE, false, &value), OUTCOME_YIELDED);
    assert_repr(vm, value, "'a'");
    assert_int_equal(step(vm, coroutine, value_small(40), false, &value), OUTCOME_YIELDED);
    assert_repr(vm, value, "'b'");
    assert_int_equal(step(vm, coroutine, value_small(2), false, &value), OUTCOME_RETURNED);
    assert_repr(vm, value, "42");
    assert_int_equal(step(vm, coroutine, VALUE_NONE, false, &value), OUTCOME_RAISED);
    assert_repr(vm, value, "RuntimeError('cannot reuse already awaited coroutine')");
    value_drop(vm, coroutine);
}

static void an_exception_is_thrown_at_the_innermost_await(void **state) {
    struct vm *vm = fixture_vm(state);
    load(state, COROUTINES);
    struct value value, coroutine = call_variable(vm, "make");
    assert_int_equal(step(vm, coroutine, VALUE_NONE, false, &value), OUTCOME_YIELDED);
    value_drop(vm, value);
    struct value number = value_small(5);
    struct value error = exception_new(vm, EXCEPTION_ValueError, &number, 1);
    assert_int_equal(step(vm, coroutine, error, true, &value), OUTCOME_RETURNED);
    assert_repr(vm, value, "5");
    value_drop(vm, error);
    value_drop(vm, coroutine);
}

static void the_await_stack_can_be_walked_from_its_innermost_frame(void **state) {
    struct vm *vm = fixture_vm(state);
    load(state, COROUTINES);
    struct value value, coroutine = call_variable(vm, "make");
    assert_null(generator_innermost(vm, coroutine));
    step(vm, coroutine, VALUE_NONE, false, &value);
    value_drop(vm, value);
    unsigned depth = 0;
    for (struct frame *frame = generator_innermost(vm, coroutine); frame != NULL;
         frame = frame->back) {
        depth++;
    }
    assert_int_equal(depth, 92); // deep(90) to deep(0), and __await__
    value_drop(vm, coroutine);
}

static void two_activities_take_turns(void **state) {
    struct vm *vm = fixture_vm(state);
    load(state, "log = []\ndef f(x):\n    for i in range(3):\n        log.append(x)\n"
                "        pass\n    return x\n");
    struct activity one, two;
    struct value value, first = value_small(1), second = value_small(2);
    activity_call(vm, &one, variable(vm, "f"), &first, 1);
    activity_call(vm, &two, variable(vm, "f"), &second, 1);
    bool left = true;
    while (left) {
        vm_refill(vm, 2);
        left = one.state == ACTIVITY_READY && activity_run(vm, &one, &value) == OUTCOME_PAUSED;
        vm_refill(vm, 2);
        left |= two.state == ACTIVITY_READY && activity_run(vm, &two, &value) == OUTCOME_PAUSED;
    }
    assert_repr(vm, value_keep(variable(vm, "log")), "[1, 2, 1, 2, 1, 2]");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        PROGRAM_TEST(a_program_pauses_at_a_line_and_goes_on),
        PROGRAM_TEST(a_paused_program_that_is_given_up_runs_no_finally),
        PROGRAM_TEST(a_run_ends_inside_a_natives_call_when_the_host_says_so),
        PROGRAM_TEST(a_native_that_blocks_gets_its_answer),
        PROGRAM_TEST(a_native_that_blocks_inside_another_is_answered_by_the_host),
        PROGRAM_TEST(a_coroutine_yields_and_goes_on_with_what_is_sent),
        PROGRAM_TEST(an_exception_is_thrown_at_the_innermost_await),
        PROGRAM_TEST(the_await_stack_can_be_walked_from_its_innermost_frame),
        PROGRAM_TEST(two_activities_take_turns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
