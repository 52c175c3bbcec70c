# Shallow and deep copies.
__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    pass


error = Error

_ATOMIC = {int, float, bool, str, bytes, type(None), type(...), type(NotImplemented), type, range,
           type(len), type(lambda: None), property, slice}
_missing = object()


def _new_object(x, cls):
    # What pickle would begin with: an instance made without __init__.
    get_ex = getattr(x, "__getnewargs_ex__", None)
    if get_ex is not None:
        args, kwargs = get_ex()
        return cls.__new__(cls, *args, **kwargs)
    get = getattr(x, "__getnewargs__", None)
    return cls.__new__(cls, *(get() if get is not None else ()))


def _slot_names(cls):
    for base in cls.__mro__:
        names = base.__dict__.get("__slots__", ())
        for name in (names,) if isinstance(names, str) else names:
            if name not in ("__dict__", "__weakref__"):
                yield f"_{base.__name__.lstrip('_')}{name}" if _is_private(name) else name


def _is_private(name):
    return name.startswith("__") and not name.endswith("__")


def _state_of(x, cls):
    if cls.__getstate__ is not object.__getstate__:
        return x.__getstate__()
    attributes = getattr(x, "__dict__", None)
    slots = {name: getattr(x, name) for name in _slot_names(cls) if hasattr(x, name)}
    if slots:
        return attributes or None, slots
    return attributes or None


def _restore(y, state):
    if hasattr(y, "__setstate__"):
        y.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None:
        y.__dict__.update(state)
    for name, value in (slots or {}).items():
        object.__setattr__(y, name, value)


def _is_made_in_python(cls):
    return "__module__" in cls.__dict__


def _reduced(x, cls):
    """How to make such an object: (function, arguments, state, list items, dict items)."""
    for name, args in (("__reduce_ex__", (4,)), ("__reduce__", ())):
        method = getattr(cls, name, None)
        if method is not None and method is not getattr(object, name, None):
            result = method(x, *args)
            if isinstance(result, str):
                return None
            return (*result, None, None, None)[:5]
    if issubclass(cls, BaseException):
        return cls, x.args, x.__dict__ or None, None, None
    if not _is_made_in_python(cls) and cls is not object:
        raise TypeError(f"cannot pickle '{_type_name(cls)}' object")
    items = list(x) if isinstance(x, list) else None
    pairs = list(x.items()) if isinstance(x, dict) else None
    return _new_of, (x, cls), _state_of(x, cls), items, pairs


def _new_of(x, cls):
    for kind in (int, float, str, bytes, tuple, frozenset):
        if issubclass(cls, kind) and not hasattr(x, "__getnewargs__"):
            return cls.__new__(cls, kind(x))
    if issubclass(cls, (set, bytearray)):
        made = cls.__new__(cls)
        (made.update if issubclass(cls, set) else made.extend)(x)
        return made
    return _new_object(x, cls)


def _type_name(cls):
    module = cls.__module__
    return cls.__name__ if module in ("builtins", "__main__") else f"{module}.{cls.__name__}"


def copy(x):
    cls = type(x)
    if cls in _ATOMIC or cls is tuple or cls is frozenset or issubclass(cls, type):
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    how = _reduced(x, cls)
    return x if how is None else _rebuilt(how, lambda value: value)


def _rebuilt(how, copied, remember=None):
    function, args, state, items, pairs = how
    if function is _new_of:
        y = _new_of(*args)
    else:
        y = function(*[copied(each) for each in args])
    if remember is not None:
        remember(y)
    if state is not None:
        _restore(y, copied(state))
    if items is not None:
        for each in items:
            y.append(copied(each))
    if pairs is not None:
        for key, value in pairs:
            y[copied(key)] = copied(value)
    return y


def _deep_tuple(x, memo):
    parts = [deepcopy(each, memo) for each in x]
    known = memo.get(id(x), _missing)
    if known is not _missing:
        return known
    if all(a is b for a, b in zip(parts, x)):
        return x
    return tuple(parts)


def _deep_list(x, memo):
    y = memo[id(x)] = []
    for each in x:
        y.append(deepcopy(each, memo))
    return y


def _deep_dict(x, memo):
    y = memo[id(x)] = {}
    for key, value in x.items():
        y[deepcopy(key, memo)] = deepcopy(value, memo)
    return y


def _deep_set(x, memo):
    return type(x)([deepcopy(each, memo) for each in x])


_DEEP = {list: _deep_list, dict: _deep_dict, tuple: _deep_tuple, set: _deep_set,
         frozenset: _deep_set, bytearray: lambda x, memo: x.copy()}


def deepcopy(x, memo=None, _nil=[]):
    cls = type(x)
    if cls in _ATOMIC:
        return x
    if memo is None:
        memo = {}
    known = memo.get(id(x), _missing)
    if known is not _missing:
        return known
    y = _deeply(x, cls, memo)
    if y is not x:
        memo[id(x)] = y
        memo.setdefault(id(memo), []).append(x)  # it must live as long as its id is known
    return y


def _deeply(x, cls, memo):
    function = _DEEP.get(cls)
    if function is not None:
        return function(x, memo)
    if issubclass(cls, type):
        return x
    copier = getattr(x, "__deepcopy__", None)
    if copier is not None:
        return copier(memo)
    if cls.__name__ == "method" and hasattr(x, "__self__"):
        return type(x)(x.__func__, deepcopy(x.__self__, memo))
    how = _reduced(x, cls)
    if how is None:
        return x

    def remember(y):
        memo[id(x)] = y

    return _rebuilt(how, lambda value: deepcopy(value, memo), remember)


def replace(obj, /, **changes):
    function = getattr(obj.__class__, "__replace__", None)
    if function is None:
        raise TypeError(f"replace() does not support {obj.__class__.__name__} objects")
    return function(obj, **changes)
