"""What a callback is called: a name if the program itself defines it, otherwise `lib`."""
import functools
import types

LIBRARY = {  # the qualified name of a callback of asyncio: what it is to a reader
    "_set_result_unless_cancelled": "sleep over",
    "gather.<locals>._done_callback": "gather: a child is done",
    "_wait.<locals>._on_completion": "wait: one of its futures is done",
    "_release_waiter": "wait: its time is over",
    "Timeout._on_timeout": "timeout: the deadline has come, so the task is cancelled",
    "as_completed.<locals>._on_completion": "as_completed: one of its futures is done",
    "as_completed.<locals>._on_timeout": "as_completed: its time is over",
    "_AsCompletedIterator._handle_completion": "as_completed: one of its futures is done",
    "_AsCompletedIterator._handle_timeout": "as_completed: its time is over",
    "shield.<locals>._inner_done_callback": "shield: what it shields is done",
    "shield.<locals>._outer_done_callback": "shield: nobody waits for it any more",
    "_run_until_complete_cb":
        "run_until_complete: what it waits for is done, so the loop stops",
    "run_coroutine_threadsafe.<locals>.callback":
        "run_coroutine_threadsafe: another thread's coroutine becomes a task",
    "_chain_future.<locals>._set_state": "another thread's future is done",
    "_chain_future.<locals>._call_check_cancel":
        "a chained future is done: pass its cancellation on",
    "BaseSelectorEventLoop._read_from_self": "I/O: another thread or a signal wakes the loop",
    "BaseSelectorEventLoop._accept_connection": "I/O: a client connects",
    "BaseSelectorEventLoop._sock_recv": "I/O: a socket has data to read",
    "BaseSelectorEventLoop._sock_sendall": "I/O: a socket can take data",
    "BaseSelectorEventLoop._sock_connect_cb": "I/O: a connection is made",
    "BaseSelectorEventLoop._sock_accept": "I/O: a client connects",
    "_SelectorTransport._read_ready": "I/O: a socket has data to read",
    "_SelectorSocketTransport._read_ready": "I/O: a socket has data to read",
    "_SelectorSocketTransport._write_ready": "I/O: a socket can take data",
    "_UnixReadPipeTransport._read_ready": "I/O: a pipe has data to read",
    "_UnixWritePipeTransport._write_ready": "I/O: a pipe can take data",
}
IO = "I/O: a file is ready"


def function_of(callback):
    """What a callback comes down to without its partials and its instance."""
    while isinstance(callback, functools.partial):
        callback = callback.func
    if isinstance(callback, types.MethodType):
        return callback.__func__
    return callback


class Callbacks:
    """Knows which files are the program's; remembers what a code object is called."""

    def __init__(self, files):
        self.files = files
        self.known = {}

    def words(self, callback, is_io):
        """(name, lib) of a handle's callback; one of them is empty, unless I/O made it ready."""
        function = function_of(callback)
        code = getattr(function, "__code__", None)
        if not isinstance(code, types.CodeType):
            return self.words_of_object(callback, function, is_io)
        key = code, is_io
        if key not in self.known:
            name = code.co_qualname
            is_own = code.co_filename in self.files
            lib = LIBRARY.get(name, IO if is_io else name)
            self.known[key] = (name, IO if is_io else "") if is_own else ("", lib)
        return self.known[key]

    def words_of_object(self, callback, function, is_io):
        io = IO if is_io else ""
        if isinstance(function, type) and function.__module__ == "__main__":
            return function.__qualname__, io
        call = getattr(type(function), "__call__", None)
        code = getattr(call, "__code__", None)
        if isinstance(code, types.CodeType) and code.co_filename in self.files:
            return code.co_qualname, io
        name = getattr(function, "__qualname__", None)
        return "", io or (name if isinstance(name, str) else type(callback).__name__)
