"""Run an asyncio program under CPython on a clock that costs nothing to wait for.

    virtual.py PROGRAM.py [ARGUMENT...]

Nothing else is changed and nothing is recorded: this is what the simulator is measured against.
"""
import asyncio
import selectors
import sys


class Selector(selectors.SelectSelector):
    """Waiting moves the clock; no system call is made."""

    now = 0.0

    def select(self, timeout=None):
        if timeout is None:
            raise RuntimeError("nothing is ready and no timer is set")
        self.now += max(timeout, 0)
        return []


class Loop(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__(Selector())

    def time(self):
        return self._selector.now


class Policy(asyncio.DefaultEventLoopPolicy):
    _loop_factory = Loop


def main():
    del sys.argv[0]
    with open(sys.argv[0], encoding="utf-8") as file:
        code = compile(file.read(), sys.argv[0], "exec")
    asyncio.set_event_loop_policy(Policy())
    exec(code, {"__name__": "__main__", "__file__": sys.argv[0]})


main()
