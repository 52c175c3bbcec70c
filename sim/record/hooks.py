"""Where the recorder hooks into asyncio, and nothing more.

- a new selector loop gets a ready queue that tells what goes through it (ready.py), and
  its selector's `select` tells the waits and the ticks;
- the making of a timer, the cancelling of a handle, and the end of `run_forever`;
- the making of a future by its loop and by `gather`;
- `cancel` and `set_name` of a task.

Tasks, futures, handles, loops and their types stay the interpreter's own.  What is put
round a function calls it and tells; where an exception could pass, nothing is put.  In
debug mode things remember the stack on which they were made, and the recorder's frame
is taken out of it.
"""
from asyncio import base_events, events, futures, selector_events, tasks

from .ready import make_ready
from .words import DROP, TIMER, WARN


class Hooks:
    """All that is put round asyncio in one process."""

    def __init__(self, stream, book, callbacks, now, to_ns):
        self.stream = stream
        self.book = book
        self.callbacks = callbacks
        self.now = now
        self.to_ns = to_ns  # of a handle's `when`
        self.loops = 0

    def put(self):
        self.put_loops(selector_events.BaseSelectorEventLoop)
        self.put_ends(base_events.BaseEventLoop)
        self.put_futures(base_events.BaseEventLoop)
        self.put_gather(tasks._GatheringFuture)
        self.put_timers(events.TimerHandle)
        self.put_drops(events.Handle)
        self.put_messages(base_events.BaseEventLoop)
        self.put_tasks(tasks.Task)

    def running(self):
        """The task that runs in this thread, or None."""
        ready = getattr(events._get_running_loop(), "_ready", None)
        return ready.running() if hasattr(ready, "running") else None

    def put_loops(self, loop_class):
        init, hooks = loop_class.__init__, self

        def __init__(self, *args, **kwargs):
            init(self, *args, **kwargs)
            hooks.take_loop(self)

        loop_class.__init__ = __init__

    def take_loop(self, loop):
        timer_class = events.TimerHandle
        ready_class = make_ready(self.loops, self.stream, self.book, self.callbacks, self.now,
                                 timer_class)
        self.loops += 1
        ready = loop._ready = ready_class(loop._ready)
        selector = loop._selector
        selector.select = ready.watch(selector.select)

    def put_ends(self, loop_class):
        """Called when run_forever begins and when it ends, in every version."""
        track = loop_class._set_coroutine_origin_tracking

        def _set_coroutine_origin_tracking(self, enabled):
            track(self, enabled)
            if not enabled and hasattr(self._ready, "pause"):
                self._ready.pause()

        loop_class._set_coroutine_origin_tracking = _set_coroutine_origin_tracking

    def put_futures(self, loop_class):
        from sys import _getframe
        create, book = loop_class.create_future, self.book

        def create_future(self):
            future = create(self)
            if not book.hidden:
                book.new_future(future, book.kind_of(_getframe(1).f_code))
            hide_frame(future)
            return future

        loop_class.create_future = create_future

    def put_gather(self, future_class):
        init, book = future_class.__init__, self.book

        def __init__(self, children, *, loop):
            init(self, children, loop=loop)
            if not book.hidden:
                book.new_future(self, "gather")
            hide_frame(self)

        future_class.__init__ = __init__

    def put_timers(self, handle_class):
        init, hooks = handle_class.__init__, self

        def __init__(self, when, callback, args, loop, context=None):
            init(self, when, callback, args, loop, context)
            hide_frame(self)
            hooks.tell_timer(self, when, callback)

        handle_class.__init__ = __init__

    def tell_timer(self, handle, when, callback):
        name, lib = self.callbacks.words(callback, False)
        if not self.book.hidden or name:
            task = self.book.task_number(self.running())
            self.stream.tell(TIMER, task, (id(handle), self.to_ns(when)), (name, lib))

    def put_drops(self, handle_class):
        cancel, extend = handle_class.cancel, self.stream.extend

        def cancel_(self):
            if not self._cancelled:
                extend((-DROP, id(self)))
            cancel(self)

        cancel_.__name__, cancel_.__qualname__ = "cancel", "Handle.cancel"
        handle_class.cancel = cancel_

    def put_messages(self, loop_class):
        call, hooks = loop_class.call_exception_handler, self

        def call_exception_handler(self, context):
            call(self, context)
            if context.get("message") == "Task was destroyed but it is pending!":
                hooks.stream.tell(WARN, 0, (), (context["message"], ""))
                hooks.book.forget(context.get("task"))

        loop_class.call_exception_handler = call_exception_handler

    def put_tasks(self, task_class):
        """The C type allows no new attributes, so they are put into its dict."""
        hooks, book = self, self.book
        cancel, set_name = task_class.cancel, task_class.set_name

        def cancel_(self, msg=None):
            if not self.done():
                book.tell_cancel(self, hooks.running())
            return cancel(self, msg)

        def set_name_(self, value, /):
            set_name(self, value)
            book.tell_name(self)

        for function, name in ((cancel_, "cancel"), (set_name_, "set_name")):
            function.__name__, function.__qualname__ = name, "Task." + name
        put_into_type(task_class, cancel=cancel_, set_name=set_name_)


def hide_frame(thing):
    """Take the frame of the hook out of the stack on which [thing] was made."""
    if thing._source_traceback:
        del thing._source_traceback[-1]


def put_into_type(cls, **methods):
    import ctypes
    import gc
    gc.get_referents(cls.__dict__)[0].update(methods)
    ctypes.pythonapi.PyType_Modified(ctypes.py_object(cls))
