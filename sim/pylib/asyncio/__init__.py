# The names of asyncio, each loaded from its submodule when it is first used, so that a program
# pays at its start only for what it needs.
import sys

_homes = {
    "base_events": "BaseEventLoop Server",
    "coroutines": "iscoroutinefunction iscoroutine",
    "events": """AbstractEventLoopPolicy AbstractEventLoop AbstractServer Handle TimerHandle
        get_event_loop_policy set_event_loop_policy get_event_loop set_event_loop new_event_loop
        _set_running_loop get_running_loop _get_running_loop DefaultEventLoopPolicy
        SelectorEventLoop EventLoop""",
    "exceptions": """BrokenBarrierError CancelledError InvalidStateError TimeoutError
        IncompleteReadError LimitOverrunError SendfileNotAvailableError""",
    "futures": "Future wrap_future isfuture",
    "locks": "Lock Event Condition Semaphore BoundedSemaphore Barrier",
    "queues": "Queue PriorityQueue LifoQueue QueueFull QueueEmpty QueueShutDown",
    "runners": "Runner run",
    "taskgroups": "TaskGroup",
    "tasks": """Task create_task FIRST_COMPLETED FIRST_EXCEPTION ALL_COMPLETED wait wait_for
        as_completed sleep gather shield ensure_future run_coroutine_threadsafe current_task
        all_tasks create_eager_task_factory eager_task_factory _register_task _unregister_task
        _enter_task _leave_task""",
    "threads": "to_thread",
    "timeouts": "Timeout timeout timeout_at",
}
_refused = """open_connection start_server open_unix_connection start_unix_server StreamReader
    StreamWriter StreamReaderProtocol create_subprocess_exec create_subprocess_shell Protocol
    BaseProtocol DatagramProtocol SubprocessProtocol BufferedProtocol Transport BaseTransport
    ReadTransport WriteTransport DatagramTransport SubprocessTransport""".split()

_home_of = {name: home for home, names in _homes.items() for name in names.split()}
__all__ = [name for name in _home_of if not name.startswith("_")]


def __getattr__(name):
    home = _home_of.get(name)
    if home is not None:
        module = __import__("asyncio." + home, fromlist=("*",))
        value = getattr(module, name)
        globals()[name] = value
        return value
    if name in _homes or name in ("base_futures", "base_tasks", "constants", "log", "mixins"):
        return __import__("asyncio." + name, fromlist=("*",))
    if name in _refused:
        raise NotImplementedError(
            f"asyncio.{name} needs real input and output, which loopscope does not have: "
            "use asyncio.sleep to stand for waiting")
    raise AttributeError(f"module 'asyncio' has no attribute '{name}'")


def __dir__():
    return sorted(__all__)
