"""The schedule: which handle ran in which iteration, and when.

A row is `tick time_ns name`: for a step or a wakeup of a task its name, for a
callback that the program itself defines its qualified name.  The library's own
callbacks (a sleep that is over, gather's counting) have no row, and neither
have the tasks that close the runtime down; but every `_run_once` counts as a
tick, theirs too.
"""
import functools
import types

HOUSEKEEPING = ("BaseEventLoop.shutdown_asyncgens",
                "BaseEventLoop.shutdown_default_executor")
STEPS = ("TaskStepMethWrapper",)
WAKEUPS = ("task_wakeup", "__step", "__wakeup", "_Task__step", "_Task__wakeup")


class Schedule:
    """The rows of one run; `finish` writes them out, once."""

    def __init__(self, program, path):
        self.program = program
        self.path = path
        self.rows = []
        self.tick = 0
        self.finished = False

    def record(self, callback, time_ns):
        """Add the row of a handle that is about to run, if it has one."""
        name = self.name_of(callback)
        if name is not None:
            self.rows.append(f"{self.tick} {time_ns} {name}")

    def name_of(self, callback):
        task = task_of(callback)
        if task is not None:
            return None if is_housekeeping(task) else task.get_name()
        function = function_of(callback)
        code = getattr(function, "__code__", None)
        if code is not None and code.co_filename == self.program:
            return function.__qualname__
        if isinstance(function, type) and function.__module__ == "__main__":
            return function.__qualname__
        return None

    def finish(self, why):
        if self.path is None or self.finished:
            return
        self.finished = True
        with open(self.path, "w", encoding="utf-8") as file:
            for row in self.rows:
                file.write(row.replace("\n", "\\n") + "\n")
            file.write(f"end {why}\n")


def task_of(callback):
    """The task whose step or wakeup [callback] is, or None."""
    import asyncio
    owner = getattr(callback, "__self__", None)
    if not isinstance(owner, asyncio.Task):
        return None
    if type(callback).__name__ in STEPS:
        return owner
    return owner if getattr(callback, "__name__", None) in WAKEUPS else None


def is_housekeeping(task):
    return getattr(task.get_coro(), "__qualname__", None) in HOUSEKEEPING


def function_of(callback):
    """What a callback comes down to without its partials and its instance."""
    while isinstance(callback, functools.partial):
        callback = callback.func
    if isinstance(callback, types.MethodType):
        return callback.__func__
    if isinstance(callback, (types.FunctionType, type)):
        return callback
    return getattr(type(callback), "__call__", None)
