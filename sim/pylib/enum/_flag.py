# Flags: enumerations whose members can be combined by | & ^ ~.
from enum._base import Enum, ReprEnum, StrEnum

__name__ = "enum"  # where the program finds what is here


class FlagBoundary(StrEnum):
    STRICT = "strict"
    CONFORM = "conform"
    EJECT = "eject"
    KEEP = "keep"


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _bits(value):
    # The powers of two in it, smallest first.
    if value < 0:
        raise ValueError(f"{value!r} is not a positive integer")
    while value:
        bit = value & -value
        yield bit
        value ^= bit


def show_flag_values(value):
    return list(_bits(value))


def _binary(value, digits):
    # With a sign before the digits: 0b0 101, 0b1 011.
    sign = "0b1" if value < 0 else "0b0"
    return f"{sign} {value & (1 << digits) - 1:0{digits}b}"


class Flag(Enum, boundary=STRICT):
    _numeric_repr_ = staticmethod(repr)

    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 2 ** last.bit_length()
        except Exception:
            raise TypeError(f"invalid flag value {last!r}") from None

    _generate_next_value_ = staticmethod(_generate_next_value_)

    @classmethod
    def _iter_member_by_value_(cls, value):
        for bit in _bits(value & cls._flag_mask_):
            yield cls._value2member_map_.get(bit)

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda m: m._sort_order_)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        given = value
        value = _within_boundary(cls, value)
        if cls._boundary_ is EJECT and value is None:
            return given
        negative = value if value < 0 else None
        if value < 0:
            value += cls._all_bits_ + 1
        unknown = value & ~cls._flag_mask_
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError(f"{cls.__name__}({value!r}) -->  unknown values {unknown!r} "
                             f"[{bin(unknown)}]")
        made = _combination(cls, value)
        made = cls._value2member_map_.setdefault(made._value_, made)
        if negative is not None:
            cls._value2member_map_[negative] = made
        return made

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(f"unsupported operand type(s) for 'in': "
                            f"{type(other).__qualname__!r} and {self.__class__.__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __reversed__(self):
        return reversed(list(self))

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        cls = self.__class__
        shown = (cls._value_repr_ or repr)(self._value_)
        name = "" if self._name_ is None else f".{self._name_}"
        return f"<{cls.__name__}{name}: {shown}>"

    def __str__(self):
        name = self.__class__.__name__
        return f"{name}({self._value_!r})" if self._name_ is None else f"{name}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _other(self, flag, operator):
        if isinstance(flag, self.__class__):
            value = flag._value_
        elif self._member_type_ is not object and isinstance(flag, self._member_type_):
            value = flag
        else:
            return NotImplemented
        for each, known in ((self, self._value_), (flag, value)):
            if known is None:
                raise TypeError(f"'{each}' cannot be combined with other flags with {operator}")
        return value

    def __or__(self, other):
        value = self._other(other, "|")
        return value if value is NotImplemented else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._other(other, "&")
        return value if value is NotImplemented else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._other(other, "^")
        return value if value is NotImplemented else self.__class__(self._value_ ^ value)

    def __invert__(self):
        if self._value_ is None:
            raise TypeError(f"'{self}' cannot be inverted")
        if self._boundary_ in (EJECT, KEEP):
            return self.__class__(~self._value_)
        return self.__class__(self._singles_mask_ & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


def _within_boundary(cls, value):
    # What is made of bits that no member has: the value to go on with; None: it is no flag.
    bits, mask = cls._all_bits_, cls._flag_mask_
    if ~bits <= value <= bits and not value & (bits ^ mask):
        return value
    if cls._boundary_ is STRICT:
        digits = max(value.bit_length(), mask.bit_length())
        raise ValueError(f"{cls!r} invalid value {value!r}\n    given {_binary(value, digits)}\n"
                         f"  allowed {_binary(mask, digits)}")
    if cls._boundary_ is CONFORM:
        return value & mask
    if cls._boundary_ is EJECT:
        return None
    if value < 0:
        value += max(bits + 1, 2 ** value.bit_length())
    return value


def _combination(cls, value):
    if cls._member_type_ is object:
        made = object.__new__(cls)
    else:
        made = cls._member_type_.__new__(cls, value)
    if not hasattr(made, "_value_"):
        made._value_ = value
    members = list(cls._iter_member_(value & cls._singles_mask_))
    combined = 0
    for each in members:
        combined |= each._value_
    if value & ~cls._singles_mask_:
        for each in cls._member_map_.values():
            if each not in members and each._value_ and each._value_ & value == each._value_:
                members.append(each)
                combined |= each._value_
    unknown = value ^ combined
    made._name_ = "|".join(each._name_ for each in members) if combined else None
    if combined and unknown:
        if cls._boundary_ is STRICT:
            raise ValueError(f"{cls!r}: no members with value {unknown!r}")
        made._name_ += f"|{cls._numeric_repr_(unknown)}"
    return made


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    pass


def global_flag_repr(self):
    module = self.__class__.__module__.split(".")[-1]
    name = self.__class__.__name__
    if self._name_ is None:
        return f"{module}.{name}({self._value_!r})"
    if "|" not in self._name_:
        return f"{module}.{self._name_}"
    return "|".join(each if each[0].isdigit() else f"{module}.{each}"
                    for each in self._name_.split("|"))
