# Dataclasses: methods written from the fields of a class. Those with arguments of their own are
# written as Python text, so that wrong calls are refused in the words of any other function.
import sys

from types import GenericAlias, MappingProxyType

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING",
           "fields", "asdict", "astuple", "make_dataclass", "replace", "is_dataclass"]


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


class _FIELD_BASE:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()
MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_FIELD = _FIELD_BASE("_FIELD")
_FIELD_CLASSVAR = _FIELD_BASE("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FIELD_BASE("_FIELD_INITVAR")
_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"


class InitVar:
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare",
                 "metadata", "kw_only", "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        names = ("name", "type", "default", "default_factory", "init", "repr", "hash", "compare",
                 "metadata", "kw_only")
        shown = ",".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"Field({shown},_field_type={self._field_type})"

    def __set_name__(self, owner, name):
        method = getattr(type(self.default), "__set_name__", None)
        if method:
            method(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)

    def _has_default(self):
        return self.default is not MISSING or self.default_factory is not MISSING


_PARAM_NAMES = ("init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only",
                "slots", "weakref_slot")


class _DataclassParams:
    __slots__ = _PARAM_NAMES

    def __init__(self, **params):
        for name in _PARAM_NAMES:
            setattr(self, name, params[name])

    def __repr__(self):
        shown = ",".join(f"{name}={getattr(self, name)!r}" for name in _PARAM_NAMES)
        return f"_DataclassParams({shown})"


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None,
          compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


# What an annotation says ---------------------------------------------------------------------


def _is_named(annotation, cls, wanted):
    # Does the text of an annotation begin with a name of something for which [wanted] is true?
    text = annotation.strip().partition("[")[0].strip()
    module, _, name = text.rpartition(".")
    namespace = sys.modules.get(cls.__module__).__dict__
    if module:
        found = namespace.get(module)
        namespace = getattr(found, "__dict__", {})
    return wanted(namespace.get(name))


def _is_classvar(annotation, cls):
    typing = sys.modules.get("typing")
    if typing is None:
        return False
    if isinstance(annotation, str):
        return _is_named(annotation, cls, lambda found: found is typing.ClassVar)
    return (annotation is typing.ClassVar
            or getattr(annotation, "__origin__", None) is typing.ClassVar)


def _is_initvar(annotation, cls):
    if isinstance(annotation, str):
        return _is_named(annotation, cls, lambda found: found is InitVar)
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(annotation, cls):
    if isinstance(annotation, str):
        return _is_named(annotation, cls, lambda found: found is KW_ONLY)
    return annotation is KW_ONLY


def _get_field(cls, name, annotation, default_kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        result = default
    else:
        from types import MemberDescriptorType
        if isinstance(default, MemberDescriptorType):
            default = MISSING  # a slot of a base, not a default
        result = field(default=default)
    result.name = name
    result.type = annotation
    result._field_type = _FIELD
    if _is_classvar(annotation, cls):
        result._field_type = _FIELD_CLASSVAR
    elif _is_initvar(annotation, cls):
        result._field_type = _FIELD_INITVAR
    special = result._field_type is not _FIELD
    if special and result.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if result._field_type is _FIELD_CLASSVAR:
        if result.kw_only is not MISSING:
            raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    elif result.kw_only is MISSING:
        result.kw_only = default_kw_only
    if result._field_type is _FIELD and result.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(result.default)} for field {name} is not allowed: "
                         "use default_factory")
    return result


def _own_fields(cls, kw_only):
    seen_marker = False
    result = []
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():
        if _is_kw_only(annotation, cls):
            if seen_marker:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            seen_marker = kw_only = True
        else:
            result.append(_get_field(cls, name, annotation, kw_only))
    return result


