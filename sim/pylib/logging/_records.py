# Levels, and the record that a logging call makes.
import logging
import sys
from _time import peek_ns

__name__ = "logging"  # where the program finds what is here

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0

_level_names = {CRITICAL: "CRITICAL", ERROR: "ERROR", WARNING: "WARNING", INFO: "INFO",
                DEBUG: "DEBUG", NOTSET: "NOTSET"}
_levels = {"CRITICAL": CRITICAL, "FATAL": FATAL, "ERROR": ERROR, "WARN": WARNING,
           "WARNING": WARNING, "INFO": INFO, "DEBUG": DEBUG, "NOTSET": NOTSET}

_start = peek_ns()


def getLevelNamesMapping():
    return _levels.copy()


def getLevelName(level):
    name = _level_names.get(level)
    if name is None:
        name = _levels.get(level)
    return f"Level {level}" if name is None else name


def addLevelName(level, levelName):
    _level_names[level] = levelName
    _levels[levelName] = level


def _checkLevel(level):
    if isinstance(level, int):
        return level
    if str(level) == level:
        if level not in _levels:
            raise ValueError(f"Unknown level: {level!r}")
        return _levels[level]
    raise TypeError(f"Level not an integer or a valid string: {level!r}")


def _thread():
    threading = sys.modules.get("threading")
    if threading is None:
        from _support import thread_ident
        return thread_ident, "MainThread"
    return threading.get_ident(), threading.current_thread().name


def _task_name():
    asyncio = sys.modules.get("asyncio")
    if asyncio is None:
        return None
    try:
        return asyncio.current_task().get_name()
    except Exception:
        return None


def _has_mapping(args):
    if not args or len(args) != 1 or not args[0]:
        return False
    if isinstance(args[0], (dict, str, int, float, list, tuple)):
        return isinstance(args[0], dict)
    from collections.abc import Mapping
    return isinstance(args[0], Mapping)


class LogRecord:
    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None,
                 **kwargs):
        now = peek_ns()
        self.name = name
        self.msg = msg
        self.args = args[0] if _has_mapping(args) else args
        self.levelname = getLevelName(level)
        self.levelno = level
        self.pathname = pathname
        self._set_file(pathname)
        self.exc_info = exc_info
        self.exc_text = None
        self.stack_info = sinfo
        self.lineno = lineno
        self.funcName = func
        self.created = now / 1e9
        self.msecs = now % 1_000_000_000 // 1_000_000 + 0.0
        self.relativeCreated = (now - _start) / 1e6
        self.thread, self.threadName = _thread() if logging.logThreads else (None, None)
        self.processName = "MainProcess" if logging.logMultiprocessing else None
        self.process = None
        if logging.logProcesses:
            from _support import process_id
            self.process = process_id
        self.taskName = _task_name() if logging.logAsyncioTasks else None

    def _set_file(self, pathname):
        try:
            self.filename = pathname.rpartition("/")[2]
            self.module = self.filename.rpartition(".")[0] or self.filename
        except (TypeError, ValueError, AttributeError):
            self.filename = pathname
            self.module = "Unknown module"

    def __repr__(self):
        return (f'<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {self.lineno}, '
                f'"{self.msg}">')

    def getMessage(self):
        text = str(self.msg)
        return text % self.args if self.args else text
