"""A loop's ready queue that tells what goes through it.

It stands in for the deque of the loop.  All handles come in through `append`, whoever
makes them ready, and go out through `popleft` just before they run; what a loop does
between two of these is told by its selector's wait (hooks.py).  This is where the time
goes when a program is recorded: a step of a task costs one call of each, and few words.
"""
from _thread import get_ident
from collections import deque
from types import BuiltinMethodType, MethodType

from .book import TO_WAKEUP
from .words import AGAIN, CALL, DUE, HIDE, LOOP, PAUSE, TICK

MANY = 20_000  # words that wait to be sent

push, pop = deque.append, deque.popleft


def make_ready(number, stream, book, callbacks, now, timer_class):
    """The class of the ready queue of loop [number], which has one object."""
    steps = book.steps
    settle = book.settle
    flush = stream.flush
    words = stream.words
    switch = -(number << 5 | LOOP)
    if number == 0:
        log, extend = words.append, words.extend
    else:
        log = lambda word: words.extend((switch, word))
        extend = lambda told: words.extend((switch, *told))
    again, tick = -AGAIN, -TICK
    step_class = None  # of what a C task asks the loop to call for a step
    running = None     # the task that runs, until it is told how it gives control back
    due = 0            # when to flush next
    polled_by = 0      # the thread, between the selector's answer and the first handle that runs

    class Ready(deque):
        __slots__ = ()

        def append(self, handle):
            nonlocal running
            callback = handle._callback
            if type(callback) is step_class:
                if callback.__self__ is running:
                    running = None
                    log(again)
                else:
                    tell_step(callback.__self__)
            else:
                tell_ready(handle, callback)
            push(self, handle)

        def popleft(self):
            nonlocal running, polled_by, due
            if running is not None:
                settle(running)
                running = None
            handle = pop(self)
            callback = handle._callback
            moment = now()
            if type(callback) is step_class:
                running = callback.__self__
                extend((moment, id(running)))
            elif handle._cancelled:
                return handle
            elif is_wakeup(type(callback), callback):
                running = callback.__self__
                extend((moment, id(running)))
            else:
                extend((moment, id(handle)))
            if moment > due:
                due = flush()
                polled_by = 0
            return handle

        def running(self):
            """The task that runs; None while a callback or nothing does."""
            return running

        def pause(self):
            """The loop is about to wait, or stops."""
            nonlocal running
            if running is not None:
                settle(running)
                running = None
            extend((-PAUSE, now()))

        def watch(self, wait):
            """The selector's wait, told of; after it a tick begins."""
            def select(timeout=None):
                nonlocal running, polled_by, due
                if running is not None:
                    settle(running)
                    running = None
                if timeout != 0 or len(words) > MANY:
                    extend((-PAUSE, now()))
                    due = flush()
                events = wait(timeout)
                extend((tick, now()))
                if events:
                    polled_by = get_ident()
                    due = 0
                return events

            return select

    def is_wakeup(kind, callback):
        if kind is BuiltinMethodType:
            return callback.__name__ == "task_wakeup"
        return kind is MethodType and callback.__name__ in ("__step", "__wakeup") \
            and callback.__func__.__module__ == "asyncio.tasks"

    def tell_step(task):
        nonlocal running
        if task is running:  # which has made a bare yield
            running = None
            log(again)
        else:
            log(steps.get(id(task)) or book.new_task(task, running))

    def tell_ready(handle, callback):
        """Tell of a handle that is no step of a C task, or the first of all."""
        nonlocal step_class
        kind = type(callback)
        if isinstance(handle, timer_class):
            extend((-DUE, id(handle)))
        elif kind.__name__ == "TaskStepMethWrapper":
            step_class = kind
            tell_step(callback.__self__)
        elif not is_wakeup(kind, callback):
            tell_call(handle, callback)
        elif callback.__name__ == "__step":
            tell_step(callback.__self__)
        else:
            book.check_done(handle._args[0])
            task = callback.__self__
            log((steps.get(id(task)) or book.new_task(task, None)) - TO_WAKEUP)

    def tell_call(handle, callback):
        is_hidden = book.hidden > 0
        if handle._args:
            book.check_done(handle._args[0])
        name, lib = callbacks.words(callback, polled_by == get_ident())
        if is_hidden and not name:
            extend((-HIDE, id(handle)))
            return
        if number:
            words.append(switch)
        stream.tell(CALL, 0, (id(handle),), (name, lib))

    return Ready