def _collect_fields(cls, params):
    """All fields of the class by name, those of its bases first."""
    result = {}
    frozen = []
    for base in cls.__mro__[-1:0:-1]:
        inherited = getattr(base, _FIELDS, None)
        if inherited is not None:
            result.update(inherited)
            frozen.append(getattr(base, _PARAMS).frozen)
    own = _own_fields(cls, params.kw_only)
    for each in own:
        result[each.name] = each
        if isinstance(getattr(cls, each.name, None), Field):
            if each.default is MISSING:
                delattr(cls, each.name)
            else:
                setattr(cls, each.name, each.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in cls.__dict__.get("__annotations__", {}):
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if frozen:
        if any(frozen) and not params.frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if not any(frozen) and params.frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    return result


# The methods ----------------------------------------------------------------------------------


class _Writer:
    """Collects methods as text; all of a class are compiled at once."""

    def __init__(self, cls):
        self.cls = cls
        self.values = {"_MISSING": MISSING, "_FACTORY": _HAS_DEFAULT_FACTORY, "_cls": cls,
                       "_object": object, "_FrozenInstanceError": FrozenInstanceError}
        self.lines = []
        self.names = []

    def add(self, name, parameters, body):
        self.names.append(name)
        self.lines.append(f" def {name}({', '.join(parameters)}):")
        self.lines += [f"  {line}" for line in body]

    def write(self):
        """The functions, by name."""
        from _support import run_source
        if not self.names:
            return {}
        text = "\n".join([f"def create({', '.join(self.values)}):", *self.lines,
                          f" return {', '.join(self.names)},"])
        made = run_source(text, self.cls.__module__)["create"](**self.values)
        for name, function in zip(self.names, made):
            function.__qualname__ = f"{self.cls.__qualname__}.{name}"
        return dict(zip(self.names, made))


def _parameter(each):
    if each.default is not MISSING:
        return f"{each.name}=_dflt_{each.name}"
    if each.default_factory is not MISSING:
        return f"{each.name}=_FACTORY"
    return each.name


def _assignment(each, frozen, self_name, writer):
    if each.default_factory is not MISSING:
        writer.values[f"_dflt_{each.name}"] = each.default_factory
        value = f"_dflt_{each.name}()"
        if each.init:
            value += f" if {each.name} is _FACTORY else {each.name}"
    elif each.init:
        value = each.name
    elif each.default is not MISSING and getattr(writer.cls, _PARAMS).slots:
        value = f"_dflt_{each.name}"
    else:
        return None
    if each._field_type is _FIELD_INITVAR:
        return None
    if frozen:
        return f"_object.__setattr__({self_name}, {each.name!r}, {value})"
    return f"{self_name}.{each.name} = {value}"


def _check_order_of_defaults(plain):
    first = None
    for each in plain:
        if each._has_default():
            first = each
        elif first is not None:
            raise TypeError(f"non-default argument {each.name!r} follows default argument "
                            f"{first.name!r}")


def _write_init(writer, all_fields, plain, keyword, frozen):
    self_name = "__dataclass_self__" if any(f.name == "self" for f in all_fields) else "self"
    _check_order_of_defaults(plain)
    for each in all_fields:
        if each.default is not MISSING:
            writer.values[f"_dflt_{each.name}"] = each.default
    body = []
    for each in all_fields:
        line = _assignment(each, frozen, self_name, writer)
        if line:
            body.append(line)
    if hasattr(writer.cls, "__post_init__"):
        given = ", ".join(f.name for f in all_fields if f._field_type is _FIELD_INITVAR)
        body.append(f"{self_name}.__post_init__({given})")
    parameters = [self_name, *map(_parameter, plain)]
    if keyword:
        parameters += ["*", *map(_parameter, keyword)]
    writer.add("__init__", parameters, body or ["pass"])


def _write_comparisons(writer, real, params):
    compared = [f.name for f in real if f.compare]
    if params.eq and "__eq__" not in writer.cls.__dict__:
        equal = " and ".join(f"self.{name}==other.{name}" for name in compared) or "True"
        writer.add("__eq__", ("self", "other"),
                   ["if self is other:", " return True",
                    "if other.__class__ is self.__class__:", f" return {equal}",
                    "return NotImplemented"])
    if params.order:
        mine = "".join(f"self.{name}," for name in compared)
        its = "".join(f"other.{name}," for name in compared)
        for name, sign in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            if name in writer.cls.__dict__:
                raise TypeError(f"Cannot overwrite attribute {name} in class "
                                f"{writer.cls.__name__} Consider using functools.total_ordering")
            writer.add(name, ("self", "other"),
                       ["if other.__class__ is self.__class__:",
                        f" return ({mine}) {sign} ({its})", "return NotImplemented"])


def _write_frozen(writer, real):
    names = "".join(f"{f.name!r}, " for f in real)
    condition = f"type(self) is _cls or name in ({names})" if names else "type(self) is _cls"
    for name, verb, parameters in (("__setattr__", "assign to", ("self", "name", "value")),
                                   ("__delattr__", "delete", ("self", "name"))):
        if name in writer.cls.__dict__:
            raise TypeError(f"Cannot overwrite attribute {name} in class {writer.cls.__name__}")
        writer.add(name, parameters,
                   [f"if {condition}:",
                    f' raise _FrozenInstanceError(f"cannot {verb} field {{name!r}}")',
                    f"super(_cls, self).{name}({', '.join(parameters[1:])})"])


def _settle_hash(writer, real, params):
    cls = writer.cls
    own = cls.__dict__.get("__hash__", MISSING)
    explicit = not (own is MISSING or own is None and "__eq__" in cls.__dict__)
    if params.unsafe_hash:
        if explicit:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    elif not params.eq or explicit:
        return
    elif not params.frozen:
        cls.__hash__ = None
        return
    hashed = "".join(f"self.{f.name}," for f in real
                     if (f.compare if f.hash is None else f.hash))
    writer.add("__hash__", ("self",), [f"return hash(({hashed}))"])


def _write_repr(writer, real):
    shown = ", ".join(f"{f.name}={{self.{f.name}!r}}" for f in real if f.repr)
    writer.add("__repr__", ("self",), [f'return f"{{self.__class__.__qualname__}}({shown})"'])


def _guarded(function):
    from reprlib import recursive_repr
    guarded = recursive_repr()(function)
    guarded.__name__, guarded.__qualname__ = function.__name__, function.__qualname__
    guarded.__module__ = function.__module__
    guarded.__wrapped__ = function
    return guarded


def _annotation_text(annotation):
    if isinstance(annotation, type) and not isinstance(annotation, GenericAlias):
        if annotation.__module__ in ("builtins", "__main__"):
            return annotation.__qualname__ if annotation.__module__ == "builtins" else \
                f"__main__.{annotation.__qualname__}"
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation).replace("typing.", "")


