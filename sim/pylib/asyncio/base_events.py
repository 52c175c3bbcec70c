# The event loop's Python part: what stands around the iterations, which are C.
import _asyncio
from _asyncio import EventLoop, make_task

__all__ = ("BaseEventLoop", "Server")


def _set_result_once(future):
    "the executor's threads have ended"
    if not future.cancelled():
        future.set_result(None)


class Server:
    pass


def _run_until_complete_cb(fut):
    "run_until_complete: what it waits for is done, so the loop stops"
    if not fut.cancelled():
        exception = fut.exception()
        if isinstance(exception, (SystemExit, KeyboardInterrupt)):
            # It was raised through the loop already.
            return
    fut.get_loop().stop()


def _log_error(text, exception=None):
    import sys
    if "logging" in sys.modules:
        from asyncio.log import logger
        exc_info = False
        if exception is not None:
            exc_info = (type(exception), exception, exception.__traceback__)
        logger.error(text, exc_info=exc_info)
        return
    if exception is not None:
        text += "\n" + _asyncio.format_exception(exception).rstrip("\n")
    print(text, file=sys.stderr)


def _logger():
    """asyncio's logger, if the program uses logging at all."""
    import sys
    if "logging" not in sys.modules:
        return None
    from asyncio.log import logger
    return logger


