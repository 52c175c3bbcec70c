# Looking at live objects.
import sys
import types

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_COROUTINE = 16, 32, 128
CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 256, 512

GEN_CREATED, GEN_RUNNING = "GEN_CREATED", "GEN_RUNNING"
GEN_SUSPENDED, GEN_CLOSED = "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING = "CORO_CREATED", "CORO_RUNNING"
CORO_SUSPENDED, CORO_CLOSED = "CORO_SUSPENDED", "CORO_CLOSED"
AGEN_CREATED, AGEN_RUNNING = "AGEN_CREATED", "AGEN_RUNNING"
AGEN_SUSPENDED, AGEN_CLOSED = "AGEN_SUSPENDED", "AGEN_CLOSED"

# Kinds ----------------------------------------------------------------------------------------


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def isroutine(object):
    return (isbuiltin(object) or isfunction(object) or ismethod(object)
            or ismethoddescriptor(object))


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), "__get__") and not hasattr(type(object), "__set__")


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), "__set__") or hasattr(type(object), "__delete__")


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isframe(object):
    return isinstance(object, types.FrameType)


def iscode(object):
    return isinstance(object, types.CodeType)


def isabstract(object):
    return isclass(object) and bool(getattr(object, "__abstractmethods__", None))


def _function_of(object):
    import functools
    while True:
        if ismethod(object):
            object = object.__func__
        elif isinstance(object, functools.partial):
            object = object.func
        else:
            return object


def _has_flag(object, flag):
    object = _function_of(object)
    return isfunction(object) and bool(object.__code__.co_flags & flag)


_marked = []


def markcoroutinefunction(func):
    _function_of(func)._is_coroutine_mark = _marked
    return func


def iscoroutinefunction(obj):
    marked = getattr(_function_of(obj), "_is_coroutine_mark", None) is _marked
    return marked or _has_flag(obj, CO_COROUTINE)


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    if isinstance(object, types.CoroutineType):
        return True
    if isinstance(object, types.GeneratorType):
        from _asyncio import is_awaitable_generator
        return is_awaitable_generator(object)
    return hasattr(type(object), "__await__")


# States ---------------------------------------------------------------------------------------


def _state(frame, running, started, names):
    if running:
        return names[1]
    if frame is None:
        return names[3]
    return names[2] if started else names[0]


def getgeneratorstate(generator):
    suspended = getattr(generator, "gi_suspended", False)
    return _state(generator.gi_frame, generator.gi_running, suspended,
                  (GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED))


def getcoroutinestate(coroutine):
    suspended = getattr(coroutine, "cr_suspended", False)
    return _state(coroutine.cr_frame, coroutine.cr_running, suspended,
                  (CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED))


def getasyncgenstate(agen):
    suspended = getattr(agen, "ag_suspended", False)
    return _state(agen.ag_frame, agen.ag_running, suspended,
                  (AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED))


def _locals(frame):
    return {} if frame is None else frame.f_locals


def getgeneratorlocals(generator):
    return _locals(generator.gi_frame)


def getcoroutinelocals(coroutine):
    return _locals(coroutine.cr_frame)


# Attributes and texts -------------------------------------------------------------------------


def getmembers(object, predicate=None):
    found = []
    for name in sorted(dir(object)):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return found


def unwrap(func, *, stop=None):
    while hasattr(func, "__wrapped__") and (stop is None or not stop(func)):
        func = func.__wrapped__
    return func


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(margins, default=0)
    lines = [lines[0].lstrip(), *(line[margin:] for line in lines[1:])]
    while lines and not lines[-1].strip():
        lines.pop()
    while lines and not lines[0].strip():
        lines.pop(0)
    return "\n".join(lines)


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    return cleandoc(doc) if isinstance(doc, str) else None


def getmodule(object):
    return sys.modules.get(getattr(object, "__module__", None))


def _code_of(object):
    if ismethod(object):
        object = object.__func__
    object = unwrap(object)
    for name in ("__code__", "gi_code", "cr_code", "ag_code", "f_code"):
        if hasattr(object, name):
            return getattr(object, name)
    raise TypeError("module, class, method, function, traceback, frame, or code object was "
                    f"expected, got {type(object).__name__}")


def getsourcefile(object):
    return object.__file__ if ismodule(object) else _code_of(object).co_filename


getfile = getsourcefile


def getsourcelines(object):
    import linecache
    if ismodule(object):
        return linecache.getlines(object.__file__), 0
    code = _code_of(object)
    lines = linecache.getlines(code.co_filename)
    if not lines:
        raise OSError("could not get source code")
    first = code.co_firstlineno
    indent = len(lines[first - 1]) - len(lines[first - 1].lstrip())
    taken = [lines[first - 1]]
    in_header = not lines[first - 1].lstrip().startswith(("def ", "async def ", "class "))
    for line in lines[first:]:
        deeper = len(line) - len(line.lstrip()) > indent
        if line.strip() and not deeper and not in_header and not line.lstrip().startswith(")"):
            break
        if in_header and line.lstrip().startswith(("def ", "async def ", "class ")):
            in_header = False
        taken.append(line)
    while taken and not taken[-1].strip():
        taken.pop()
    return taken, first


def getsource(object):
    return "".join(getsourcelines(object)[0])


def currentframe():
    return sys._getframe(1)


