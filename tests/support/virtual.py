#!/usr/bin/env python3
"""Run one asyncio program, unchanged, under a real CPython on a virtual clock.

    virtual.py [--schedule FILE] [--ticks N] [--until SECONDS] [--rows N]
               [--real] PROGRAM.py [ARGUMENT...]

The program's stdout, stderr and exit status are its own; a deadlock ends with
status 3, a limit with status 4.  FILE receives the schedule: a row `tick
time_ns name` for every step and wakeup of a task and for every callback that
the program itself defines, and at the end `end finished|error|deadlock|limit`.
With --real the clock is the machine's; only the schedule is recorded.

What is patched, and what is not: `_run_once`, futures, tasks and handles are
the interpreter's own, so the iterations and the order of the handles are its
own, too.  The clock, the selector's wait and the order of equal timers are
ours (virtualclock/clock.py), sets of tasks iterate in creation order
(virtualclock/sets.py), and threads take turns (virtualclock/threads.py).
"""
import os
import sys


def split_arguments(words):
    """The runner's own options, and the words that belong to the program."""
    options = {"--schedule": None, "--ticks": None, "--until": None,
               "--rows": None, "--real": False}
    while words and words[0].startswith("--"):
        name = words.pop(0)
        if name not in options:
            sys.exit(f"virtual.py: unknown option {name}")
        options[name] = True if name == "--real" else words.pop(0)
    if not words:
        sys.exit("usage: virtual.py [--schedule FILE] [--ticks N] "
                 "[--until SECONDS] [--rows N] [--real] PROGRAM.py")
    return options, words


def prepare(options, program):
    """Patch the interpreter; answer the module that runs the program."""
    os.environ["TZ"] = "UTC"
    from virtualclock import clock
    if not options["--real"]:
        clock.patch_time()
    import random
    from virtualclock import loops, programs, schedule, sets, threads
    rows = schedule.Schedule(program, options["--schedule"])
    limits = loops.Limits(options["--ticks"], options["--until"], options["--rows"])
    end = loops.Ending(rows)
    loops.patch(rows, limits, end, virtual=not options["--real"])
    sets.patch()
    if not options["--real"]:
        threads.patch(loops.VirtualSelector, end)
    random.seed(0)
    return programs.Program(program, rows)


def main():
    options, words = split_arguments(sys.argv[1:])
    # The interpreter, too, knows its program by its whole path.
    path = os.path.abspath(words[0])
    program = prepare(options, path)
    sys.argv[:] = words
    sys.path[0] = os.path.dirname(path)
    # The program gets this very module's namespace: it is the first module
    # there is, so that it is torn down at exit exactly when `__main__` is.
    namespace = sys.modules["__main__"].__dict__
    for name in list(namespace):
        if name not in ("__name__", "__doc__", "__package__", "__loader__",
                        "__spec__", "__builtins__"):
            del namespace[name]
    namespace["__doc__"] = None
    namespace["__file__"] = path
    program.run(namespace)


if __name__ == "__main__":
    main()
