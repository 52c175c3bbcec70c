# NamedTuple and TypedDict.
import sys

from typing._forms import convert

__name__ = "typing"  # where the program finds what is here

_missing = object()
_PROHIBITED = frozenset(("__new__", "__init__", "__slots__", "__getnewargs__", "_fields",
                         "_field_defaults", "_field_types", "_make", "_replace", "_asdict",
                         "_source"))
_SPECIAL = frozenset(("__module__", "__name__", "__annotations__", "__qualname__",
                      "__static_attributes__", "__firstlineno__", "__orig_bases__",
                      "__classcell__", "__type_params__"))


def _make_tuple(name, types, module, defaults=()):
    from collections import namedtuple
    made = namedtuple(name, list(types), defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = types
    return made


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, namespace):
        if _NamedTuple not in bases and "_NamedTuple" in globals():
            return super().__new__(cls, typename, bases, namespace)
        for base in bases:
            if base is not _NamedTuple and base.__name__ != "Generic":
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        types = {name: convert(each) for name, each in
                 namespace.get("__annotations__", {}).items()}
        defaults = []
        for name in types:
            if name in namespace:
                defaults.append(name)
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {name} cannot follow default field"
                                f"{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}")
        made = _make_tuple(typename, types, namespace["__module__"],
                           [namespace[name] for name in defaults])
        generic = [base for base in bases if base is not _NamedTuple]
        if generic:
            made = type(typename, (made, *generic), {
                "__slots__": (), "__module__": namespace["__module__"],
                "__orig_bases__": namespace.get("__orig_bases__", bases)})
        for key, value in namespace.items():
            if key in _PROHIBITED:
                raise AttributeError(f"Cannot overwrite NamedTuple attribute {key}")
            if key not in _SPECIAL and key not in made._fields:
                setattr(made, key, value)
        if "__qualname__" in namespace:
            made.__qualname__ = namespace["__qualname__"]
        return made


class _NamedTupleFunction:
    # NamedTuple is a function that can be inherited from.
    __name__ = __qualname__ = "NamedTuple"

    def __call__(self, typename, fields=_missing, /, **kwargs):
        if fields is _missing or fields is None:
            fields = kwargs.items()
        elif kwargs:
            raise TypeError("Either list of fields or keywords can be provided to NamedTuple, "
                            "not both")
        types = {name: convert(each) for name, each in fields}
        return _make_tuple(typename, types, sys._getframe(1).f_globals.get("__name__"))

    def __mro_entries__(self, bases):
        return (_NamedTuple,)

    def __repr__(self):
        return f"<function NamedTuple at 0x{id(self):x}>"


_NamedTuple = type.__new__(_NamedTupleMeta, "NamedTuple", (), {"__module__": "typing"})
NamedTuple = _NamedTupleFunction()


# TypedDict ------------------------------------------------------------------------------------


def _qualifiers(annotation):
    # The names of Required[], NotRequired[], ReadOnly[] around a type.
    found = set()
    while True:
        name = getattr(getattr(annotation, "__origin__", None), "_name", None)
        if hasattr(annotation, "__metadata__"):
            annotation = annotation.__origin__
        elif name in ("Required", "NotRequired", "ReadOnly"):
            found.add(name)
            annotation = annotation.__args__[0]
        else:
            return found


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base.__name__ != "Generic":
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict "
                                "base class")
        generic = tuple(base for base in bases if base.__name__ == "Generic")
        own = {key: convert(each) for key, each in ns.get("__annotations__", {}).items()}
        made = type.__new__(cls, name, (*generic, dict), ns)
        annotations, required, optional, readonly = {}, set(), set(), set()
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            required |= base.__dict__.get("__required_keys__", set())
            optional |= base.__dict__.get("__optional_keys__", set())
            readonly |= base.__dict__.get("__readonly_keys__", set())
        for key, each in own.items():
            said = _qualifiers(each)
            needed = "Required" in said or total and "NotRequired" not in said
            (required if needed else optional).add(key)
            (optional if needed else required).discard(key)
            if "ReadOnly" in said:
                readonly.add(key)
        annotations.update(own)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__readonly_keys__ = frozenset(readonly)
        made.__mutable_keys__ = frozenset(set(annotations) - readonly)
        made.__total__ = total
        return made

    def __call__(cls, /, *args, **kwargs):
        return dict(*args, **kwargs)

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


class _TypedDictFunction:
    __name__ = __qualname__ = "TypedDict"

    def __call__(self, typename, fields=_missing, /, *, total=True):
        fields = {} if fields is _missing or fields is None else fields
        namespace = {"__annotations__": dict(fields),
                     "__module__": sys._getframe(1).f_globals.get("__name__")}
        return _TypedDictMeta(typename, (), namespace, total=total)

    def __mro_entries__(self, bases):
        return (_TypedDict,)

    def __repr__(self):
        return f"<function TypedDict at 0x{id(self):x}>"


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {"__module__": "typing"})
TypedDict = _TypedDictFunction()


def is_typeddict(tp):
    return isinstance(type(tp), type) and type(tp) is _TypedDictMeta and tp is not _TypedDict
