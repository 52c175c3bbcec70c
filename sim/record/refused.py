"""Event loops that cannot be recorded are refused by name when one is made."""
import os
import sys
from importlib.machinery import PathFinder

REFUSED = {"uvloop": "Loop"}  # module: its loop's class


class Refuser:
    """Stands before the other finders and lets the refused modules be made as they are, but for
    the making of a loop."""

    def __init__(self, leave):
        self.leave = leave

    def find_spec(self, name, path=None, target=None):
        spec = PathFinder.find_spec(name, path) if name in REFUSED else None
        if spec is not None and spec.loader is not None:
            self.watch(spec.loader, REFUSED[name])
        return spec

    def watch(self, loader, class_name):
        exec_module = loader.exec_module

        def exec_module_(module):
            exec_module(module)
            loop_class = getattr(module, class_name, None)
            if loop_class is not None:
                loop_class.__init__ = self.refuse(module.__name__)

        loader.exec_module = exec_module_

    def refuse(self, name):
        def __init__(*args, **kwargs):
            sys.stdout.flush()
            print(f"loopscope: {place()}{name} brings an event loop of its own, which cannot be "
                  "recorded: let the program use asyncio's", file=sys.stderr, flush=True)
            self.leave("error", 2)

        return __init__


def place():
    """Where the program is."""
    frame = sys._getframe(1)
    while frame is not None and frame.f_globals.get("__name__") != "__main__":
        frame = frame.f_back
    if frame is None:
        return ""
    return f"{os.path.basename(frame.f_code.co_filename)}:{frame.f_lineno}: "
