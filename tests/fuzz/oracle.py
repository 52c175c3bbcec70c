"""Runs many programs in one Python process, each as virtual.py would run it alone.

    oracle.py < JOBS

A job is a line `PROGRAM BASE`: PROGRAM runs in a forked child on the virtual clock, with its
stdout in BASE.out, its stderr in BASE.err and its schedule in BASE.schedule.  When it has ended
a line with its exit status is answered.  What the programs import is imported once, before the
first of them; a program that does not end within SECONDS is killed (status -14), and one that
turns the loop TICKS times ends with status 4.

What is left in circles is collected at the exit and no sooner: when CPython's collector runs of
itself depends on how much was allocated, by the interpreter, too.  Before that MARK is written to
stderr.
"""
import atexit
import gc
import os
import signal
import sys

SECONDS = 20
TICKS = 20000
MARK = "-- exit --"


def prepare_all():
    """What is the same for every program, done once."""
    os.environ["TZ"] = "UTC"
    sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
    from virtualclock import clock
    clock.patch_time()
    import ast, asyncio, concurrent.futures.thread, contextlib, queue, random, traceback
    from virtualclock import loops, programs, schedule, sets, threads
    gc.collect()  # but no freeze: modules, too, are collected at exit


def prepare(program, base):
    """What belongs to one program; answers what runs it."""
    for number, name in ((1, ".out"), (2, ".err")):
        file = os.open(base + name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        os.dup2(file, number)
        os.close(file)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    signal.alarm(SECONDS)
    gc.disable()
    atexit.register(leave)
    import random
    from virtualclock import loops, programs, schedule, sets, threads
    rows = schedule.Schedule(program, base + ".schedule")
    end = loops.Ending(rows)
    loops.patch(rows, loops.Limits(TICKS, None, None), end, virtual=True)
    sets.patch()
    threads.patch(loops.VirtualSelector, end)
    random.seed(0)
    return programs.Program(program, rows)


def leave(sys=sys, gc=gc, mark=MARK):  # bound now: this module's names will be gone
    sys.stderr.write(mark + "\n")
    gc.enable()


def serve():
    """Answer jobs; returns in a child only, with the program that it is to run."""
    for line in sys.stdin:
        program, base = line.split()
        child = os.fork()
        if child == 0:
            return prepare(program, base)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        print(status, flush=True)
    sys.exit(0)


def become(program):
    """Turn this process into one that ran [program] from the beginning (see virtual.py)."""
    sys.argv[:] = [os.path.basename(program.path)]
    sys.path[0:2] = [os.path.dirname(program.path)]
    namespace = sys.modules["__main__"].__dict__
    for name in list(namespace):
        if name not in ("__name__", "__doc__", "__package__", "__loader__",
                        "__spec__", "__builtins__"):
            del namespace[name]
    namespace["__doc__"] = None
    namespace["__file__"] = program.path
    return namespace


def main():
    prepare_all()
    program = serve()
    program.run(become(program))


if __name__ == "__main__":
    main()
