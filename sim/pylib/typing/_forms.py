# Types with arguments, and the special forms: what they are called with is kept and shown, and
# hardly ever looked at.
from types import EllipsisType, FunctionType, GenericAlias, NoneType, UnionType

__name__ = "typing"  # where the program finds what is here


def type_repr(obj):
    """A type as others show it that have it as an argument."""
    if isinstance(obj, type) and not isinstance(obj, GenericAlias):
        if obj.__module__ == "builtins":
            return obj.__qualname__
        return f"{obj.__module__}.{obj.__qualname__}"
    if obj is ...:
        return "..."
    if isinstance(obj, FunctionType):
        return obj.__name__
    if isinstance(obj, tuple):
        return f"[{', '.join(map(type_repr, obj))}]"
    return repr(obj)


def convert(arg, message=None):
    """An argument as it is kept: None is NoneType, a text a forward reference."""
    if arg is None:
        return NoneType
    if isinstance(arg, str):
        from typing._hints import ForwardRef
        return ForwardRef(arg)
    if isinstance(arg, tuple) or arg is ClassVar or arg is Final:
        if isinstance(arg, tuple):
            raise TypeError(f"{message or 'Parameters to generic types must be types.'} "
                            f"Got {arg!r:.100}.")
        raise TypeError(f"{arg!r} is not valid as type argument")
    return arg


def _is_variable(obj):
    return not isinstance(obj, type) and hasattr(type(obj), "__typing_subst__")


def collect_parameters(args):
    """The type variables among the arguments, each once."""
    found = []
    for each in args:
        if isinstance(each, type) and not isinstance(each, GenericAlias):
            inner = ()
        elif _is_variable(each):
            inner = (each,)
        elif isinstance(each, (tuple, list)):
            inner = collect_parameters(each)
        else:
            inner = getattr(each, "__parameters__", ())
        for variable in inner:
            if variable not in found:
                found.append(variable)
    return tuple(found)


def _is_dunder(name):
    return name.startswith("__") and name.endswith("__")


class _Final:
    def __init_subclass__(cls, /, *args, _root=False, **kwds):
        if not _root:
            raise TypeError("Cannot subclass special typing classes")


class _Joinable:
    # X | Y
    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _SpecialForm(_Joinable):
    def __init__(self, function):
        self._name = function.__name__
        self._getitem = function
        self.__doc__ = None

    def __getattr__(self, item):
        if item in ("__name__", "__qualname__"):
            return self._name
        raise AttributeError(item)

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __getitem__(self, parameters):
        return self._getitem(self, parameters)


# Aliases --------------------------------------------------------------------------------------


