# Warnings, with CPython's default filters: what the program itself causes is shown, once a place.
import sys

_once = set()    # (category, text, file, line) shown already
_default_filters = [
    ("default", None, DeprecationWarning, "__main__", 0),
    ("ignore", None, DeprecationWarning, None, 0),
    ("ignore", None, PendingDeprecationWarning, None, 0),
    ("ignore", None, ImportWarning, None, 0),
    ("ignore", None, ResourceWarning, None, 0),
]
filters = list(_default_filters)


def _source_line(filename, lineno):
    import linecache
    return linecache.getline(filename, lineno).strip()


def formatwarning(message, category, filename, lineno, line=None):
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    line = _source_line(filename, lineno) if line is None else line.strip()
    return f"{text}  {line}\n" if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    file = sys.stderr if file is None else file
    if file is not None:
        file.write(formatwarning(message, category, filename, lineno, line))


def _add_filter(item, append):
    if item in filters:
        filters.remove(item)
    if append:
        filters.append(item)
    else:
        filters.insert(0, item)
    _once.clear()


_actions = ("error", "ignore", "always", "default", "module", "once", "all")


def simplefilter(action, category=Warning, lineno=0, append=False):
    if action not in _actions:
        raise ValueError(f"invalid action: {action!r}")
    _add_filter((action, None, category, None, lineno), append)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    if action not in _actions:
        raise ValueError(f"invalid action: {action!r}")
    _add_filter((action, message or None, category, module or None, lineno), append)


def resetwarnings():
    filters.clear()
    _once.clear()


def _matches(item, text, category, module, lineno):
    action, message, wanted, where, line = item
    return (issubclass(category, wanted)
            and (message is None or text.lower().startswith(message.lower()))
            and (where is None or where == module)
            and (line == 0 or line == lineno))


def _action_for(text, category, module, lineno):
    for item in filters:
        if _matches(item, text, category, module, lineno):
            return item[0]
    return "default"


def warn_explicit(message, category, filename, lineno, module=None, registry=None,
                  module_globals=None, source=None):
    if isinstance(message, Warning):
        text = str(message)
        category = type(message)
    else:
        text = message
        message = category(message)
    action = _action_for(text, category, module, lineno)
    if action == "ignore":
        return
    if action == "error":
        raise message
    key = (category, text) if action == "once" else (category, text, filename, lineno)
    if action not in ("always", "all"):
        if key in _once:
            return
        _once.add(key)
    _show(message, category, filename, lineno)


def _show(message, category, filename, lineno):
    if _catching and _catching[-1] is not None:
        _catching[-1].append(WarningMessage(message, category, filename, lineno))
    else:
        showwarning(message, category, filename, lineno)


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, "
                        f"not '{type(category).__name__}'")
    filename, lineno, module = "<sys>", 0, "sys"
    try:
        frame = sys._getframe(stacklevel)
        # The library's frames are not the program's: the place is where it was called.
        while frame.f_back is not None and frame.f_code.co_filename.startswith("<"):
            frame = frame.f_back
        filename, lineno = frame.f_code.co_filename, frame.f_lineno
        module = frame.f_globals.get("__name__", "<string>")
    except ValueError:
        pass
    warn_explicit(message, category, filename, lineno, module)


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source

    def __str__(self):
        return (f"{{message : {self.message!r}, category : {self.category.__name__!r}, "
                f"filename : {self.filename!r}, lineno : {self.lineno}, line : {self.line!r}}}")


_catching = []  # of each catch_warnings that is open: its list, or None


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0,
                 append=False):
        self._record = record
        self._action = action
        self._category = category
        self._lineno = lineno
        self._append = append

    def __enter__(self):
        self._filters = list(filters)
        log = [] if self._record else None
        _catching.append(log)
        _once.clear()
        if self._action is not None:
            simplefilter(self._action, self._category, self._lineno, self._append)
        return log

    def __exit__(self, *exc_info):
        filters[:] = self._filters
        _catching.pop()


def deprecated(message, /, *, category=DeprecationWarning, stacklevel=1):
    def decorate(function):
        def wrapper(*args, **kwargs):
            warn(message, category=category, stacklevel=stacklevel + 1)
            return function(*args, **kwargs)
        wrapper.__name__ = function.__name__
        wrapper.__qualname__ = function.__qualname__
        wrapper.__doc__ = function.__doc__
        wrapper.__wrapped__ = function
        wrapper.__deprecated__ = message
        return wrapper
    return decorate
