# Type variables, type aliases and new types.
import sys

from typing._forms import Union, _Joinable, convert

__name__ = "typing"  # where the program finds what is here


class _NoDefaultType:
    def __repr__(self):
        return "typing.NoDefault"


NoDefault = _NoDefaultType()


def _caller_module():
    frame = sys._getframe(2)
    return frame.f_globals.get("__name__")


class _Variable(_Joinable):
    _sign = "~"

    def __repr__(self):
        return self.__name__ if self.__infer_variance__ else self._sign + self.__name__

    def _take_default(self, default):
        self._default = default
        self._lazy_default = None

    @property
    def __default__(self):
        if self._lazy_default is not None:
            self._take_default(self._lazy_default())
        return self._default

    def has_default(self):
        return self._lazy_default is not None or self._default is not NoDefault

    def __typing_subst__(self, arg):
        return convert(arg)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __reduce__(self):
        return self.__name__


def _sign_of(covariant, contravariant, infer_variance):
    if covariant and contravariant:
        raise ValueError("Bivariant types are not supported.")
    if infer_variance and (covariant or contravariant):
        raise ValueError("Variance cannot be specified with infer_variance.")
    return "+" if covariant else "-" if contravariant else "~"


class TypeVar(_Variable):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False,
                 infer_variance=False, default=NoDefault):
        self._sign = _sign_of(covariant, contravariant, infer_variance)
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__name__ = name
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)
        self._constraints = tuple(map(convert, constraints))
        self._bound = None if bound is None else convert(bound)
        self._lazy = None   # a function that gives bound or constraints
        self._take_default(default)
        self.__module__ = _caller_module()

    def _evaluate(self):
        if self._lazy is not None:
            kind, function = self._lazy
            self._lazy = None
            setattr(self, kind, function())

    @property
    def __bound__(self):
        self._evaluate()
        return self._bound

    @property
    def __constraints__(self):
        self._evaluate()
        return self._constraints


class TypeVarTuple(_Variable):
    def __init__(self, name, *, default=NoDefault):
        self.__name__ = name
        self.__infer_variance__ = True
        self._take_default(default)
        self.__module__ = _caller_module()

    def __iter__(self):
        from typing._forms import Unpack
        yield Unpack[self]


class ParamSpecArgs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.args"

    def __eq__(self, other):
        return isinstance(other, type(self)) and self.__origin__ is other.__origin__

    __hash__ = object.__hash__


class ParamSpecKwargs(ParamSpecArgs):
    def __repr__(self):
        return f"{self.__origin__.__name__}.kwargs"


class ParamSpec(_Variable):
    def __init__(self, name, *, bound=None, covariant=False, contravariant=False,
                 infer_variance=False, default=NoDefault):
        self._sign = _sign_of(covariant, contravariant, infer_variance)
        self.__name__ = name
        self.__bound__ = bound
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)
        self._take_default(default)
        self.__module__ = _caller_module()

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class TypeAliasType(_Joinable):
    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self.__type_params__ = type_params
        self.__parameters__ = type_params
        self._value = value
        self._lazy = None
        self.__module__ = _caller_module()

    @property
    def __value__(self):
        if self._lazy is not None:
            function, self._lazy = self._lazy, None
            self._value = function()
        return self._value

    def __getitem__(self, parameters):
        from types import GenericAlias
        if not self.__type_params__:
            raise TypeError("Only generic type aliases are subscriptable")
        return GenericAlias(self, parameters)

    def __repr__(self):
        return self.__name__


class NewType(_Joinable):
    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        self.__module__ = _caller_module()

    def __call__(self, x):
        return x

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __mro_entries__(self, bases):
        name = self.__name__
        raise TypeError(f"Cannot subclass an instance of NewType. Perhaps you were looking for: "
                        f"`Derived = NewType('Derived', {name})`")


# What the machine calls for type parameters and `type` statements.


def make_parameter(kind, name, function):
    if kind == 2:
        made = TypeVarTuple(name)
    elif kind == 3:
        made = ParamSpec(name, infer_variance=True)
    else:
        made = TypeVar(name, infer_variance=True)
        if kind == 1:
            made._lazy = ("_bound", function)
        elif kind == 4:
            made._lazy = ("_constraints", function)
    made.__module__ = _caller_module()
    return made


def set_default(parameter, function):
    parameter._lazy_default = function


def make_alias(name, parameters, function):
    made = TypeAliasType(name, None, type_params=parameters or ())
    made._lazy = function
    made.__module__ = _caller_module()
    return made
