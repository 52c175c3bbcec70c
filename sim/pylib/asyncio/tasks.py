# Tasks: what creates them and what waits for them.
import _asyncio
from _asyncio import (Future, Task, all_tasks, current_task, get_running_loop, is_future,
                      is_coroutine_object, new_future, set_result_unless_cancelled)
from asyncio import events, exceptions

__all__ = ("Task", "create_task", "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "wait",
           "wait_for", "as_completed", "sleep", "gather", "shield", "ensure_future",
           "run_coroutine_threadsafe", "current_task", "all_tasks", "create_eager_task_factory",
           "eager_task_factory")

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

bare_yield = _asyncio.bare_yield  # an awaitable that gives control back for one iteration


async def sleep(delay, result=None):
    if delay <= 0:
        await bare_yield
        return result
    if delay != delay:
        raise ValueError("Invalid delay: NaN (not a number)")
    loop = get_running_loop()
    future = new_future(loop, "sleep")
    handle = loop.call_later(delay, set_result_unless_cancelled, future, result)
    try:
        return await future
    finally:
        handle.cancel()


def create_task(coro, *, name=None, context=None):
    loop = get_running_loop()
    if context is None:
        return loop.create_task(coro, name=name)
    return loop.create_task(coro, name=name, context=context)


def ensure_future(coro_or_future, *, loop=None):
    if is_future(coro_or_future):
        if loop is not None and loop is not coro_or_future.get_loop():
            raise ValueError("The future belongs to a different loop than "
                             "the one specified as the loop argument")
        return coro_or_future
    should_close = True
    if not is_coroutine_object(coro_or_future):
        from asyncio.coroutines import iscoroutine
        if not iscoroutine(coro_or_future):
            if not hasattr(type(coro_or_future), "__await__"):
                raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
            async def _wrap_awaitable(awaitable):
                return await awaitable

            coro_or_future = _wrap_awaitable(coro_or_future)
            should_close = False
    if loop is None:
        loop = events.get_event_loop()
    try:
        return loop.create_task(coro_or_future)
    except RuntimeError:
        if should_close:
            coro_or_future.close()
        raise


# gather ---------------------------------------------------------------------------------------


class _GatheringFuture(Future):
    _kind = "gather"

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        asked = False
        for child in self._children:
            if child.cancel(msg=msg):
                asked = True
        if asked:
            self._cancel_requested = True
        return asked


def _outcome(fut):
    if fut.cancelled():
        message = fut._cancel_message
        return exceptions.CancelledError("" if message is None else message)
    exception = fut.exception()
    return fut.result() if exception is None else exception


def gather(*coros_or_futures, return_exceptions=False):
    if not coros_or_futures:
        loop = events.get_event_loop()
        outer = new_future(loop, "gather")
        outer.set_result([])
        return outer

    def _done_callback(fut):
        "gather: a child is done"
        nonlocal finished
        finished += 1
        if outer is None or outer.done():
            if not fut.cancelled():
                fut.exception()  # counts as retrieved
            return
        if not return_exceptions:
            if fut.cancelled():
                outer.set_exception(fut._make_cancelled_error())
                return
            exception = fut.exception()
            if exception is not None:
                outer.set_exception(exception)
                return
        if finished == wanted:
            results = [_outcome(child) for child in children]
            if outer._cancel_requested:
                # The last child's, whichever ended last.
                outer.set_exception(children[-1]._make_cancelled_error())
            else:
                outer.set_result(results)

    futures_of = {}
    children = []
    wanted = finished = 0
    done_already = []
    loop = None
    outer = None
    for argument in coros_or_futures:
        if argument in futures_of:
            children.append(futures_of[argument])
            continue
        fut = ensure_future(argument, loop=loop)
        if loop is None:
            loop = fut.get_loop()
        if fut is not argument:
            fut._log_destroy_pending = False
        wanted += 1
        futures_of[argument] = fut
        if fut.done():
            done_already.append(fut)
        else:
            fut.add_done_callback(_done_callback)
        children.append(fut)
    outer = _GatheringFuture(children, loop=loop)
    for fut in done_already:
        _done_callback(fut)
    return outer


# wait, wait_for -------------------------------------------------------------------------------