def _doc_text(cls, plain, keyword):
    parameters = []
    for each in plain + (["*"] if keyword else []) + keyword:
        if each == "*":
            parameters.append(each)
            continue
        text = f"{each.name}: {_annotation_text(each.type)}"
        if each.default is not MISSING:
            text += f" = {each.default!r}"
        elif each.default_factory is not MISSING:
            text += " = <factory>"
        parameters.append(text)
    return f"{cls.__name__}({', '.join(parameters)})"


def _process(cls, params):
    by_name = _collect_fields(cls, params)
    setattr(cls, _FIELDS, by_name)
    setattr(cls, _PARAMS, params)
    if params.order and not params.eq:
        raise ValueError("eq must be true if order is true")
    all_fields = [f for f in by_name.values() if f._field_type is not _FIELD_CLASSVAR]
    real = [f for f in all_fields if f._field_type is _FIELD]
    plain = [f for f in all_fields if f.init and not f.kw_only]
    keyword = [f for f in all_fields if f.init and f.kw_only]
    writer = _Writer(cls)
    if params.init:
        _write_init(writer, all_fields, plain, keyword, params.frozen)
    if params.repr and "__repr__" not in cls.__dict__:
        _write_repr(writer, real)
    _write_comparisons(writer, real, params)
    if params.frozen:
        _write_frozen(writer, real)
    _settle_hash(writer, real, params)
    for name, function in writer.write().items():
        if name == "__init__":
            function.__annotations__ = {f.name: f.type.type if type(f.type) is InitVar else f.type
                                        for f in plain + keyword} | {"return": None}
        setattr(cls, name, _guarded(function) if name == "__repr__" else function)
    if "__replace__" not in cls.__dict__:
        cls.__replace__ = _replace
    if not getattr(cls, "__doc__"):
        cls.__doc__ = _doc_text(cls, plain, keyword) if params.init else f"{cls.__name__}()"
    if params.match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple(f.name for f in plain)
    if params.weakref_slot and not params.slots:
        raise TypeError("weakref_slot is True but slots is False")
    if params.slots:
        cls = _with_slots(cls, params)
    if hasattr(cls, "__abstractmethods__"):
        from abc import update_abstractmethods
        update_abstractmethods(cls)
    return cls


