# Looking at annotations: get_type_hints, get_origin, get_args, forward references.
import sys
from types import GenericAlias, NoneType, UnionType

from typing._forms import (Annotated, Callable, Final, NotRequired, ReadOnly, Required, Union,
                           _Alias, _AnnotatedAlias, _CallableAlias, _Joinable, _Special)

__name__ = "typing"  # where the program finds what is here


class ForwardRef(_Joinable):
    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_module__ = module

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"


def _evaluate(text, globals, locals):
    from _support import run_source
    return run_source(f"__value__ = (\n{text}\n)", "__main__",
                      {**globals, **locals})["__value__"]


def _resolved(annotation, globals, locals):
    if isinstance(annotation, str):
        annotation = ForwardRef(annotation)
    if isinstance(annotation, ForwardRef):
        annotation = _evaluate(annotation.__forward_arg__, globals, locals)
        if annotation is None:
            return NoneType
        return _resolved(annotation, globals, locals)
    if isinstance(annotation, _Alias) and not hasattr(annotation, "__metadata__"):
        args = tuple(_resolved(each, globals, locals) if each is not ... else each
                     for each in annotation.__args__)
        return annotation if args == annotation.__args__ else annotation._again(args)
    if isinstance(annotation, GenericAlias):
        args = tuple(_resolved(each, globals, locals) for each in annotation.__args__)
        return annotation if args == annotation.__args__ else annotation.__origin__[args]
    return annotation


def _stripped(annotation):
    # Without Annotated, Required, NotRequired and ReadOnly.
    if isinstance(annotation, _AnnotatedAlias):
        return _stripped(annotation.__origin__)
    if isinstance(annotation, _Alias):
        if annotation.__origin__ in (Required, NotRequired, ReadOnly):
            return _stripped(annotation.__args__[0])
        args = tuple(map(_stripped, annotation.__args__))
        return annotation if args == annotation.__args__ else annotation._again(args)
    if isinstance(annotation, GenericAlias):
        args = tuple(map(_stripped, annotation.__args__))
        return annotation if args == annotation.__args__ else GenericAlias(
            annotation.__origin__, args)
    return annotation


def _hints_of(annotations, globals, locals):
    return {name: NoneType if value is None else _resolved(value, globals, locals)
            for name, value in annotations.items()}


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    if getattr(obj, "__no_type_check__", None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            namespace = globalns
            if namespace is None:
                namespace = getattr(sys.modules.get(base.__module__), "__dict__", {})
            hints.update(_hints_of(base.__dict__.get("__annotations__", {}), namespace,
                                   dict(vars(base)) if localns is None else localns))
    else:
        plain = obj
        while hasattr(plain, "__wrapped__"):
            plain = plain.__wrapped__
        annotations = getattr(obj, "__annotations__", None)
        if annotations is None:
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        if globalns is None:
            globalns = getattr(plain, "__globals__", None) or getattr(obj, "__dict__", {})
        hints = _hints_of(annotations, globalns, localns or {})
    return hints if include_extras else {name: _stripped(each) for name, each in hints.items()}


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_Alias, _Special, GenericAlias)):
        return tp.__origin__
    if isinstance(tp, UnionType):
        return UnionType
    from typing._protocols import Generic
    if tp is Generic:
        return Generic
    from typing._variables import ParamSpecArgs
    return tp.__origin__ if isinstance(tp, ParamSpecArgs) else None


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, _CallableAlias):
        args = tp.__args__
        if len(args) == 2 and args[0] is ...:
            return args
        return list(args[:-1]), args[-1]
    if isinstance(tp, (_Alias, GenericAlias, UnionType)):
        return tp.__args__
    return ()
