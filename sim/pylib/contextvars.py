# Context variables; all but Context.run is C.
import _contextvars
from _contextvars import Context, ContextVar, Token, copy_context

__all__ = ("Context", "ContextVar", "Token", "copy_context")


def _run(self, callable, /, *args, **kwargs):
    _contextvars.enter(self)
    try:
        return callable(*args, **kwargs)
    finally:
        _contextvars.leave(self)


_run.__name__ = "run"
_run.__qualname__ = "Context.run"
_contextvars.set_run(_run)