# Slots ----------------------------------------------------------------------------------------


def _getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _setstate(self, state):
    for each, value in zip(fields(self), state):
        object.__setattr__(self, each.name, value)


def _inherited_slots(cls):
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get("__slots__", ())
        yield from (slots,) if isinstance(slots, str) else slots


def _with_slots(cls, params):
    # Slots cannot be added to a class that exists: a new one is made of all that it has.
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    namespace = dict(cls.__dict__)
    names = [f.name for f in fields(cls)]
    inherited = set(_inherited_slots(cls))
    wanted = names + (["__weakref__"] if params.weakref_slot else [])
    namespace["__slots__"] = tuple(name for name in wanted if name not in inherited)
    for name in [*names, "__dict__", "__weakref__"]:
        namespace.pop(name, None)
    qualname = cls.__qualname__
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = qualname
    if params.frozen:
        for name, function in (("__getstate__", _getstate), ("__setstate__", _setstate)):
            if name not in namespace:
                setattr(made, name, function)
    return made


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
              frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, _DataclassParams(
            init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
            match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot))

    return wrap if cls is None else wrap(cls)


# Functions of dataclasses ---------------------------------------------------------------------


def fields(class_or_instance):
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def _copied(obj, of_fields):
    """[obj] copied deeply; what [of_fields] makes of a dataclass inside stands for it."""
    kind = type(obj)
    if kind in (int, str, float, bool, type(None), bytes):
        return obj
    if hasattr(kind, _FIELDS):
        return of_fields([(f.name, _copied(getattr(obj, f.name), of_fields))
                          for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return kind(*[_copied(each, of_fields) for each in obj])
    if isinstance(obj, (list, tuple)):
        return kind(_copied(each, of_fields) for each in obj)
    if isinstance(obj, dict):
        pairs = [(_copied(k, of_fields), _copied(v, of_fields)) for k, v in obj.items()]
        if hasattr(kind, "default_factory"):
            result = kind(obj.default_factory)
            result.update(pairs)
            return result
        return kind(pairs)
    from copy import deepcopy
    return deepcopy(obj)


def asdict(obj, *, dict_factory=dict):
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _copied(obj, dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _copied(obj, lambda pairs: tuple_factory([value for _, value in pairs]))


def _replace(self, /, **changes):
    for each in getattr(self, _FIELDS).values():
        if each._field_type is _FIELD_CLASSVAR:
            continue
        if not each.init:
            if each.name in changes:
                raise TypeError(f"field {each.name} is declared with init=False, it cannot be "
                                "specified with replace()")
        elif each.name not in changes:
            if each._field_type is _FIELD_INITVAR and each.default is MISSING:
                raise TypeError(f"InitVar {each.name!r} must be specified with replace()")
            changes[each.name] = getattr(self, each.name)
    return self.__class__(**changes)


def replace(obj, /, **changes):
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _check_name(name, seen):
    from keyword import iskeyword
    if not isinstance(name, str) or not name.isidentifier():
        raise TypeError(f"Field names must be valid identifiers: {name!r}")
    if iskeyword(name):
        raise TypeError(f"Field names must not be keywords: {name!r}")
    if name in seen:
        raise TypeError(f"Field name duplicated: {name!r}")


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True,
                   order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False,
                   slots=False, weakref_slot=False, module=None):
    annotations, defaults = {}, {}
    for item in fields:
        if isinstance(item, str):
            item = (item, "typing.Any")
        elif not 2 <= len(item) <= 3:
            raise TypeError(f"Invalid field: {item!r}")
        _check_name(item[0], annotations)
        annotations[item[0]] = item[1]
        if len(item) == 3:
            defaults[item[0]] = item[2]
    if module is None:
        module = sys._getframe(1).f_globals.get("__name__")
    body = {**(namespace or {}), **defaults, "__annotations__": annotations, "__module__": module}
    from types import new_class
    cls = new_class(cls_name, bases, {}, lambda ns: ns.update(body))
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash,
                     frozen=frozen, match_args=match_args, kw_only=kw_only, slots=slots,
                     weakref_slot=weakref_slot)