class _Alias(_Joinable):
    """What list, Generic classes and special forms give for [...]."""

    def __init__(self, origin, args, name=None, inst=True):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self.__parameters__ = collect_parameters(self.__args__)
        self._name = name
        self._inst = inst

    def _again(self, args):
        return self.__class__(self.__origin__, args, self._name, self._inst)

    def __getitem__(self, args):
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        args = args if isinstance(args, tuple) else (args,)
        given = self._given(tuple(convert(each) if not isinstance(each, list) else each
                                  for each in args))
        return self._again(tuple(_replaced(self.__args__, given)))

    def _given(self, args):
        wanted = self.__parameters__
        values = {}
        if len(wanted) == 1 and type(wanted[0]).__name__ == "ParamSpec":
            one = args[0] if len(args) == 1 and isinstance(args[0], list) else list(args)
            return {wanted[0]: args[0] if args[0] is ... else tuple(one)}
        several = [i for i, each in enumerate(wanted) if type(each).__name__ == "TypeVarTuple"]
        if several:
            at, after = several[0], len(wanted) - several[0] - 1
            middle = args[at:len(args) - after]
            values[wanted[at]] = _Several(middle)
            wanted, args = wanted[:at] + wanted[at + 1:], args[:at] + args[len(args) - after:]
        for i, variable in enumerate(wanted):
            if i < len(args):
                values[variable] = tuple(args[i]) if isinstance(args[i], list) else args[i]
            elif variable.has_default():
                values[variable] = variable.__default__
            else:
                break
        if len(values) < len(self.__parameters__) or len(args) > len(wanted):
            kind = "many" if len(args) > len(wanted) else "few"
            raise TypeError(f"Too {kind} arguments for {self}; actual {len(args)}, "
                            f"expected {len(wanted)}")
        return values

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; "
                            f"use {self.__origin__.__name__}() instead")
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except Exception:
            pass
        return result

    def __mro_entries__(self, bases):
        if self._name:
            return _entries_of_named(self, bases)
        if self.__origin__ is _generic():
            from typing._protocols import Protocol
            if any(base is Protocol for base in bases):
                return ()
            for base in bases[bases.index(self) + 1:]:
                if isinstance(base, _Alias) and base is not self:
                    return ()
        return (self.__origin__,)

    def __getattr__(self, attr):
        if attr in ("__origin__", "__args__"):
            raise AttributeError(attr)
        if attr in ("__name__", "__qualname__"):
            return self._name or self.__origin__.__name__
        if not _is_dunder(attr):
            return getattr(self.__origin__, attr)
        raise AttributeError(attr)

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __repr__(self):
        name = f"typing.{self._name}" if self._name else type_repr(self.__origin__)
        return f"{name}[{', '.join(map(type_repr, self.__args__)) or '()'}]"

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __iter__(self):
        yield Unpack[self]


class _Several(tuple):
    # What a TypeVarTuple stands for.
    pass


def _replaced(args, given):
    for each in args:
        if _is_variable(each):
            value = given.get(each, each)
            if isinstance(value, _Several):
                yield from value
            else:
                yield value
        elif isinstance(each, _Alias) and each.__origin__ is Unpack:
            value = given.get(each.__args__[0], each)
            yield from value if isinstance(value, _Several) else (value,)
        elif isinstance(each, (tuple, list)):
            yield type(each)(_replaced(each, given))
        else:
            inner = getattr(each, "__parameters__", ())
            if inner and not (isinstance(each, type) and not isinstance(each, GenericAlias)):
                yield each[tuple(given.get(variable, variable) for variable in inner)]
            else:
                yield each


def _generic():
    from typing._protocols import Generic
    return Generic


def _entries_of_named(alias, bases):
    # class C(List[int]): list, and Generic unless something after it brings that.
    result = []
    if alias.__origin__ not in bases:
        result.append(alias.__origin__)
    generic = _generic()
    for base in bases[bases.index(alias) + 1:]:
        if isinstance(base, _Alias) or isinstance(base, type) and issubclass(base, generic):
            return tuple(result)
    return (*result, generic)


class _CallableAlias(_Alias):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and (args[0] is ... or _is_variable(args[0])
                               or isinstance(args[0], _Alias)
                               and args[0].__origin__ is Concatenate):
            return f"typing.Callable[{type_repr(args[0])}, {type_repr(args[1])}]"
        return f"typing.Callable[[{', '.join(map(type_repr, args[:-1]))}], {type_repr(args[-1])}]"

    def _again(self, args):
        flat = []
        for each in args:
            flat += each if isinstance(each, tuple) else [each]
        return _CallableAlias(self.__origin__, tuple(flat), self._name, self._inst)


class _UnionAlias(_Alias):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and NoneType in args:
            other = args[1] if args[0] is NoneType else args[0]
            return f"typing.Optional[{type_repr(other)}]"
        return super().__repr__()

    def __eq__(self, other):
        if not isinstance(other, (_UnionAlias, UnionType)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __instancecheck__(self, obj):
        return any(isinstance(obj, each) for each in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, each) for each in self.__args__)

    def _again(self, args):
        return Union[args]


