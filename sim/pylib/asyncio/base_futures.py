# How futures are shown.
from _asyncio import Future, Task
from asyncio.format_helpers import _format_callback_source

_PENDING = "PENDING"
_CANCELLED = "CANCELLED"
_FINISHED = "FINISHED"

_showing = set()  # ids of the futures whose repr is being made, since they can hold each other


def isfuture(obj):
    if isinstance(obj, Future):
        return True
    return (hasattr(type(obj), "_asyncio_future_blocking")
            and obj._asyncio_future_blocking is not None)


def _short(value):
    import reprlib
    return reprlib.repr(value)


def _format_callback(callback):
    if isinstance(callback, Task):
        return "Task.task_wakeup()"
    return _format_callback_source(callback, ())


def _format_callbacks(pairs):
    shown = [_format_callback(pair[0]) for pair in pairs]
    if len(shown) > 2:
        shown = [shown[0], f"<{len(shown) - 2} more>", shown[-1]]
    return f"cb=[{', '.join(shown)}]"


def _future_repr_info(future):
    info = [future._state.lower()]
    if future._state == _FINISHED:
        if future._exception is not None:
            info.append(f"exception={future._exception!r}")
        else:
            info.append(f"result={_short(future._result)}")
    if future._callbacks:
        info.append(_format_callbacks(future._callbacks))
    return info


def _guarded(future, describe):
    if id(future) in _showing:
        return "..."
    _showing.add(id(future))
    try:
        return f"<{type(future).__name__} {' '.join(describe(future))}>"
    finally:
        _showing.discard(id(future))


def _future_repr(future):
    return _guarded(future, _future_repr_info)
