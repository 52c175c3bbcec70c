# Futures of threads, and pools of them.
from concurrent.futures._base import (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION,
                                      BrokenExecutor, CancelledError, Executor, Future,
                                      InvalidStateError, TimeoutError, as_completed, wait)

__all__ = ("FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "CancelledError",
           "TimeoutError", "BrokenExecutor", "Future", "Executor", "wait", "as_completed",
           "ProcessPoolExecutor", "ThreadPoolExecutor", "InvalidStateError")


def __getattr__(name):
    if name == "ThreadPoolExecutor":
        from concurrent.futures.thread import ThreadPoolExecutor
        return ThreadPoolExecutor
    if name == "thread":
        return __import__("concurrent.futures.thread", fromlist=("*",))
    if name == "ProcessPoolExecutor":
        raise NotImplementedError(
            "ProcessPoolExecutor needs real processes, which loopscope does not have: "
            "use ThreadPoolExecutor")
    raise AttributeError(f"module 'concurrent.futures' has no attribute '{name}'")
