# What counts as a coroutine, and how one is shown.
from _asyncio import is_coroutine_object

__all__ = ("iscoroutinefunction", "iscoroutine")

_is_coroutine = object()


def iscoroutine(obj):
    if is_coroutine_object(obj):
        return True
    import collections.abc
    return isinstance(obj, collections.abc.Coroutine)


def iscoroutinefunction(func):
    import inspect
    return (inspect.iscoroutinefunction(func)
            or getattr(func, "_is_coroutine", None) is _is_coroutine)


def _format_coroutine(coro):
    name = getattr(coro, "__qualname__", None) or getattr(coro, "__name__", None)
    name = f"{name or f'<{type(coro).__name__} without __name__>'}()"
    running = getattr(coro, "cr_running", getattr(coro, "gi_running", False))
    code = getattr(coro, "cr_code", None) or getattr(coro, "gi_code", None)
    if not code:
        return f"{name} running" if running else name
    frame = getattr(coro, "gi_frame", None) or getattr(coro, "cr_frame", None)
    if frame is not None:
        return f"{name} running at {code.co_filename}:{frame.f_lineno}"
    return f"{name} done, defined at {code.co_filename}:{code.co_firstlineno}"
