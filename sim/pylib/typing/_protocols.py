# Generic and Protocol, the two classes to inherit from.
from abc import ABCMeta

from typing._forms import _Alias, _is_variable, collect_parameters, convert

__name__ = "typing"  # where the program finds what is here


def _generic_item(cls, args):
    args = args if isinstance(args, tuple) else (args,)
    if cls is Generic or cls is Protocol:
        if not args:
            raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
        plain = tuple(each.__args__[0] if type(each).__name__ == "_UnpackAlias" else each
                      for each in args)
        if not all(_is_variable(each) for each in plain):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or "
                            "parameter specification variables.")
        if len(set(plain)) != len(plain):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
        return _Alias(cls, args)
    if not cls.__parameters__:
        raise TypeError(f"{cls} is not a generic class")
    pattern = _Alias(cls, cls.__parameters__)
    values = pattern._given(tuple(each if isinstance(each, list) or each is ... else convert(each)
                                  for each in args)) if _fits(cls, args) else None
    flat = []
    for variable in cls.__parameters__:
        value = values[variable]
        if type(value).__name__ == "_Several":
            flat += value
        else:
            flat.append(value)
    return _Alias(cls, tuple(flat))


def _fits(cls, args):
    # Complains of a wrong number of arguments as the class, not as an alias.
    wanted = cls.__parameters__
    if any(type(each).__name__ in ("TypeVarTuple", "ParamSpec") for each in wanted):
        return True
    least = sum(not each.has_default() for each in wanted)
    if not least <= len(args) <= len(wanted):
        kind = "many" if len(args) > len(wanted) else "few"
        expected = len(wanted) if kind == "many" else f"at least {least}"
        raise TypeError(f"Too {kind} arguments for {cls}; actual {len(args)}, "
                        f"expected {expected}")
    return True


class Generic:
    __slots__ = ()
    _is_protocol = False
    __parameters__ = ()

    def __class_getitem__(cls, args):
        return _generic_item(cls, args)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get("__orig_bases__", ())
        if any(base is Generic for base in (bases or cls.__bases__)) and cls.__name__ != "Protocol":
            raise TypeError("Cannot inherit from plain Generic")
        given = None
        for base in bases:
            if isinstance(base, _Alias) and base.__origin__ is Generic:
                if given is not None:
                    raise TypeError("Cannot inherit from Generic[...] multiple times.")
                given = base.__parameters__
        for base in bases:
            if given is None and isinstance(base, _Alias) and base.__origin__ is Protocol:
                given = base.__parameters__
        found = collect_parameters(bases)
        if given is not None:
            lost = [each for each in found if each not in given]
            if lost:
                raise TypeError(f"Some type variables ({', '.join(map(str, lost))}) are not "
                                f"listed in Generic[{', '.join(map(str, given))}]")
            found = given
        cls.__parameters__ = found


_NOT_MEMBERS = {"__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__",
                "__module__", "__new__", "__slots__", "__subclasshook__", "__weakref__",
                "__class_getitem__", "__match_args__", "__static_attributes__",
                "__firstlineno__", "__parameters__", "__orig_bases__", "__orig_class__",
                "_is_protocol", "_is_runtime_protocol", "__protocol_attrs__",
                "__non_callable_proto_members__", "__type_params__", "__qualname__",
                "__init_subclass__", "_abc_registry", "__hash__"}


def _own_members(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ("Protocol", "Generic"):
            continue
        for name in [*base.__dict__, *base.__dict__.get("__annotations__", {})]:
            if not name.startswith("_abc_") and name not in _NOT_MEMBERS:
                names.add(name)
    return names


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        is_first = name == "Protocol" and bases == (Generic,)
        if not is_first and Protocol in bases:
            for base in bases:
                allowed = (base in (object, Generic) or getattr(base, "_is_protocol", False)
                           or base.__module__ in ("collections.abc", "contextlib"))
                if not allowed:
                    raise TypeError("Protocols can only inherit from other protocols, "
                                    f"got {base!r}")
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __subclasscheck__(cls, other):
        if cls is Protocol or not cls.__dict__.get("_is_protocol", False):
            return super().__subclasscheck__(other)
        if not isinstance(other, type):
            raise TypeError("issubclass() arg 1 must be a class")
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable "
                            "protocols")
        data = sorted(name for name in cls.__protocol_attrs__
                      if not callable(getattr(cls, name, None)))
        if data:
            raise TypeError("Protocols with non-method members don't support issubclass(). "
                            f"Non-method members: {str(data)[1:-1]}.")
        if cls in other.__mro__:
            return True
        return all(_has(other, name) for name in cls.__protocol_attrs__)

    def __instancecheck__(cls, instance):
        if cls is Protocol or not cls.__dict__.get("_is_protocol", False):
            return super().__instancecheck__(instance)
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable "
                            "protocols")
        if cls in type(instance).__mro__:
            return True
        for name in cls.__protocol_attrs__:
            if not hasattr(instance, name):
                return False
            if getattr(instance, name) is None and callable(getattr(cls, name, None)):
                return False
        return True


def _has(cls, name):
    for base in cls.__mro__:
        if name in base.__dict__:
            return base.__dict__[name] is not None
        if name in base.__dict__.get("__annotations__", {}):
            return True
    return False


def _refuse_instance(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError("Protocols cannot be instantiated")


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        cls.__protocol_attrs__ = _own_members(cls)
        if cls._is_protocol and "__init__" not in cls.__dict__:
            cls.__init__ = _refuse_instance
        elif not cls._is_protocol and cls.__init__ is _refuse_instance:
            cls.__init__ = _inherited_init(cls)


def _inherited_init(cls):
    # That of the first base that is no protocol.
    for base in cls.__mro__[1:]:
        if not getattr(base, "_is_protocol", False) and "__init__" in base.__dict__:
            return base.__dict__["__init__"]
    return object.__init__


def runtime_checkable(cls):
    if not isinstance(cls, type) or not getattr(cls, "_is_protocol", False):
        raise TypeError("@runtime_checkable can be only applied to protocol classes, "
                        f"got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


def is_protocol(tp, /):
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol


def get_protocol_members(tp, /):
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    return frozenset(tp.__protocol_attrs__)


def _supports(name, method):
    body = {method: lambda self, *args: None, "__module__": "typing", "__slots__": ()}
    made = _ProtocolMeta(name, (Protocol,), body)
    return runtime_checkable(made)


SUPPORTS = {name: (name, method) for name, method in (
    ("SupportsInt", "__int__"), ("SupportsFloat", "__float__"),
    ("SupportsComplex", "__complex__"), ("SupportsBytes", "__bytes__"),
    ("SupportsIndex", "__index__"), ("SupportsAbs", "__abs__"), ("SupportsRound", "__round__"))}


def supports(name):
    return _supports(*SUPPORTS[name])