def _release_waiter(waiter, *args):
    "wait: its time is over"
    if not waiter.done():
        waiter.set_result(None)


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    if is_future(fs) or is_coroutine_object(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    fs = set(fs)
    if any(is_coroutine_object(f) for f in fs):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    loop = get_running_loop()
    return await _wait(fs, timeout, return_when, loop)


async def _wait(fs, timeout, return_when, loop):
    waiter = new_future(loop, "wait")
    timer = None
    if timeout is not None:
        timer = loop.call_later(timeout, _release_waiter, waiter)
    left = len(fs)

    def _on_completion(f):
        "wait: one of its futures is done"
        nonlocal left
        left -= 1
        # Only to ask for its exception is to have retrieved it.
        if (left <= 0 or return_when == FIRST_COMPLETED
                or (return_when == FIRST_EXCEPTION and not f.cancelled()
                    and f.exception() is not None)):
            if timer is not None:
                timer.cancel()
            if not waiter.done():
                waiter.set_result(None)

    for f in fs:
        f.add_done_callback(_on_completion)
    try:
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for f in fs:
            f.remove_done_callback(_on_completion)
    done, pending = set(), set()
    for f in fs:
        if f.done():
            done.add(f)
        else:
            pending.add(f)
    return done, pending


async def _cancel_and_wait(fut):
    loop = get_running_loop()
    waiter = new_future(loop, "wait")

    def _release(*args):
        "wait: the cancelled task is done"
        _release_waiter(waiter)

    fut.add_done_callback(_release)
    try:
        fut.cancel()
        await waiter
    finally:
        fut.remove_done_callback(_release)


async def wait_for(fut, timeout):
    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except exceptions.CancelledError as exc:
            raise TimeoutError from exc
    from asyncio.timeouts import timeout as timeout_block
    async with timeout_block(timeout):
        return await fut


# shield ---------------------------------------------------------------------------------------


def shield(arg):
    inner = ensure_future(arg)
    if inner.done():
        return inner
    loop = inner.get_loop()
    outer = new_future(loop, "shield")

    def _inner_done_callback(inner):
        "shield: what it shields is done"
        if outer.cancelled():
            if not inner.cancelled():
                inner.exception()  # counts as retrieved
            return
        if inner.cancelled():
            outer.cancel()
        elif inner.exception() is not None:
            outer.set_exception(inner.exception())
        else:
            outer.set_result(inner.result())

    def _outer_done_callback(outer):
        "shield: nobody waits for it any more"
        if not inner.done():
            inner.remove_done_callback(_inner_done_callback)

    inner.add_done_callback(_inner_done_callback)
    outer.add_done_callback(_outer_done_callback)
    return outer


# as_completed ---------------------------------------------------------------------------------


class _AsCompletedIterator:
    def __init__(self, aws, timeout):
        from asyncio.queues import Queue
        self._done = Queue()
        self._timeout_handle = None
        loop = events.get_event_loop()
        todo = {ensure_future(aw, loop=loop): None for aw in dict.fromkeys(aws)}
        for f in todo:
            f.add_done_callback(self._handle_completion)
        if todo and timeout is not None:
            self._timeout_handle = loop.call_later(timeout, self._handle_timeout)
        self._todo = todo
        self._todo_left = len(todo)

    def __aiter__(self):
        return self

    def __iter__(self):
        return self

    async def __anext__(self):
        if not self._todo_left:
            raise StopAsyncIteration
        self._todo_left -= 1
        return await self._wait_for_one()

    def __next__(self):
        if not self._todo_left:
            raise StopIteration
        self._todo_left -= 1
        return self._wait_for_one(resolve=True)

    def _handle_timeout(self):
        "as_completed: its time is over"
        for f in self._todo:
            f.remove_done_callback(self._handle_completion)
            self._done.put_nowait(None)
        self._todo.clear()

    def _handle_completion(self, f):
        "as_completed: one of its futures is done"
        if not self._todo:
            return
        self._todo.pop(f, None)
        self._done.put_nowait(f)
        if not self._todo and self._timeout_handle is not None:
            self._timeout_handle.cancel()

    async def _wait_for_one(self, resolve=False):
        f = await self._done.get()
        if f is None:
            raise exceptions.TimeoutError
        return f.result() if resolve else f


def as_completed(fs, *, timeout=None):
    if is_future(fs) or is_coroutine_object(fs):
        raise TypeError(f"expects an iterable of awaitables, not {type(fs).__name__}")
    return _AsCompletedIterator(fs, timeout)


# Threads and factories ------------------------------------------------------------------------


def run_coroutine_threadsafe(coro, loop):
    if not is_coroutine_object(coro):
        raise TypeError("A coroutine object is required")
    import concurrent.futures
    from asyncio.futures import _chain_future
    future = concurrent.futures.Future()

    def callback():
        "run_coroutine_threadsafe: another thread's coroutine becomes a task"
        try:
            _chain_future(ensure_future(coro, loop=loop), future)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            if future.set_running_or_notify_cancel():
                future.set_exception(exc)
            raise

    loop.call_soon_threadsafe(callback)
    return future


def create_eager_task_factory(custom_task_constructor):
    def factory(loop, coro, *, name=None, context=None):
        return custom_task_constructor(coro, loop=loop, name=name, context=context,
                                       eager_start=True)

    return factory


eager_task_factory = create_eager_task_factory(Task)
