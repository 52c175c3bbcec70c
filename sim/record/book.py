"""Tasks and futures: their numbers, what they wait for, and how they end.

Nothing here keeps a task or a future alive: they are known by their addresses, from
the moment they are first seen until they are done.
"""
import sys

from .describe import describe
from .words import CANCEL, DONE, FUTURE, HIDE, RENAME, STEP, TASK, WAIT, WAKEUP

TO_WAKEUP = WAKEUP - STEP  # what a task's word for a step lacks of that for a wakeup
HIDDEN = -STEP             # the step of a task that no trace shows
HOUSEKEEPING = ("BaseEventLoop.shutdown_asyncgens",
                "BaseEventLoop.shutdown_default_executor")
KINDS = {  # who makes a future: what kind of future it is
    "sleep": "sleep", "Queue.get": "queue", "Queue.put": "queue", "Lock.acquire": "lock",
    "Event.wait": "event", "Condition.wait": "condition", "Semaphore.acquire": "semaphore",
    "_wait": "wait", "wait_for": "wait", "_cancel_and_wait": "wait", "shield": "shield",
    "TaskGroup.__aexit__": "taskgroup", "TaskGroup._aexit": "taskgroup",
    "StreamReader._wait_for_data": "stream", "wrap_future": "future",
    "BaseSelectorEventLoop.sock_recv": "socket", "BaseSelectorEventLoop.sock_sendall": "socket",
    "BaseSelectorEventLoop.sock_connect": "socket", "BaseSelectorEventLoop.sock_accept": "socket",
}


class Book:
    """The tasks and futures that are not done yet."""

    def __init__(self, stream, future_class):
        self.stream = stream
        self.future_class = future_class
        self.steps = {}    # address of a task: the word that tells a step of it
        self.futures = {}  # address of a future: its number
        self.hidden = 0    # tasks that run and are not shown
        self.count = 0
        self.kinds = {}    # code object: kind of the futures that it makes

    def number(self):
        self.count += 1
        return self.count

    def number_of(self, thing):
        """The number of a task or future, which is told of if it is new; 0 for None."""
        if thing is None:
            return 0
        word = self.steps.get(id(thing))
        if word is not None:
            return -word >> 5
        if id(thing) in self.futures:
            return self.futures[id(thing)]
        return self.new_future(thing, "future")

    def task_number(self, task):
        """The number of a task that is known; 0 for None and for all else."""
        return -self.steps.get(id(task), 0) >> 5

    def new_task(self, task, creator):
        """Tell of a task that is seen for the first time; answer its word for a step."""
        coro = getattr(task.get_coro(), "__qualname__", None) or type(task.get_coro()).__name__
        if coro in HOUSEKEEPING:
            self.hidden += 1
            self.steps[id(task)] = HIDDEN
            self.stream.tell(HIDE, 0, (id(task),))
            return HIDDEN
        number = self.number()
        self.futures.pop(id(task), None)
        self.stream.tell(TASK, number, (id(task), self.task_number(creator)),
                         (task.get_name(), coro))
        word = -(number << 5 | STEP)
        self.steps[id(task)] = word
        return word

    def new_future(self, future, kind):
        number = self.futures[id(future)] = self.number()
        self.stream.tell(FUTURE, number, (), (kind,))
        return number

    def kind_of(self, code):
        """Of a future that this code makes."""
        if code not in self.kinds:
            is_library = "asyncio" in code.co_filename
            self.kinds[code] = KINDS.get(code.co_qualname, "future") if is_library else "future"
        return self.kinds[code]

    def check_done(self, thing):
        """Tell of a task's or a future's end, if it has come; asked before its callbacks go on
        the ready queue, and when a task gives control back."""
        if not (id(thing) in self.futures or id(thing) in self.steps):
            return
        if isinstance(thing, self.future_class) and thing.done():
            self.tell_done(thing)

    def tell_done(self, thing):
        if self.steps.get(id(thing)) == HIDDEN:
            self.hidden -= 1
            del self.steps[id(thing)]
            return
        number = self.number_of(thing)
        self.steps.pop(id(thing), None)
        self.futures.pop(id(thing), None)
        if thing.cancelled():
            state = "cancelled", ""
        elif thing._exception is not None:
            state = "exception", describe(thing._exception)
        else:
            state = "result", describe(thing._result)
        self.stream.tell(DONE, number, (), state)

    def settle(self, task):
        """A task has given control back: it is done, or waits."""
        word = self.steps.get(id(task))
        if word is None:
            return
        if task.done():
            self.tell_done(task)
        elif word != HIDDEN:
            waiter = task._fut_waiter
            if waiter is not None:
                on = self.number_of(waiter)
                self.stream.tell(WAIT, -word >> 5, (on,))

    def tell_cancel(self, task, by):
        word = self.steps.get(id(task), HIDDEN)
        if word != HIDDEN:
            self.stream.tell(CANCEL, -word >> 5, (self.task_number(by),))

    def tell_name(self, task):
        word = self.steps.get(id(task), HIDDEN)
        if word != HIDDEN:
            self.stream.tell(RENAME, -word >> 5, (), (task.get_name(),))

    def forget(self, task):
        """A task is destroyed although it is pending; its address may be taken by another."""
        if self.steps.pop(id(task), None) == HIDDEN:
            self.hidden -= 1
