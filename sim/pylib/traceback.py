# Tracebacks as text. The library's own places are left out, as everywhere in loopscope.
import sys

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only",
           "format_list", "format_stack", "format_tb", "print_exc", "format_exc",
           "print_exception", "print_last", "print_stack", "print_tb", "clear_frames",
           "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb",
           "print_list"]

_REPEATED_MOST = 3
_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"
_HEADER = "Traceback (most recent call last):\n"
_missing = object()


def _is_library(code):
    return code.co_filename.startswith("<loopscope>/")


# Places ---------------------------------------------------------------------------------------


class FrameSummary:
    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
                 end_lineno=None, colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self._line = line
        self._place = None      # (code, lasti), where it is known
        self.locals = None
        if locals is not None:
            self.locals = {key: _safe(value, repr, "local repr()") for key, value in locals.items()}
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno

    @property
    def line(self):
        if self._line is None:
            if self.lineno is None:
                return None
            import linecache
            self._line = linecache.getline(self.filename, self.lineno)
        return self._line.strip()

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return tuple(self) == tuple(other) and self.locals == other.locals
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    def __getitem__(self, pos):
        return (self.filename, self.lineno, self.name, self.line)[pos]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    def _is_same_place(self, other):
        return (other is not None and self.filename == other.filename
                and self.lineno == other.lineno and self.name == other.name)


def _safe(value, function, what):
    try:
        return function(value)
    except Exception:
        return f"<{what} failed>"


def walk_stack(f):
    if f is None:
        f = sys._getframe(1)
        while f is not None and _is_library(f.f_code):
            f = f.f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _limited(items, limit):
    if limit is None:
        limit = getattr(sys, "tracebacklimit", None)
        if limit is not None and limit < 0:
            limit = 0
    if limit is None:
        return items
    return items[:limit] if limit >= 0 else items[limit:]


def _summary_of_frame(frame, lineno, capture_locals=False):
    code = frame.f_code
    return FrameSummary(code.co_filename, lineno, code.co_name,
                        locals=frame.f_locals if capture_locals else None)


def _summary_of_entry(tb, capture_locals):
    from _support import positions
    frame = tb.tb_frame
    code = frame.f_code
    line, end_line, column, end_column = positions(code, tb.tb_lasti)
    summary = FrameSummary(code.co_filename, line, code.co_name, end_lineno=end_line,
                           locals=frame.f_locals if capture_locals else None,
                           colno=column, end_colno=end_column)
    summary._place = (code, tb.tb_lasti)
    return summary


class StackSummary(list):
    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        frames = _limited([pair for pair in frame_gen if not _is_library(pair[0].f_code)], limit)
        return klass(_summary_of_frame(frame, lineno, capture_locals) for frame, lineno in frames)

    @classmethod
    def _extract_tb(klass, tb, limit, capture_locals=False):
        entries = []
        while tb is not None:
            if not _is_library(tb.tb_frame.f_code):
                entries.append(tb)
            tb = tb.tb_next
        return klass(_summary_of_entry(tb, capture_locals) for tb in _limited(entries, limit))

    @classmethod
    def from_list(klass, a_list):
        result = klass()
        for frame in a_list:
            if not isinstance(frame, FrameSummary):
                filename, lineno, name, line = frame
                frame = FrameSummary(filename, lineno, name, line=line)
            result.append(frame)
        return result

    def format_frame_summary(self, frame_summary):
        if frame_summary._place is not None:
            from _support import entry_text
            text = entry_text(*frame_summary._place, True)
        else:
            name, lineno = frame_summary.filename, frame_summary.lineno
            text = f'  File "{name}", line {lineno}, in {frame_summary.name}\n'
            if frame_summary.line:
                text += f"    {frame_summary.line}\n"
        if frame_summary.locals:
            for name, value in sorted(frame_summary.locals.items()):
                text += f"    {name} = {value}\n"
        return text

    def format(self):
        result = []
        last, same = None, 0
        for frame in self:
            text = self.format_frame_summary(frame)
            if text is None:
                continue
            if not frame._is_same_place(last):
                _put_repeated(result, same)
                last, same = frame, 0
            same += 1
            if same <= _REPEATED_MOST:
                result.append(text)
        _put_repeated(result, same)
        return result


