# Types for annotations. _forms.py has what most programs use; the rest is imported when it is
# asked for.
from typing._forms import (SPECIAL, Annotated, Any, Callable, ClassVar, Concatenate, Final, Literal,
                           LiteralString, Never, NoReturn, NotRequired, Optional, ReadOnly,
                           Required, Self, Tuple, TypeAlias, TypeGuard, TypeIs, Union, Unpack)

TYPE_CHECKING = False
Text = str
globals().update(SPECIAL)

_MODULES = {
    "_variables": ("TypeVar", "ParamSpec", "TypeVarTuple", "TypeAliasType", "NewType", "NoDefault",
                   "ParamSpecArgs", "ParamSpecKwargs"),
    "_protocols": ("Generic", "Protocol", "runtime_checkable", "is_protocol",
                   "get_protocol_members"),
    "_structures": ("NamedTuple", "TypedDict", "is_typeddict"),
    "_hints": ("ForwardRef", "get_type_hints", "get_origin", "get_args"),
    "_decorators": ("overload", "get_overloads", "clear_overloads", "final", "override",
                    "no_type_check", "no_type_check_decorator", "dataclass_transform",
                    "assert_never", "assert_type", "reveal_type", "IO", "TextIO", "BinaryIO"),
}
_BY_MACHINE = {"_make_parameter": "make_parameter", "_set_default": "set_default",
               "_make_alias": "make_alias"}

__all__ = ["Annotated", "Any", "Callable", "ClassVar", "Concatenate", "Final", "Literal",
           "Optional", "Tuple", "Union", "AnyStr", "LiteralString", "Never", "NoReturn",
           "NotRequired", "ReadOnly", "Required", "Self", "Text", "TYPE_CHECKING", "TypeAlias",
           "TypeGuard", "TypeIs", "Unpack", "cast", "SupportsAbs", "SupportsBytes",
           "SupportsComplex", "SupportsFloat", "SupportsIndex", "SupportsInt", "SupportsRound",
           *SPECIAL, *[_name for _names in _MODULES.values() for _name in _names]]


def cast(typ, val):
    return val


def _make_generic(parameters):
    from typing._protocols import Generic
    return Generic[parameters]


def __getattr__(name):
    for module, names in _MODULES.items():
        if name in names:
            found = getattr(__import__(f"typing.{module}", fromlist=[name]), name)
            break
    else:
        found = _rare(name)
    globals()[name] = found
    return found


def _rare(name):
    if name in _BY_MACHINE:
        from typing import _variables
        return getattr(_variables, _BY_MACHINE[name])
    if name.startswith("Supports"):
        from typing._protocols import SUPPORTS, supports
        if name in SUPPORTS:
            return supports(name)
    if name == "AnyStr":
        from typing._variables import TypeVar
        made = TypeVar("AnyStr", bytes, str)
        made.__module__ = "typing"
        return made
    if name in ("Pattern", "Match"):
        from typing._forms import _Special
        return _Special(name, "re", name, 1)
    if name == "_GenericAlias":
        from typing._forms import _Alias
        return _Alias
    raise AttributeError(f"module 'typing' has no attribute {name!r}")
