# How the class of an enumeration is made: the namespace of its body knows which names are members,
# and the metaclass turns each into an object of the class, in the order of the body.
from builtins import property as builtins_property
from types import DynamicClassAttribute, MappingProxyType

__name__ = "enum"  # where the program finds what is here

_missing = object()


class _Unset:
    def __repr__(self):
        return "_auto_null"


_unset = _Unset()   # the value of an auto() that was not counted yet


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


class auto:
    def __init__(self, value=_unset):
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


class property(DynamicClassAttribute):
    # An attribute of members that does not hide a member of the same name.
    member = None
    name = clsname = None

    def __get__(self, instance, ownerclass=None):
        if instance is not None:
            if self.fget is not None:
                return self.fget(instance)
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}")
        if self.member is not None:
            return self.member
        raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}")

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")
        return self.fset(instance, value)

    def __delete__(self, instance):
        raise AttributeError(f"<enum {self.clsname!r}> cannot delete attribute {self.name!r}")

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


# The body's namespace -------------------------------------------------------------------------


def _is_dunder(name):
    return (len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_"
            and name[-3] != "_")


def _is_sunder(name):
    return (len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_")


def _is_private(cls_name, name):
    prefix = f"_{cls_name}__"
    return (len(name) > len(prefix) and name.startswith(prefix)
            and (name[-1] != "_" or name[-2] != "_"))


def _is_descriptor(value):
    return (hasattr(value, "__get__") or hasattr(value, "__set__")
            or hasattr(value, "__delete__"))


def _is_inner_class(cls_name, value):
    return (cls_name is not None and isinstance(value, type)
            and f".{value.__qualname__}".endswith(f".{cls_name}.{value.__name__}"))


_SUNDERS = ("_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_",
            "_iter_member_", "_iter_member_by_value_", "_iter_member_by_def_",
            "_add_alias_", "_add_value_alias_", "_use_args_", "_member_names_", "_member_map_",
            "_value2member_map_", "_member_type_", "_new_member_")


class EnumDict(dict):
    def __init__(self, cls_name=None):
        super().__init__()
        self._cls_name = cls_name
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._generate_next_value = None

    @builtins_property
    def member_names(self):
        return list(self._member_names)

    def __setitem__(self, key, value):
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            key = self._take_sunder(key, value)
            if key == "_ignore_":
                value = self._ignore
        elif _is_dunder(key):
            key = "_order_" if key == "__order__" else key
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif not _is_descriptor(value) and not _is_inner_class(self._cls_name, value):
            value = self._add_member(key, value)
        super().__setitem__(key, value)

    def _take_sunder(self, key, value):
        if key not in _SUNDERS:
            raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
        if key == "_generate_next_value_":
            if self._auto_called:
                raise TypeError("_generate_next_value_ must be defined before members")
            self._generate_next_value = getattr(value, "__func__", value)
        elif key == "_ignore_":
            names = value.replace(",", " ").split() if isinstance(value, str) else list(value)
            self._ignore = names
            already = set(names) & set(self._member_names)
            if already:
                raise ValueError(f"_ignore_ cannot specify already set names: {already!r}")
        return key

    def _add_member(self, key, value):
        if key in self:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        if isinstance(value, member):
            value = value.value
        counted = False
        if isinstance(value, auto):
            counted, value = True, self._count(key, value)
        elif type(value) is tuple and any(isinstance(each, auto) for each in value):
            counted = True
            value = tuple(self._count(key, each) if isinstance(each, auto) else each
                          for each in value)
        self._member_names[key] = None
        if not counted:
            self._last_values.append(value)
        return value

    def _count(self, key, each):
        if each.value is _unset:
            each.value = self._generate_next_value(key, 1, len(self._member_names),
                                                   self._last_values[:])
            self._auto_called = True
        self._last_values.append(each.value)
        return each.value

    def update(self, members, **more_members):
        for name in members.keys() if hasattr(members, "keys") else [key for key, _ in members]:
            self[name] = dict(members)[name]
        for name, value in more_members.items():
            self[name] = value


# The metaclass --------------------------------------------------------------------------------


def _base():
    # The class Enum, once there is one.
    import enum
    base = getattr(enum, "_base", None)
    return getattr(base, "Enum", None)


def _is_flag(cls):
    return hasattr(cls, "_flag_mask_")


def _is_single_bit(value):
    return value != 0 and value & (value - 1) == 0


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        _check_bases(cls, bases)
        namespace = EnumDict(cls)
        if bases:
            _, first = _mixins(cls, bases)
            if first is not None:
                namespace["_generate_next_value_"] = first._generate_next_value_
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if _base() is None and "_generate_next_value_" in classdict and not bases:
            return _first_class(metacls, cls, bases, classdict)
        for name in [*classdict.setdefault("_ignore_", []), "_ignore_"]:
            dict.pop(classdict, name, None)
        names = list(classdict._member_names)
        if "mro" in names:
            raise ValueError("invalid enum member name(s) 'mro'")
        order = classdict.pop("_order_", None)
        member_type, first = _mixins(cls, bases)
        own_new = classdict.get("__new__")
        new, use_args = _find_new(own_new, member_type, first)
        values = {name: classdict.pop(name) for name in names}
        namespace = dict(classdict)
        namespace.update(
            _use_args_=use_args, _member_names_=[], _member_map_={}, _value2member_map_={},
            _unhashable_values_=[], _member_type_=member_type, _new_member_=new,
            _value_repr_=_find_value_repr(bases))
        if boundary is not None or _is_flag(first):
            namespace.update(_boundary_=boundary or first._boundary_, _flag_mask_=0,
                             _singles_mask_=0, _all_bits_=0, _inverted_=None)
        enum_class = super().__new__(metacls, cls, bases, namespace, **kwds)
        _settle_texts(enum_class, classdict, bases, member_type, first)
        if own_new is not None:
            enum_class.__new_member__ = new
        if own_new is not None or _base().__new__ is not enum_class.__new__:
            type.__setattr__(enum_class, "__new__", _base().__new__)
        for name, value in values.items():
            _create_member(enum_class, name, value)
        _finish(enum_class, order)
        return enum_class

    def __init__(cls, *args, **kwds):
        pass

    def __bool__(cls):
        return True

    def __call__(cls, value, names=_missing, *values, module=None, qualname=None, type=None,
                 start=1, boundary=None):
        if cls._member_map_:
            if names is not _missing:
                value = (value, names, *values)
            return cls.__new__(cls, value)
        if names is _missing and type is None:
            raise TypeError(f"{cls} has no members; specify `names=()` if you meant to create a "
                            "new, empty, enum")
        return cls._create_(value, None if names is _missing else names, module=module,
                            qualname=qualname, type=type, start=start, boundary=boundary)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        # Makes a class from a list of names.
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        classdict = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            listed, names, last = names, [], []
            for count, name in enumerate(listed):
                value = cls._generate_next_value_(name, start, count, last[:])
                last.append(value)
                names.append((name, value))
        for item in names or ():
            name, value = (item, names[item]) if isinstance(item, str) else item
            classdict[name] = value
        if module is None:
            import sys
            module = sys._getframe(2).f_globals.get("__name__")
        classdict["__module__"] = module
        if qualname is not None:
            classdict["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, classdict, boundary=boundary)

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            return value in cls._value2member_map_
        except TypeError:
            return value in cls._unhashable_values_

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    @builtins_property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        super().__delattr__(attr)

    def __dir__(cls):
        names = {"__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__",
                 "__members__", "__module__", "__name__", "__qualname__", *cls._member_names_}
        if cls._new_member_ is not object.__new__:
            names.add("__new__")
        if cls.__init_subclass__ is not object.__init_subclass__:
            names.add("__init_subclass__")
        if cls._member_type_ is object:
            return sorted(names)
        return sorted(set(dir(cls._member_type_)) | names)

    def __repr__(cls):
        kind = "flag" if _is_flag(cls) else "enum"
        return f"<{kind} {cls.__name__!r}>"


EnumMeta = EnumType


def _first_class(metacls, cls, bases, classdict):
    # Enum itself has no members and nothing to inherit.
    namespace = dict(classdict)
    namespace.pop("_ignore_", None)
    namespace.update(_member_names_=[], _member_map_={}, _value2member_map_={},
                     _unhashable_values_=[], _member_type_=object, _new_member_=object.__new__,
                     _use_args_=False, _value_repr_=None)
    return type.__new__(metacls, cls, bases, namespace)


def _check_bases(cls, bases):
    for chain in bases:
        for base in chain.__mro__:
            if isinstance(base, EnumType) and base._member_names_:
                raise TypeError(f"<enum {cls!r}> cannot extend {base!r}")


def _mixins(cls, bases):
    """The data type of the members, and the Enum class that comes first (last of the bases)."""
    if not bases:
        return object, None
    first = bases[-1]
    if not isinstance(first, EnumType):
        raise TypeError("new enumerations should be created as "
                        "`EnumName([mixin_type, ...] [data_type,] enum_type)`")
    return _data_type(cls, bases) or object, first


def _data_type(cls, bases):
    found = set()
    for chain in bases:
        candidate = None
        for base in chain.__mro__:
            if base is object:
                continue
            if isinstance(base, EnumType):
                if base._member_type_ is not object:
                    found.add(base._member_type_)
                    break
            elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                found.add(candidate or base)
                break
            else:
                candidate = candidate or base
    if len(found) > 1:
        raise TypeError(f"too many data types for {cls!r}: {found!r}")
    return found.pop() if found else None


def _find_value_repr(bases):
    for chain in bases:
        for base in chain.__mro__:
            if base is object:
                continue
            if isinstance(base, EnumType):
                return base._value_repr_
            if "__repr__" in base.__dict__:
                if "__dataclass_fields__" in base.__dict__:
                    params = base.__dict__.get("__dataclass_params__")
                    if params is not None and params.repr:
                        return _dataclass_repr
                return base.__dict__["__repr__"]
    return None


def _dataclass_repr(self):
    fields = self.__dataclass_fields__
    return ", ".join(f"{name}={getattr(self, name)!r}" for name in fields if fields[name].repr)


def _find_new(own_new, member_type, first):
    """The __new__ that makes a member, and whether it is given the member's value."""
    new = getattr(own_new, "__func__", own_new)
    if new is None:
        for method in ("__new_member__", "__new__"):
            for possible in (member_type, first):
                target = getattr(possible, method, None)
                if target not in (None, object.__new__, _base().__new__):
                    new = target
                    break
            if new is not None:
                break
        else:
            new = object.__new__
    return new, new is not object.__new__


def _settle_texts(enum_class, classdict, bases, member_type, first):
    """Which repr, str and format members have: the enumeration's before the data type's."""
    from enum import _base as base
    put = type.__setattr__
    if getattr(base, "ReprEnum", None) in bases and enum_class.__name__ != "ReprEnum":
        if member_type is object:
            raise TypeError("ReprEnum subclasses must be mixed with a data type (i.e. int, str, "
                            "float, etc.)")
        if "__format__" not in classdict:
            put(enum_class, "__format__", member_type.__format__)
            classdict["__format__"] = member_type.__format__
        if "__str__" not in classdict:
            method = member_type.__str__
            if method is object.__str__:
                method = member_type.__repr__
            put(enum_class, "__str__", method)
            classdict["__str__"] = method
    for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
        if name not in classdict:
            found = getattr(enum_class, name)
            if found in (getattr(member_type, name), getattr(object, name)):
                put(enum_class, name, getattr(first, name))
    if _is_flag(first):
        for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__",
                     "__invert__"):
            if name not in classdict:
                put(enum_class, name, getattr(first, name))


# Members --------------------------------------------------------------------------------------


def _make_member(cls, value):
    args = value if isinstance(value, tuple) and cls._member_type_ is not tuple else (value,)
    if not cls._use_args_:
        made = cls._new_member_(cls)
    else:
        made = cls._new_member_(cls, *args)
    if not hasattr(made, "_value_"):
        if cls._member_type_ is object:
            made._value_ = value
        else:
            try:
                made._value_ = cls._member_type_(*args)
            except Exception as exc:
                raise TypeError("_value_ not set in __new__, unable to create it") from exc
    return made, args


def _find_alias(cls, value):
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        for known in cls._member_map_.values():
            if known._value_ == value:
                return known
        return None


def _create_member(cls, name, value):
    made, args = _make_member(cls, value)
    value = made._value_
    made._name_ = name
    made.__objclass__ = cls
    made.__init__(*args)
    made._sort_order_ = len(cls._member_names_)
    is_flag = _is_flag(cls)
    if is_flag and isinstance(value, int):
        mask = cls._flag_mask_ | value
        type.__setattr__(cls, "_flag_mask_", mask)
        if _is_single_bit(value):
            type.__setattr__(cls, "_singles_mask_", cls._singles_mask_ | value)
        type.__setattr__(cls, "_all_bits_", 2 ** mask.bit_length() - 1)
    known = _find_alias(cls, value)
    if known is not None:
        made = known
    elif not is_flag or isinstance(value, int) and _is_single_bit(value):
        cls._member_names_.append(name)
    _put_member(cls, name, made)
    try:
        cls._value2member_map_.setdefault(value, made)
    except TypeError:
        cls._unhashable_values_.append(value)


def _put_member(cls, name, made):
    # A property of that name stays one, and knows the member.
    inherited = None
    for base in cls.__mro__[1:]:
        if name in base.__dict__:
            inherited = base.__dict__[name]
            break
    if isinstance(inherited, property):
        redirect = property()
        redirect.fget, redirect.fset = inherited.fget, inherited.fset
        redirect.member = made
        redirect.__set_name__(cls, name)
        type.__setattr__(cls, name, redirect)
    else:
        type.__setattr__(cls, name, made)
    cls._member_map_[name] = made


def _finish(cls, order):
    if order is not None:
        order = order.replace(",", " ").split() if isinstance(order, str) else list(order)
        order = [name for name in order if name in cls._member_names_
                 or name not in cls._member_map_]
        if order != cls._member_names_:
            raise TypeError("member order does not match _order_:\n"
                            f"  {cls._member_names_!r}\n  {order!r}")
    if _is_flag(cls):
        values = [each._value_ for each in cls]
        if values != sorted(values):
            type.__setattr__(cls, "_iter_member_", cls._iter_member_by_def_)