def _put_repeated(result, same):
    more = same - _REPEATED_MOST
    if more > 0:
        result.append(f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n")


def extract_tb(tb, limit=None):
    return StackSummary._extract_tb(tb, limit)


def _caller():
    frame = sys._getframe(1)
    while frame is not None and _is_library(frame.f_code):
        frame = frame.f_back
    return frame


def extract_stack(f=None, limit=None):
    frames = StackSummary.extract(walk_stack(_caller() if f is None else f), limit=limit)
    frames.reverse()
    return frames


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def format_tb(tb, limit=None):
    return extract_tb(tb, limit=limit).format()


def format_stack(f=None, limit=None):
    return extract_stack(_caller() if f is None else f, limit).format()


def _print_all(lines, file):
    for line in lines:
        print(line, file=sys.stderr if file is None else file, end="")


def print_list(extracted_list, file=None):
    _print_all(format_list(extracted_list), file)


def print_tb(tb, limit=None, file=None):
    _print_all(format_tb(tb, limit), file)


def print_stack(f=None, limit=None, file=None):
    _print_all(format_stack(_caller() if f is None else f, limit), file)


def clear_frames(tb):
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass
        tb = tb.tb_next


# Exceptions -----------------------------------------------------------------------------------


def _name_of(cls):
    if cls.__module__ in ("__main__", "builtins"):
        return cls.__qualname__
    return f"{cls.__module__}.{cls.__qualname__}"


def _note_lines(notes):
    if notes is None:
        return []
    if isinstance(notes, (list, tuple)):
        texts = [_safe(note, str, "note str()") for note in notes]
    else:
        texts = [_safe(notes, repr, "__notes__ repr()")]
    return [line + "\n" for text in texts for line in text.split("\n")]


def _only_lines(value):
    # The lines of "ValueError: text", one string a piece, and its notes.
    from _support import exception_text
    notes = _note_lines(getattr(value, "__notes__", None))
    text = exception_text(value)
    if notes:
        text = text[:len(text) - sum(map(len, notes))]
    pieces = text.splitlines(keepends=True) if isinstance(value, SyntaxError) else [text]
    return pieces + notes


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True,
                 capture_locals=False, compact=False, max_group_width=15, max_group_depth=10,
                 save_exc_type=True, _seen=None):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self.stack = StackSummary._extract_tb(exc_traceback, limit, capture_locals)
        self._has_traceback = exc_traceback is not None
        self._exc_type = exc_type
        self._only = ["NoneType: None\n"] if exc_value is None else _only_lines(exc_value)
        self._str = _safe(exc_value, str, "exception str()")
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self.__suppress_context__ = bool(exc_value is not None and exc_value.__suppress_context__)
        self._take_syntax(exc_value)
        options = {"limit": limit, "capture_locals": capture_locals, "_seen": seen}
        self._take_group(exc_value, options)
        cause = getattr(exc_value, "__cause__", None)
        context = getattr(exc_value, "__context__", None)
        self.__cause__ = self._of(cause, options) if id(cause) not in seen else None
        shown = not compact or self.__cause__ is None and not self.__suppress_context__
        self.__context__ = None
        if shown and id(context) not in seen:
            self.__context__ = self._of(context, options)

    def _take_syntax(self, exc_value):
        if isinstance(exc_value, SyntaxError):
            self.filename = exc_value.filename
            self.lineno = None if exc_value.lineno is None else str(exc_value.lineno)
            self.text = exc_value.text
            self.offset = exc_value.offset
            self.msg = exc_value.msg

    def _take_group(self, exc_value, options):
        self.exceptions = self._box = None
        if isinstance(exc_value, BaseExceptionGroup):
            from _asyncio import format_exception as text_of
            self.exceptions = [self._of(each, options) for each in exc_value.exceptions]
            self._box = text_of(exc_value)

    @classmethod
    def _of(cls, exc, options):
        if exc is None:
            return None
        return cls(type(exc), exc, exc.__traceback__, **options)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type(self):
        from warnings import warn
        warn("Deprecated in 3.13. Use exc_type_str instead.", DeprecationWarning, 2)
        return self._exc_type

    @property
    def exc_type_str(self):
        return None if self._exc_type is None else _name_of(self._exc_type)

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self, *, show_group=False, _depth=0):
        indent = 3 * _depth * " "
        for text in self._only:
            yield indent + text
        if show_group and self.exceptions:
            for each in self.exceptions:
                yield from each.format_exception_only(show_group=True, _depth=_depth + 1)

    def _format_chain(self):
        if self.__cause__ is not None:
            yield from self.__cause__.format()
            yield _CAUSE
        elif self.__context__ is not None and not self.__suppress_context__:
            yield from self.__context__.format()
            yield _CONTEXT

    def format(self, *, chain=True):
        if self._box is not None:
            yield from self._box.splitlines(keepends=True)
            return
        if chain:
            yield from self._format_chain()
        if self._has_traceback:
            yield _HEADER
            yield from self.stack.format()
        yield from self.format_exception_only()

    def print(self, *, file=None, chain=True):
        _print_all(self.format(chain=chain), file)


def _value_and_traceback(exc, value, tb):
    if (value is _missing) != (tb is _missing):
        raise ValueError("Both or neither of value and tb must be given")
    if value is not _missing:
        return value, tb
    if exc is None:
        return None, None
    if isinstance(exc, BaseException):
        return exc, exc.__traceback__
    raise TypeError(f"Exception expected for value, {type(exc).__name__} found")


def format_exception(exc, /, value=_missing, tb=_missing, limit=None, chain=True):
    value, tb = _value_and_traceback(exc, value, tb)
    return list(TracebackException(type(value), value, tb, limit=limit).format(chain=chain))


def format_exception_only(exc, /, value=_missing, *, show_group=False):
    if value is _missing:
        value = exc
    return list(TracebackException(type(value), value, None)
                .format_exception_only(show_group=show_group))


def print_exception(exc, /, value=_missing, tb=_missing, limit=None, file=None, chain=True):
    value, tb = _value_and_traceback(exc, value, tb)
    TracebackException(type(value), value, tb, limit=limit).print(file=file, chain=chain)


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, "last_exc") and not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    print_exception(sys.last_exc, limit=limit, file=file, chain=chain)