class BaseEventLoop(EventLoop):
    def __init__(self, *args):
        super().__init__()
        self._exception_handler = None
        self._task_factory = None
        self._default_executor = None
        self._executor_shutdown_called = False
        self._asyncgens = {}
        self._asyncgens_shutdown_called = False
        self._signal_handlers = {}
        self.slow_callback_duration = 0.1
        self.set_debug(False)

    def __repr__(self):
        return (f"<{type(self).__name__} running={self.is_running()} "
                f"closed={self.is_closed()} debug={self.get_debug()}>")

    def __del__(self, _warn=None):
        if not self.is_closed():
            import warnings
            warnings.warn(f"unclosed event loop {self!r}", ResourceWarning, source=self)
            if not self.is_running():
                self.close()

    # Tasks.

    def create_task(self, coro, *, name=None, context=None):
        self._check_closed()
        factory = self._task_factory
        if factory is None:
            return make_task(self, coro, name, context)
        if context is None:
            task = factory(self, coro)
        else:
            task = factory(self, coro, context=context)
        task.set_name(name)  # None becomes "None", as in 3.13.0
        return task

    def set_task_factory(self, factory):
        if factory is not None and not callable(factory):
            raise TypeError("task factory must be a callable or None")
        self._task_factory = factory

    def get_task_factory(self):
        return self._task_factory

    # Running.

    def run_until_complete(self, future):
        self._check_closed()
        self._check_running()
        from asyncio.tasks import ensure_future
        is_new = not _asyncio.is_future(future)
        future = ensure_future(future, loop=self)
        if is_new:
            future._log_destroy_pending = False
        future.add_done_callback(_run_until_complete_cb)
        try:
            self.run_forever()
        except:
            if is_new and future.done() and not future.cancelled():
                future.exception()  # it is raised here, so it counts as retrieved
            raise
        finally:
            future.remove_done_callback(_run_until_complete_cb)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def close(self):
        if self.get_debug() and not self.is_closed() and not self.is_running():
            logger = _logger()
            if logger is not None:
                logger.debug("Close %r", self)
        super().close()
        executor = self._default_executor
        self._executor_shutdown_called = True
        if executor is not None:
            self._default_executor = None
            executor.shutdown(wait=False)

    # Exceptions.

    def get_exception_handler(self):
        return self._exception_handler

    def set_exception_handler(self, handler):
        if handler is not None and not callable(handler):
            raise TypeError(f"A callable object or None is expected, got {handler!r}")
        self._exception_handler = handler

    def default_exception_handler(self, context):
        lines = [context.get("message") or "Unhandled exception in event loop"]
        for key in sorted(context):
            if key not in ("message", "exception"):
                lines.append(f"{key}: {context[key]!r}")
        _log_error("\n".join(lines), context.get("exception"))

    def call_exception_handler(self, context):
        if self._exception_handler is None:
            try:
                self.default_exception_handler(context)
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as exc:
                _log_error("Exception in default exception handler", exc)
            return
        try:
            self._run_exception_handler(context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._report_broken_handler(exc, context)

    def _run_exception_handler(self, context):
        thing = context.get("task") or context.get("future") or context.get("handle")
        get_context = getattr(thing, "get_context", None)
        variables = get_context() if get_context is not None else None
        if variables is not None:
            variables.run(self._exception_handler, self, context)
        else:
            self._exception_handler(self, context)

    def _report_broken_handler(self, exc, context):
        try:
            self.default_exception_handler({
                "message": "Unhandled error in exception handler",
                "exception": exc,
                "context": context,
            })
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as another:
            _log_error("Exception in default exception handler while handling an unexpected "
                       "error in custom exception handler", another)

    # Asynchronous generators that have begun and not ended.

    def _asyncgen_firstiter_hook(self, agen):
        if self._asyncgens_shutdown_called:
            import warnings
            warnings.warn(f"asynchronous generator {agen!r} was scheduled after "
                          "loop.shutdown_asyncgens() call", ResourceWarning, source=self)
        _asyncio.asyncgens_add(self, agen)

    def _asyncgen_finalizer_hook(self, agen):
        if not self.is_closed():
            self.call_soon_threadsafe(self.create_task, agen.aclose())

    async def shutdown_asyncgens(self):
        self._asyncgens_shutdown_called = True
        closing = _asyncio.asyncgens_take(self)
        if not closing:
            return
        from asyncio.tasks import gather
        results = await gather(*[agen.aclose() for agen in closing], return_exceptions=True)
        for result, agen in zip(results, closing):
            if isinstance(result, Exception):
                self.call_exception_handler({
                    "message": "an error occurred during closing of asynchronous generator "
                               f"{agen!r}",
                    "exception": result,
                    "asyncgen": agen,
                })

    # Executors.

    def run_in_executor(self, executor, func, *args):
        self._check_closed()
        from asyncio.futures import wrap_future
        if executor is None:
            executor = self._default_executor
            if self._executor_shutdown_called:
                raise RuntimeError("Executor shutdown has been called")
            if executor is None:
                from concurrent.futures.thread import ThreadPoolExecutor
                executor = ThreadPoolExecutor(thread_name_prefix="asyncio")
                self._default_executor = executor
        return wrap_future(executor.submit(func, *args), loop=self)

    def set_default_executor(self, executor):
        from concurrent.futures.thread import ThreadPoolExecutor
        if not isinstance(executor, ThreadPoolExecutor):
            raise TypeError("executor must be ThreadPoolExecutor instance")
        self._default_executor = executor

    async def shutdown_default_executor(self, timeout=None):
        self._executor_shutdown_called = True
        if self._default_executor is None:
            return
        import threading
        from asyncio.timeouts import timeout as timeout_block
        future = self.create_future()
        thread = threading.Thread(target=self._do_shutdown, args=(future,))
        thread.start()
        try:
            async with timeout_block(timeout):
                await future
        except TimeoutError:
            import warnings
            warnings.warn("The executor did not finishing joining its threads within "
                          f"{timeout} seconds.", RuntimeWarning, stacklevel=2)
            self._default_executor.shutdown(wait=False)
        else:
            thread.join()

    def _do_shutdown(self, future):
        try:
            self._default_executor.shutdown(wait=True)
            if not self.is_closed():
                self.call_soon_threadsafe(_set_result_once, future)
        except Exception as exc:
            if not self.is_closed() and not future.cancelled():
                self.call_soon_threadsafe(future.set_exception, exc)

    # Signals that the program sends to itself.

    def add_signal_handler(self, sig, callback, *args):
        import signal
        from asyncio.coroutines import iscoroutine, iscoroutinefunction
        if iscoroutine(callback) or iscoroutinefunction(callback):
            raise TypeError("coroutines cannot be used with add_signal_handler()")
        self._check_signal(sig)
        self._check_closed()
        if sig in (signal.SIGKILL, signal.SIGSTOP):
            raise RuntimeError(f"sig {sig} cannot be caught")
        self._signal_handlers[int(sig)] = callback, args
        signal._loops[int(sig)] = self

    def remove_signal_handler(self, sig):
        import signal
        self._check_signal(sig)
        if self._signal_handlers.pop(int(sig), None) is None:
            return False
        del signal._loops[int(sig)]
        return True

    def _check_signal(self, sig):
        import signal
        if not isinstance(sig, int):
            raise TypeError(f"sig must be an int, not {sig!r}")
        if sig not in signal.valid_signals():
            raise ValueError(f"invalid signal number {sig}")

    def _signal_arrived(self, sig):
        # A real signal wakes the loop through a pipe, so its handler runs an iteration later.
        self.call_soon_threadsafe(self._handle_signal, sig)

    def _handle_signal(self, sig):
        "a signal has arrived"
        handler = self._signal_handlers.get(sig)
        if handler is not None:
            self.call_soon(handler[0], *handler[1])

    # What needs real input and output, or other threads.

    def _refuse(self, name):
        raise NotImplementedError(
            f"loop.{name}() needs real input and output, which loopscope does not have: "
            "use asyncio.sleep to stand for waiting")

    async def create_connection(self, *args, **kwargs):
        self._refuse("create_connection")

    async def create_server(self, *args, **kwargs):
        self._refuse("create_server")

    async def create_datagram_endpoint(self, *args, **kwargs):
        self._refuse("create_datagram_endpoint")

    async def subprocess_exec(self, *args, **kwargs):
        self._refuse("subprocess_exec")

    async def subprocess_shell(self, *args, **kwargs):
        self._refuse("subprocess_shell")

    async def getaddrinfo(self, *args, **kwargs):
        self._refuse("getaddrinfo")

    def add_reader(self, *args):
        self._refuse("add_reader")

    def add_writer(self, *args):
        self._refuse("add_writer")


class _UnixSelectorEventLoop(BaseEventLoop):
    def __init__(self, selector=None):
        super().__init__()
        logger = _logger()
        if logger is not None:
            logger.debug("Using selector: %s", "EpollSelector")  # which is Linux's


SelectorEventLoop = _UnixSelectorEventLoop