class _LiteralAlias(_Alias):
    def __repr__(self):
        return f"typing.Literal[{', '.join(map(repr, self.__args__))}]"

    def _pairs(self):
        return {(each, type(each)) for each in self.__args__}

    def __eq__(self, other):
        return self._pairs() == other._pairs() if isinstance(other, _LiteralAlias) \
            else NotImplemented

    def __hash__(self):
        return hash(frozenset(self._pairs()))


class _AnnotatedAlias(_Alias):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, (origin,), "Annotated")
        self.__metadata__ = metadata

    def _again(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __repr__(self):
        shown = ", ".join(map(repr, self.__metadata__))
        return f"typing.Annotated[{type_repr(self.__origin__)}, {shown}]"

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return (self.__origin__ == other.__origin__
                and self.__metadata__ == other.__metadata__)

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getattr__(self, attr):
        if attr in ("__name__", "__qualname__"):
            return "Annotated"
        return super().__getattr__(attr)

    def __mro_entries__(self, bases):
        return (self.__origin__,)


class _UnpackAlias(_Alias):
    def __repr__(self):
        return f"typing.Unpack[{type_repr(self.__args__[0])}]"


# Special forms --------------------------------------------------------------------------------


def _plain(name):
    def refuse(self, parameters):
        raise TypeError(f"{self} is not subscriptable")

    refuse.__name__ = name
    return _SpecialForm(refuse)


NoReturn, Never, Self = _plain("NoReturn"), _plain("Never"), _plain("Self")
LiteralString, TypeAlias = _plain("LiteralString"), _plain("TypeAlias")


def _with_one(name):
    def take(self, parameters):
        if isinstance(parameters, tuple):
            raise TypeError(f"{self} accepts only single type. Got {parameters!r:.100}.")
        return _Alias(self, (convert(parameters),), name)

    take.__name__ = name
    return _SpecialForm(take)


ClassVar, Final = _with_one("ClassVar"), _with_one("Final")
TypeGuard, TypeIs = _with_one("TypeGuard"), _with_one("TypeIs")
Required, NotRequired, ReadOnly = (_with_one("Required"), _with_one("NotRequired"),
                                   _with_one("ReadOnly"))


@_SpecialForm
def Union(self, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    members = []
    for each in parameters:
        each = convert(each, "Union[arg, ...]: each arg must be a type.")
        inner = each.__args__ if isinstance(each, (_UnionAlias, UnionType)) else (each,)
        for one in inner:
            if one not in members:
                members.append(one)
    if len(members) == 1:
        return members[0]
    name = "Optional" if len(members) == 2 and NoneType in members else None
    return _UnionAlias(self, tuple(members), name or "Union")


@_SpecialForm
def Optional(self, parameters):
    if isinstance(parameters, tuple):
        raise TypeError("typing.Optional requires a single type. "
                        f"Got {parameters!r:.100}.")
    return Union[convert(parameters), NoneType]


@_SpecialForm
def Literal(self, parameters):
    values = []
    for each in parameters if isinstance(parameters, tuple) else (parameters,):
        for value in each.__args__ if isinstance(each, _LiteralAlias) else (each,):
            if not any(value == known and type(value) is type(known) for known in values):
                values.append(value)
    return _LiteralAlias(self, tuple(values), "Literal")


@_SpecialForm
def Concatenate(self, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    args = parameters if isinstance(parameters, tuple) else (parameters,)
    return _Alias(self, tuple(each if each is ... else convert(each) for each in args),
                  "Concatenate")


@_SpecialForm
def Unpack(self, parameters):
    return _UnpackAlias(self, (convert(parameters),), "Unpack")


@_SpecialForm
def Annotated(self, parameters):
    if not isinstance(parameters, tuple) or len(parameters) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an "
                        "annotation).")
    return _AnnotatedAlias(convert(parameters[0]), parameters[1:])


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


# The names of builtin and abstract classes ----------------------------------------------------


class _Special(_Joinable):
    """List, Iterable and so on; the class itself is imported when somebody needs it."""

    def __init__(self, name, module, origin, count):
        self._name = name
        self._where = (module, origin)
        self._nparams = count
        self.__doc__ = None

    @property
    def __origin__(self):
        module, name = self._where
        return getattr(__import__(module, fromlist=[name]), name)

    @property
    def __module__(self):
        return "typing"

    __parameters__ = ()

    def __getitem__(self, parameters):
        args = parameters if isinstance(parameters, tuple) else (parameters,)
        args = tuple(each if each is ... else convert(each) for each in args)
        if self._nparams >= 0 and len(args) != self._nparams:
            args = self._filled(args)
        return _Alias(self.__origin__, args, self._name, self._name not in _NOT_MADE)

    def _filled(self, args):
        missing = self._nparams - len(args)
        if self._name in _DEFAULTS and args and 0 < missing:
            return args + (_DEFAULTS[self._name],) * missing
        kind = "many" if len(args) > self._nparams else "few"
        raise TypeError(f"Too {kind} arguments for {self}; actual {len(args)}, "
                        f"expected {self._nparams}")

    def __call__(self, *args, **kwargs):
        if self._name in _NOT_MADE:
            raise TypeError(f"Type {self._name} cannot be instantiated; "
                            f"use {self.__origin__.__name__}() instead")
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        return _entries_of_named(self, bases)

    def __getattr__(self, attr):
        if attr in ("__name__", "__qualname__"):
            return self._name
        if _is_dunder(attr):
            raise AttributeError(attr)
        return getattr(self.__origin__, attr)

    def __repr__(self):
        return f"typing.{self._name}"

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)


class _SpecialCallable(_Special):
    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple) or len(parameters) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = parameters
        args = tuple(map(convert, args)) if isinstance(args, list) else (args,)
        return _CallableAlias(self.__origin__, (*args, convert(result)), "Callable")


