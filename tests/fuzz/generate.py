#!/usr/bin/env python3
"""Write a random asyncio program to stdout.

    generate.py SEED

One seed gives one program.  It prints what happens to it, in the order and with the times in
which it happens; under CPython on the virtual clock it always prints the same.
"""
import os
import sys

from sharing import SHARING, SYNC_SHARING, event, queue_now, release
from tasking import SYNC_TASKING, TASKING, settle
from waiting import WAITING
from writing import Writer

HERE = os.path.dirname(os.path.abspath(__file__))

SETUP = """
def setup():
    global L, S, E, C, Q, B, F, X
    L = [asyncio.Lock(), asyncio.Lock()]
    S = [asyncio.Semaphore(2), asyncio.BoundedSemaphore(1)]
    E = [asyncio.Event(), asyncio.Event()]
    C = [asyncio.Condition(), asyncio.Condition(L[0])]
    Q = [asyncio.Queue(1), asyncio.Queue(), asyncio.LifoQueue(2), asyncio.PriorityQueue()]
    B = [asyncio.Barrier(2), asyncio.Barrier(3)]
    F = [asyncio.get_running_loop().create_future() for _ in range(3)]
    X = [0]
    T.append(asyncio.current_task())


def forget():
    # What has something to say as it dies says it before the exit.
    global F, E, Q
    T.clear()
    H.clear()
    F = E = Q = None
"""


def table(*lists):
    """(actions, weights) of lists of (weight, action)."""
    pairs = [pair for one in lists for pair in one]
    return [action for _, action in pairs], [weight for weight, _ in pairs]


def write_coroutine(w, level):
    w.level, w.tasks = level, []
    w.line("")
    w.line("")
    with w.block(f"async def {w.functions[level]}(n):"):
        if level == 0:
            w.line("setup()")
            w.line("spawn(mover(n + 'v'))")
            write_handler(w)
        else:
            w.say()
        for _ in range(2 + w.below(5)):
            write_step(w, level)
        if w.chance(0.5):
            w.line(f"return {w.tag()}")


def write_step(w, level):
    """A statement; in main one that mostly cannot end or hold up everything."""
    if level > 0 or w.chance(0.3):
        return w.statement()
    with w.block("try:"):
        with w.block(f"async with asyncio.timeout({w.pick('1', '2', '3', '5')}):"):
            w.body(2)
    with w.block(f"except {w.pick('Exception', 'BaseException', 'BaseException')} as e:"):
        w.say("chain(e)")


def write_mover(w):
    """A task that lets others go on: it sets, puts, takes and settles from time to time."""
    w.level, w.tasks, w.is_sync = len(w.functions), [], True
    w.line("")
    w.line("")
    with w.block("async def mover(n):"):
        with w.block(f"for i in range({w.pick('0', '2', '4', '8')}):"):
            w.line(f"await asyncio.sleep({w.delay()})")
            with w.block("try:"):
                for _ in range(1 + w.below(4)):
                    w.pick(event, settle, queue_now, w.pick(release, event), barrier_reset)(w)
            with w.block("except Exception as e:"):
                w.say("show(e)")
    w.is_sync = False


def barrier_reset(w):
    w.line(f"await B[{w.below(2)}].reset()" if w.chance(0.2) else "await asyncio.sleep(0)")


def write_handler(w):
    if w.chance(0.3):
        with w.block("def handler(loop, context):"):
            w.line("print(now(), 'handler', context['message'], show(context.get('exception')))")
        w.line("asyncio.get_running_loop().set_exception_handler(handler)")


def write_generator(w, number):
    w.level, w.tasks, w.is_generator = len(w.functions), [], True
    w.line("")
    w.line("")
    with w.block(f"async def gen{number}(n):"):
        for _ in range(1 + w.below(3)):
            w.line(f"yield {w.below(9)}")
            w.statement()
    w.is_generator = False


def write_callback(w, number):
    w.level, w.tasks, w.is_sync = len(w.functions) - 2, [], True
    w.line("")
    w.line("")
    with w.block(f"def cb{number}(n, *rest):"):
        with w.block("if not isinstance(n, str):"):
            w.line("n = outcome(n)")
        w.say("*map(outcome, rest)")
        if number == 0:
            w.is_sync = False
        else:
            for _ in range(w.below(3)):
                w.statement()
    w.is_sync = False


def write_ending(w):
    """How the program runs its coroutines."""
    w.line("")
    w.line("")
    with w.block("try:"):
        endings = (end_with_runner, end_one_by_one, end_with_own_loop, end_with_eager_tasks)
        ending = w.random.choice(endings) if w.chance(0.2) else end_with_run
        ending(w)
    with w.block("finally:"):
        w.line("forget()")


def end_with_run(w):
    w.line("print(asyncio.run(main('m')))")


def end_with_runner(w):
    with w.block("with asyncio.Runner() as runner:"):
        w.line("print(runner.run(main('m')))")
        w.line("print(runner.run(main('o')))")


def end_one_by_one(w):
    with w.block("for k in 'mo':"):
        with w.block("try:"):
            w.line("print(asyncio.run(main(k)))")
        with w.block("except BaseException as e:"):
            w.line("print(show(e))")
        w.line(w.pick("T.clear()", "H.clear()"))


def end_with_own_loop(w):
    w.line("loop = asyncio.new_event_loop()")
    w.line("print(loop.run_until_complete(main('m')))")
    w.line("loop.run_until_complete(loop.shutdown_asyncgens())")
    w.line("loop.close()")


def end_with_eager_tasks(w):
    with w.block("with asyncio.Runner() as runner:"):
        w.line("runner.get_loop().set_task_factory(asyncio.eager_task_factory)")
        w.line("print(runner.run(main('m')))")


def generate(seed):
    """The text of the program of [seed]."""
    w = Writer(seed, table(WAITING, TASKING, SHARING), table(SYNC_TASKING, SYNC_SHARING))
    w.functions = ["main"] + [f"f{k}" for k in range(1, 2 + w.below(4))]
    w.callbacks, w.generators = 1 + w.below(3), w.below(3)
    with open(os.path.join(HERE, "library.txt"), encoding="utf-8") as file:
        library = file.read() + SETUP
    for number in range(w.callbacks):
        write_callback(w, number)
    for number in range(w.generators):
        write_generator(w, number)
    write_mover(w)
    for level in reversed(range(len(w.functions))):
        write_coroutine(w, level)
    write_ending(w)
    return library + "\n".join(w.lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(generate(int(sys.argv[1])))
