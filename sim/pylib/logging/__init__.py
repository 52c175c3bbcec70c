# Logging: loggers in a tree by their names, handlers that write what they are told.
#
# _loggers.py decides what becomes a record, _records.py makes it, _formats.py turns it into text,
# _handlers.py writes it.
from logging._formats import (_STYLES, BASIC_FORMAT, BufferingFormatter, Formatter, PercentStyle,
                              StrFormatStyle, StringTemplateStyle, check_style)
from logging._handlers import (FileHandler, Filter, Filterer, Handler, NullHandler, StreamHandler,
                               _defaultLastResort, _StderrHandler, getHandlerByName,
                               getHandlerNames, lastResort, shutdown)
from logging._loggers import (Logger, LoggerAdapter, Manager, PlaceHolder, RootLogger,
                              _warn_of_warn, currentframe, getLoggerClass, getLogRecordFactory,
                              makeLogRecord, root, setLoggerClass, setLogRecordFactory)
from logging._records import (CRITICAL, DEBUG, ERROR, FATAL, INFO, NOTSET, WARN, WARNING,
                              LogRecord, _checkLevel, addLevelName, getLevelName,
                              getLevelNamesMapping)

__all__ = ["BASIC_FORMAT", "BufferingFormatter", "CRITICAL", "DEBUG", "ERROR", "FATAL",
           "FileHandler", "Filter", "Formatter", "Handler", "INFO", "LogRecord", "Logger",
           "LoggerAdapter", "NOTSET", "NullHandler", "StreamHandler", "WARN", "WARNING",
           "addLevelName", "basicConfig", "captureWarnings", "critical", "debug", "disable",
           "error", "exception", "fatal", "getLevelName", "getLogger", "getLoggerClass", "info",
           "log", "makeLogRecord", "setLoggerClass", "shutdown", "warn", "warning",
           "getLogRecordFactory", "setLogRecordFactory", "lastResort", "raiseExceptions",
           "getLevelNamesMapping", "getHandlerByName", "getHandlerNames"]

raiseExceptions = True
logThreads = logMultiprocessing = logProcesses = logAsyncioTasks = True

# The root logger's own functions --------------------------------------------------------------


def _take_handlers(kwargs):
    # What basicConfig is told of where to write, as a list of handlers.
    handlers = kwargs.pop("handlers", None)
    if handlers is None:
        if "stream" in kwargs and "filename" in kwargs:
            raise ValueError("'stream' and 'filename' should not be specified together")
    elif "stream" in kwargs or "filename" in kwargs:
        raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
    if handlers is not None:
        return handlers
    filename = kwargs.pop("filename", None)
    mode = kwargs.pop("filemode", "a")
    if filename:
        return [FileHandler(filename, mode)]
    return [StreamHandler(kwargs.pop("stream", None))]


def basicConfig(**kwargs):
    force = kwargs.pop("force", False)
    kwargs.pop("encoding", None)
    kwargs.pop("errors", None)
    if force:
        for handler in root.handlers[:]:
            root.removeHandler(handler)
            handler.close()
    if root.handlers:
        return
    handlers = _take_handlers(kwargs)
    datefmt = kwargs.pop("datefmt", None)
    style = kwargs.pop("style", "%")
    _, default = check_style(style)
    formatter = Formatter(kwargs.pop("format", default), datefmt, style)
    for handler in handlers:
        if handler.formatter is None:
            handler.setFormatter(formatter)
        root.addHandler(handler)
    level = kwargs.pop("level", None)
    if level is not None:
        root.setLevel(level)
    if kwargs:
        raise ValueError(f"Unrecognised argument(s): {', '.join(kwargs)}")


def getLogger(name=None):
    if not name or isinstance(name, str) and name == root.name:
        return root
    return Logger.manager.getLogger(name)


def critical(msg, *args, **kwargs):
    if not root.handlers:
        basicConfig()
    root.critical(msg, *args, **kwargs)


def fatal(msg, *args, **kwargs):
    critical(msg, *args, **kwargs)


def error(msg, *args, **kwargs):
    if not root.handlers:
        basicConfig()
    root.error(msg, *args, **kwargs)


def exception(msg, *args, exc_info=True, **kwargs):
    error(msg, *args, exc_info=exc_info, **kwargs)


def warning(msg, *args, **kwargs):
    if not root.handlers:
        basicConfig()
    root.warning(msg, *args, **kwargs)


def warn(msg, *args, **kwargs):
    _warn_of_warn("function")
    warning(msg, *args, **kwargs)


def info(msg, *args, **kwargs):
    if not root.handlers:
        basicConfig()
    root.info(msg, *args, **kwargs)


def debug(msg, *args, **kwargs):
    if not root.handlers:
        basicConfig()
    root.debug(msg, *args, **kwargs)


def log(level, msg, *args, **kwargs):
    if not root.handlers:
        basicConfig()
    root.log(level, msg, *args, **kwargs)


def disable(level=CRITICAL):
    root.manager.disable = level
    root.manager._clear_cache()


_shown_by_warnings = None   # warnings.showwarning, while logging stands in for it


def _showwarning(message, category, filename, lineno, file=None, line=None):
    if file is not None:
        if _shown_by_warnings is not None:
            _shown_by_warnings(message, category, filename, lineno, file, line)
        return
    import warnings
    text = warnings.formatwarning(message, category, filename, lineno, line)
    logger = getLogger("py.warnings")
    if not logger.handlers:
        logger.addHandler(NullHandler())
    logger.warning(str(text))


def captureWarnings(capture):
    global _shown_by_warnings
    import warnings
    if capture and _shown_by_warnings is None:
        _shown_by_warnings = warnings.showwarning
        warnings.showwarning = _showwarning
    elif not capture and _shown_by_warnings is not None:
        warnings.showwarning = _shown_by_warnings
        _shown_by_warnings = None