class _SpecialTuple(_Special):
    def __getitem__(self, parameters):
        args = parameters if isinstance(parameters, tuple) else (parameters,)
        return _Alias(tuple, tuple(each if each is ... else convert(each) for each in args),
                      "Tuple", False)


_DEFAULTS = {"Generator": NoneType, "AsyncGenerator": NoneType, "ContextManager": bool | None,
             "AsyncContextManager": bool | None}
_NOT_MADE = ("List", "Dict", "Set", "FrozenSet", "Tuple", "Type")
Tuple = _SpecialTuple("Tuple", "builtins", "tuple", -1)
Callable = _SpecialCallable("Callable", "collections.abc", "Callable", 2)

SPECIAL = {"Callable": Callable, "Tuple": Tuple}
for _module, _text in (
        ("builtins", "List=list:1 Dict=dict:2 Set=set:1 FrozenSet=frozenset:1 Type=type:1"),
        ("collections", "Deque=deque:1 DefaultDict=defaultdict:2 OrderedDict=:2 Counter=:1 "
                        "ChainMap=:2"),
        ("contextlib", "ContextManager=AbstractContextManager:2 "
                       "AsyncContextManager=AbstractAsyncContextManager:2"),
        ("collections.abc", "Hashable=:0 Awaitable=:1 Coroutine=:3 AsyncIterable=:1 "
                            "AsyncIterator=:1 Iterable=:1 Iterator=:1 Reversible=:1 Sized=:0 "
                            "Container=:1 Collection=:1 AbstractSet=Set:1 MutableSet=:1 "
                            "Mapping=:2 MutableMapping=:2 Sequence=:1 MutableSequence=:1 "
                            "ByteString=:0 MappingView=:1 KeysView=:1 ItemsView=:2 "
                            "ValuesView=:1 Generator=:3 AsyncGenerator=:2")):
    for _item in _text.split():
        _name, _, _rest = _item.partition("=")
        _origin, _, _count = _rest.partition(":")
        SPECIAL[_name] = _Special(_name, _module, _origin or _name, int(_count))
