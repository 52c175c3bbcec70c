# Signals, as far as a program sends them to itself: os.kill(os.getpid(), …), raise_signal.
import enum

Signals = enum.IntEnum("Signals", {
    "SIGHUP": 1, "SIGINT": 2, "SIGQUIT": 3, "SIGILL": 4, "SIGTRAP": 5, "SIGABRT": 6, "SIGBUS": 7,
    "SIGFPE": 8, "SIGKILL": 9, "SIGUSR1": 10, "SIGSEGV": 11, "SIGUSR2": 12, "SIGPIPE": 13,
    "SIGALRM": 14, "SIGTERM": 15, "SIGCHLD": 17, "SIGCONT": 18, "SIGSTOP": 19, "SIGTSTP": 20,
    "SIGTTIN": 21, "SIGTTOU": 22, "SIGURG": 23, "SIGWINCH": 28, "SIGIO": 29})
Handlers = enum.IntEnum("Handlers", {"SIG_DFL": 0, "SIG_IGN": 1})
globals().update(Signals.__members__)
globals().update(Handlers.__members__)
NSIG = 65

_handlers = {}  # by number, what signal() set
_loops = {}     # by number, the loop whose add_signal_handler has it


def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt


_handlers[2] = default_int_handler


def _check(signalnum):
    if not 1 <= signalnum < NSIG:
        raise ValueError("signal number out of range")
    return int(signalnum)


def _as_enum(value, kind):
    try:
        return kind(value)
    except (ValueError, TypeError):
        return value


def signal(signalnum, handler, /):
    if not callable(handler) and handler not in (0, 1):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable "
                        "object")
    before = getsignal(signalnum)
    _handlers[_check(signalnum)] = handler
    return before


def getsignal(signalnum, /):
    return _as_enum(_handlers.get(_check(signalnum), 0), Handlers)


def raise_signal(signalnum, /):
    number = _check(signalnum)
    loop = _loops.get(number)
    if loop is not None:
        loop._signal_arrived(number)
        return
    handler = _handlers.get(number, 0)
    if callable(handler):
        import sys
        handler(number, sys._getframe(1))
    elif handler == 0 and number not in (17, 18, 23, 28):
        # What ends a real process ends the program here.
        raise SystemExit(128 + number)


def strsignal(signalnum, /):
    words = {1: "Hangup", 2: "Interrupt", 3: "Quit", 6: "Aborted", 9: "Killed",
             10: "User defined signal 1", 12: "User defined signal 2", 14: "Alarm clock",
             15: "Terminated"}
    return words.get(_check(signalnum))


def valid_signals():
    return set(Signals)


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    return -1


def siginterrupt(signalnum, flag, /):
    pass


def _refused(name):
    def refuse(*args, **kwargs):
        raise NotImplementedError(f"signal.{name}() needs a real process, which loopscope does "
                                  "not have: use loop.call_later")
    return refuse


alarm = _refused("alarm")
setitimer = _refused("setitimer")
pause = _refused("pause")
