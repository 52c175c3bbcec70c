# What counts as a coroutine, and how one is shown.
from _asyncio import is_coroutine_object

__all__ = ("iscoroutinefunction", "iscoroutine")

_is_coroutine = object()


def iscoroutine(obj):
    if is_coroutine_object(obj):
        return True
    # As collections.abc.Coroutine has it: what can be sent to, thrown into, closed and awaited.
    cls = type(obj)
    return all(hasattr(cls, name) for name in ("__await__", "send", "throw", "close"))


def iscoroutinefunction(func):
    if getattr(func, "_is_coroutine", None) is _is_coroutine:
        return True
    while hasattr(func, "__func__"):
        func = func.__func__
    code = getattr(func, "__code__", None)
    return type(func).__name__ == "function" and bool(code.co_flags & 0x80)


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
