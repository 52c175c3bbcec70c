# Futures: the C type, and what chains two of them.
from _asyncio import Future
from _asyncio import set_result_unless_cancelled as _set_result_unless_cancelled
from asyncio.base_futures import isfuture, _PENDING, _CANCELLED, _FINISHED

__all__ = ("Future", "wrap_future", "isfuture")


def _get_loop(fut):
    return fut.get_loop()


def _copy_state(source, dest):
    if dest.cancelled():
        return
    if source.cancelled():
        dest.cancel()
        return
    exception = source.exception()
    if exception is not None:
        dest.set_exception(exception)
    else:
        dest.set_result(source.result())


def _chain_future(source, destination):
    source_loop = _get_loop(source) if isfuture(source) else None
    dest_loop = _get_loop(destination) if isfuture(destination) else None

    def _set_state(future, other):
        if isfuture(future):
            _copy_state(other, future)
        else:
            if other.cancelled():
                future.cancel()
                future.set_running_or_notify_cancel()
                return
            future.set_running_or_notify_cancel()
            exception = other.exception()
            if exception is not None:
                future.set_exception(exception)
            else:
                future.set_result(other.result())

    def _call_check_cancel(destination):
        "a chained future is done: pass its cancellation on"
        if destination.cancelled():
            if source_loop is None or source_loop is dest_loop:
                source.cancel()
            else:
                source_loop.call_soon_threadsafe(source.cancel)

    def _call_set_state(source):
        "a chained future is done: pass its result on"
        if destination.cancelled() and dest_loop is not None and dest_loop.is_closed():
            return
        if dest_loop is None or dest_loop is source_loop:
            _set_state(destination, source)
        elif not dest_loop.is_closed():
            dest_loop.call_soon_threadsafe(_set_state, destination, source)

    destination.add_done_callback(_call_check_cancel)
    source.add_done_callback(_call_set_state)


def wrap_future(future, *, loop=None):
    if isfuture(future):
        return future
    from asyncio import events
    if loop is None:
        loop = events.get_event_loop()
    new_future = loop.create_future()
    _chain_future(future, new_future)
    return new_future
