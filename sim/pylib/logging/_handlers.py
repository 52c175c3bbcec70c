# Where records go: filters, and handlers that write to streams.
import logging
import sys

from logging._formats import _default_formatter
from logging._records import NOTSET, WARNING, LogRecord, _checkLevel, getLevelName

__name__ = "logging"  # where the program finds what is here

class Filter:
    def __init__(self, name=""):
        self.name = name
        self.nlen = len(name)

    def filter(self, record):
        if self.nlen == 0 or self.name == record.name:
            return True
        return record.name.startswith(self.name + ".")


class Filterer:
    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record):
        for each in self.filters:
            answer = each.filter(record) if hasattr(each, "filter") else each(record)
            if not answer:
                return False
            if isinstance(answer, LogRecord):
                record = answer
        return record


_named = {}     # handlers by name
_all = []       # all handlers, oldest first, for shutdown


def getHandlerByName(name):
    return _named.get(name)


def getHandlerNames():
    return frozenset(_named)


class Handler(Filterer):
    def __init__(self, level=NOTSET):
        super().__init__()
        self._name = None
        self.level = _checkLevel(level)
        self.formatter = None
        self._closed = False
        _all.append(self)
        self.createLock()

    def get_name(self):
        return self._name

    def set_name(self, name):
        if self._name in _named:
            del _named[self._name]
        self._name = name
        if name:
            _named[name] = self

    name = property(get_name, set_name)

    # Records are handled by one thread at a time anyhow.

    def createLock(self):
        self.lock = None

    def acquire(self):
        pass

    def release(self):
        pass

    def setLevel(self, level):
        self.level = _checkLevel(level)

    def setFormatter(self, fmt):
        self.formatter = fmt

    def format(self, record):
        return (self.formatter or _default_formatter).format(record)

    def emit(self, record):
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def handle(self, record):
        answer = self.filter(record)
        if isinstance(answer, LogRecord):
            record = answer
        if answer:
            self.acquire()
            try:
                self.emit(record)
            finally:
                self.release()
        return answer

    def flush(self):
        pass

    def close(self):
        self._closed = True
        if self._name and self._name in _named:
            del _named[self._name]

    def handleError(self, record):
        if logging.raiseExceptions and sys.stderr:
            _report_error(sys.exc_info(), record)

    def __repr__(self):
        return f"<{type(self).__name__} ({getLevelName(self.level)})>"


def _report_error(exc_info, record):
    # What went wrong in a handler is told, and the program goes on.
    import traceback
    try:
        sys.stderr.write("--- Logging error ---\n")
        traceback.print_exception(*exc_info, None, sys.stderr)
        sys.stderr.write("Call stack:\n")
        frame = sys._getframe(1)
        while frame is not None and frame.f_code.co_filename.startswith("<loopscope>/logging/"):
            frame = frame.f_back
        if frame is not None:
            traceback.print_stack(frame, file=sys.stderr)
        else:
            sys.stderr.write(f"Logged from file {record.filename}, line {record.lineno}\n")
        try:
            sys.stderr.write(f"Message: {record.msg!r}\nArguments: {record.args}\n")
        except RecursionError:
            raise
        except Exception:
            sys.stderr.write("Unable to print the message and arguments - possible formatting "
                             "error.\nUse the traceback above to help find the error.\n")
    except OSError:
        pass


class StreamHandler(Handler):
    terminator = "\n"

    def __init__(self, stream=None):
        super().__init__()
        self.stream = sys.stderr if stream is None else stream

    def flush(self):
        if self.stream and hasattr(self.stream, "flush"):
            self.stream.flush()

    def emit(self, record):
        try:
            text = self.format(record)
            self.stream.write(text + self.terminator)
            self.flush()
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)

    def setStream(self, stream):
        if stream is self.stream:
            return None
        before = self.stream
        self.flush()
        self.stream = stream
        return before

    def __repr__(self):
        name = str(getattr(self.stream, "name", ""))
        name = name + " " if name else ""
        return f"<{type(self).__name__} {name}({getLevelName(self.level)})>"


class FileHandler(StreamHandler):
    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        from _support import refuse
        refuse(f"logging.{type(self).__name__}: a program here writes no files; log to "
               "sys.stderr or sys.stdout")


class _StderrHandler(StreamHandler):
    def __init__(self, level=NOTSET):
        Handler.__init__(self, level)

    @property
    def stream(self):
        return sys.stderr


class NullHandler(Handler):
    def handle(self, record):
        pass

    def emit(self, record):
        pass

    def createLock(self):
        self.lock = None


lastResort = _defaultLastResort = _StderrHandler(WARNING)


def shutdown(handlerList=None):
    for handler in reversed(_all if handlerList is None else handlerList):
        handler = handler() if handlerList is not None else handler
        if handler:
            try:
                handler.flush()
                handler.close()
            except (OSError, ValueError):
                pass