def stack(context=1):
    frames, frame = [], sys._getframe(1)
    while frame is not None:
        frames.append(FrameInfo(frame))
        frame = frame.f_back
    return frames


class FrameInfo:
    def __init__(self, frame):
        self.frame = frame
        self.filename = frame.f_code.co_filename
        self.lineno = frame.f_lineno
        self.function = frame.f_code.co_name
        self.code_context = None
        self.index = 0

    def __iter__(self):
        return iter((self.frame, self.filename, self.lineno, self.function, self.code_context,
                     self.index))

    def __getitem__(self, i):
        return tuple(self)[i]


# Signatures -----------------------------------------------------------------------------------


class _empty:
    pass


class _ParameterKind:
    def __init__(self, value, name, description):
        self.value = value
        self.name = name
        self.description = description

    def __repr__(self):
        return f"<_ParameterKind.{self.name}: {self.value}>"

    def __str__(self):
        return self.name

    def __lt__(self, other):
        return self.value < other.value


def formatannotation(annotation):
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", "__main__"):
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation)


class Parameter:
    empty = _empty
    POSITIONAL_ONLY = _ParameterKind(0, "POSITIONAL_ONLY", "positional-only")
    POSITIONAL_OR_KEYWORD = _ParameterKind(1, "POSITIONAL_OR_KEYWORD", "positional or keyword")
    VAR_POSITIONAL = _ParameterKind(2, "VAR_POSITIONAL", "variadic positional")
    KEYWORD_ONLY = _ParameterKind(3, "KEYWORD_ONLY", "keyword-only")
    VAR_KEYWORD = _ParameterKind(4, "VAR_KEYWORD", "variadic keyword")

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name = name
        self.kind = kind
        self.default = default
        self.annotation = annotation

    def __str__(self):
        text = self.name
        if self.annotation is not _empty:
            text += f": {formatannotation(self.annotation)}"
        if self.default is not _empty:
            equals = " = " if self.annotation is not _empty else "="
            text += f"{equals}{self.default!r}"
        if self.kind is Parameter.VAR_POSITIONAL:
            text = "*" + text
        elif self.kind is Parameter.VAR_KEYWORD:
            text = "**" + text
        return text

    def __repr__(self):
        return f'<Parameter "{self}">'

    def replace(self, **changes):
        values = {"name": self.name, "kind": self.kind, "default": self.default,
                  "annotation": self.annotation, **changes}
        return Parameter(values.pop("name"), values.pop("kind"), **values)


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = {p.name: p for p in parameters or ()}
        self.return_annotation = return_annotation

    def __str__(self):
        pieces = []
        star_said = slash_due = False
        for parameter in self.parameters.values():
            kind = parameter.kind
            if kind is Parameter.POSITIONAL_ONLY:
                slash_due = True
            elif slash_due:
                pieces.append("/")
                slash_due = False
            if kind is Parameter.VAR_POSITIONAL:
                star_said = True
            elif kind is Parameter.KEYWORD_ONLY and not star_said:
                pieces.append("*")
                star_said = True
            pieces.append(str(parameter))
        if slash_due:
            pieces.append("/")
        text = f"({', '.join(pieces)})"
        if self.return_annotation is not _empty:
            text += f" -> {formatannotation(self.return_annotation)}"
        return text

    def __repr__(self):
        return f"<Signature {self}>"

    def __eq__(self, other):
        return isinstance(other, Signature) and str(self) == str(other)


def _parameters_of(function):
    code = function.__code__
    names = code.co_varnames
    positional, only = code.co_argcount, code.co_posonlyargcount
    keyword_only = code.co_kwonlyargcount
    defaults = function.__defaults__ or ()
    annotations = getattr(function, "__annotations__", {})

    def make(name, kind, default=_empty):
        return Parameter(name, kind, default=default,
                         annotation=annotations.get(name, _empty))

    found = []
    for i, name in enumerate(names[:positional]):
        kind = Parameter.POSITIONAL_ONLY if i < only else Parameter.POSITIONAL_OR_KEYWORD
        at = i - (positional - len(defaults))
        found.append(make(name, kind, defaults[at] if at >= 0 else _empty))
    rest = list(names[positional + keyword_only:])
    if code.co_flags & CO_VARARGS:
        found.append(make(rest.pop(0), Parameter.VAR_POSITIONAL))
    for name in names[positional:positional + keyword_only]:
        default = (function.__kwdefaults__ or {}).get(name, _empty)
        found.append(make(name, Parameter.KEYWORD_ONLY, default))
    if code.co_flags & CO_VARKEYWORDS:
        found.append(make(rest.pop(0), Parameter.VAR_KEYWORD))
    return found, annotations.get("return", _empty)


def signature(obj, *, follow_wrapped=True):
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if follow_wrapped:
        obj = unwrap(obj)
    bound = 0
    if isclass(obj):
        init = obj.__init__
        if not isfunction(init):
            return Signature()
        obj, bound = init, 1
    elif ismethod(obj):
        obj, bound = obj.__func__, 1
    elif not isfunction(obj):
        if not isfunction(getattr(type(obj), "__call__", None)):
            raise ValueError(f"no signature found for builtin {obj!r}")
        obj, bound = type(obj).__call__, 1
    parameters, returns = _parameters_of(obj)
    return Signature(parameters[bound:], return_annotation=returns)
