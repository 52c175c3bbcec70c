# Task groups: tasks that end together, one's failure cancelling the others.
from _asyncio import new_future
from asyncio import events, exceptions, tasks

__all__ = ("TaskGroup",)


def _ends_everything(exc):
    return isinstance(exc, (SystemExit, KeyboardInterrupt))


class TaskGroup:
    def __init__(self):
        self._entered = False
        self._exiting = False
        self._aborting = False
        self._loop = None
        self._parent_task = None
        self._parent_cancel_requested = False
        self._tasks = set()
        self._errors = []
        self._base_error = None
        self._on_completed_fut = None

    def __repr__(self):
        info = [""]
        if self._tasks:
            info.append(f"tasks={len(self._tasks)}")
        if self._errors:
            info.append(f"errors={len(self._errors)}")
        if self._aborting:
            info.append("cancelling")
        elif self._entered:
            info.append("entered")
        return f"<TaskGroup{' '.join(info)}>"

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError(f"TaskGroup {self!r} has already been entered")
        if self._loop is None:
            self._loop = events.get_running_loop()
        self._parent_task = tasks.current_task(self._loop)
        if self._parent_task is None:
            raise RuntimeError(f"TaskGroup {self!r} cannot determine the parent task")
        self._entered = True
        return self

    async def __aexit__(self, et, exc, tb):
        self._exiting = True
        if exc is not None and _ends_everything(exc) and self._base_error is None:
            self._base_error = exc
        is_cancelled = et is not None and issubclass(et, exceptions.CancelledError)
        cancellation = exc if is_cancelled else None
        if et is not None and not self._aborting:
            self._abort()
        cancellation = await self._wait_for_all(cancellation)
        if self._base_error is not None:
            raise self._base_error
        if self._parent_cancel_requested and self._parent_task.uncancel() == 0:
            # It was the group that cancelled its own task: nobody else shall hear of it.
            cancellation = None
        if cancellation is not None and not self._errors:
            raise cancellation
        if et is not None and not is_cancelled:
            self._errors.append(exc)
        if self._errors:
            self._raise_errors()

    async def _wait_for_all(self, cancellation):
        # The wait itself can be cancelled, more than once.
        while self._tasks:
            if self._on_completed_fut is None:
                self._on_completed_fut = new_future(self._loop, "taskgroup")
            try:
                await self._on_completed_fut
            except exceptions.CancelledError as exc:
                if not self._aborting:
                    cancellation = exc
                    self._abort()
            self._on_completed_fut = None
        return cancellation

    def _raise_errors(self):
        if self._parent_task.cancelling():
            # Cancelled from outside as well: that stays counted and comes again.
            self._parent_task.uncancel()
            self._parent_task.cancel()
        try:
            group = BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors)
            raise group from None
        finally:
            self._errors = None

    def create_task(self, coro, *, name=None, context=None):
        problem = None
        if not self._entered:
            problem = "has not been entered"
        elif self._exiting and not self._tasks:
            problem = "is finished"
        elif self._aborting:
            problem = "is shutting down"
        if problem is not None:
            coro.close()
            raise RuntimeError(f"TaskGroup {self!r} {problem}")
        if context is None:
            task = self._loop.create_task(coro, name=name)
        else:
            task = self._loop.create_task(coro, name=name, context=context)
        if task.done():
            self._on_task_done(task)
        else:
            self._tasks.add(task)
            task.add_done_callback(self._on_task_done)
        return task

    def _abort(self):
        self._aborting = True
        for task in self._tasks:
            if not task.done():
                task.cancel()

    def _on_task_done(self, task):
        "TaskGroup: one of its tasks is done"
        self._tasks.discard(task)
        if self._on_completed_fut is not None and not self._tasks:
            if not self._on_completed_fut.done():
                self._on_completed_fut.set_result(True)
        if task.cancelled():
            return
        exc = task.exception()
        if exc is None:
            return
        self._errors.append(exc)
        if _ends_everything(exc) and self._base_error is None:
            self._base_error = exc
        if self._parent_task.done():
            self._loop.call_exception_handler({
                "message": f"Task {task!r} has errored out but its parent task "
                           f"{self._parent_task} is already completed",
                "exception": exc,
                "task": task,
            })
            return
        if not self._aborting and not self._parent_cancel_requested:
            # The task that opened the group may wait for something else: wake it.
            self._abort()
            self._parent_cancel_requested = True
            self._parent_task.cancel()
