// The account of the notes is what CPython does when every awaited coroutine of the program is made
// a task by hand.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support/test.h"

#include "base/mem.h"
#include "cli/support.h"
#include "trace/compare.h"

// Writes a program to a file of its own; remove it and free the name afterwards.
static char *write_program(const char *text) {
    char *path = mem_copy_text("/tmp/loopscope-test-XXXXXX", 26);
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, text, strlen(text)), strlen(text));
    close(file);
    return path;
}

// Puts `asyncio.create_task(…)` around each call between the marks « and », or takes the marks
// away.
static char *expand(const char *text, bool as_tasks) {
    struct buf out = {0};
    while (*text != '\0') {
        if (strncmp(text, "«", 2) == 0) {
            buf_puts(&out, as_tasks ? "asyncio.create_task(" : "");
            text += 2;
        } else if (strncmp(text, "»", 2) == 0) {
            buf_puts(&out, as_tasks ? ")" : "");
            text += 2;
        } else {
            buf_putc(&out, *text++);
        }
    }
    return buf_take(&out);
}

static void run_text(struct recording *recording, const char *text, bool as_tasks,
                     enum sim_model model) {
    char *program = expand(text, as_tasks);
    char *path = write_program(program);
    support_run(recording, path, model);
    remove(path);
    mem_free(path);
    mem_free(program);
}

static void assert_same_schedule(const char *text) {
    struct recording told, made;
    struct compare_result result;
    run_text(&told, text, false, SIM_MODEL_NOTES);
    run_text(&made, text, true, SIM_MODEL_CPYTHON);
    struct replay *runs[2] = {replay_new(told.log), replay_new(made.log)};
    compare_runs(runs[0], runs[1], &result);
    assert_int_equal(result.part, COMPARE_AGREE);
    assert_true(result.totals[0].tasks > 1);
    replay_free(runs[0]);
    replay_free(runs[1]);
    recording_close(&told);
    recording_close(&made);
}

static void say_after_twice(void **state) {
    (void)state;
    assert_same_schedule("import asyncio\n"
                         "async def say_after(wait, text):\n"
                         "    await asyncio.sleep(wait)\n"
                         "    print(text)\n"
                         "async def main():\n"
                         "    await «say_after(1, 'hello')»\n"
                         "    await «say_after(2, 'world')»\n"
                         "asyncio.run(main())\n");
}

static void chains_and_results(void **state) {
    (void)state;
    assert_same_schedule("import asyncio\n"
                         "async def leaf(n):\n"
                         "    await asyncio.sleep(0)\n"
                         "    return n * n\n"
                         "async def middle(n):\n"
                         "    return await «leaf(n)» + await «leaf(n + 1)»\n"
                         "async def main():\n"
                         "    print(await «middle(3)»)\n"
                         "    print(await asyncio.gather(middle(1), middle(2)))\n"
                         "asyncio.run(main())\n");
}

static void exceptions_and_cancellation(void **state) {
    (void)state;
    assert_same_schedule("import asyncio\n"
                         "async def fails():\n"
                         "    await asyncio.sleep(1)\n"
                         "    raise ValueError('no')\n"
                         "async def outer():\n"
                         "    try:\n"
                         "        await «fails()»\n"
                         "    except ValueError as error:\n"
                         "        print('caught', error)\n"
                         "    await «forever()»\n"
                         "async def forever():\n"
                         "    try:\n"
                         "        await asyncio.sleep(1000)\n"
                         "    finally:\n"
                         "        print('cleaned')\n"
                         "async def main():\n"
                         "    task = asyncio.create_task(outer())\n"
                         "    await asyncio.sleep(2)\n"
                         "    task.cancel()\n"
                         "    try:\n"
                         "        await task\n"
                         "    except asyncio.CancelledError:\n"
                         "        print('cancelled')\n"
                         "asyncio.run(main())\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(say_after_twice),
        cmocka_unit_test(chains_and_results),
        cmocka_unit_test(exceptions_and_cancellation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
