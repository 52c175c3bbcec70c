# Enumerations: _class.py makes their classes, _base.py is what their members can do, _flag.py what
# flags can do besides.
from enum._base import Enum, IntEnum, ReprEnum, StrEnum, global_enum_repr, global_str
from enum._class import EnumMeta, EnumType, auto, member, nonmember, property
from enum._flag import (CONFORM, EJECT, KEEP, STRICT, Flag, FlagBoundary, IntFlag,
                        global_flag_repr, show_flag_values)

__all__ = ["EnumType", "EnumMeta", "EnumDict", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag",
           "ReprEnum", "auto", "unique", "property", "verify", "member", "nonmember",
           "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP", "global_flag_repr",
           "global_enum_repr", "global_str", "global_enum", "EnumCheck", "CONTINUOUS",
           "NAMED_FLAGS", "UNIQUE", "pickle_by_enum_name", "pickle_by_global_name"]

from enum._class import EnumDict


class EnumCheck(StrEnum):
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


def _aliases(enumeration):
    return [f"{name} -> {each.name}" for name, each in enumeration.__members__.items()
            if name != each.name]


def unique(enumeration):
    aliases = _aliases(enumeration)
    if aliases:
        raise ValueError(f"duplicate values found in {enumeration!r}: {', '.join(aliases)}")
    return enumeration


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                aliases = _aliases(enumeration)
                if aliases:
                    raise ValueError(f"aliases found in {enumeration!r}: {', '.join(aliases)}")
            elif check is CONTINUOUS:
                _check_continuous(enumeration)
            elif check is NAMED_FLAGS:
                _check_named(enumeration)
        return enumeration


def _check_continuous(enumeration):
    values = {each.value for each in enumeration}
    if len(values) < 2:
        return
    low, high = min(values), max(values)
    if issubclass(enumeration, Flag):
        kind = "flag"
        wanted = [1 << bit for bit in range(low.bit_length(), high.bit_length() - 1)]
    else:
        kind = "enum"
        wanted = range(low + 1, high)
    missing = [str(value) for value in wanted if value not in values]
    if missing:
        raise ValueError(f"invalid {kind} {enumeration.__name__!r}: missing values "
                         f"{', '.join(missing)}"[:256])


def _check_named(enumeration):
    values = [each._value_ for each in enumeration]
    missing, names = 0, []
    for name, alias in enumeration._member_map_.items():
        if name in enumeration._member_names_ or alias.value < 0:
            continue
        lost = [bit for bit in show_flag_values(alias.value) if bit not in values]
        if lost:
            names.append(name)
            for bit in lost:
                missing |= bit
    if not names:
        return
    alias = (f"alias {names[0]} is missing" if len(names) == 1 else
             f"aliases {', '.join(names[:-1])} and {names[-1]} are missing")
    value = (f"value 0x{missing:x}" if missing & (missing - 1) == 0 else
             f"combined values of 0x{missing:x}")
    raise ValueError(f"invalid Flag {enumeration.__name__!r}: {alias} {value} "
                     "[use enum.show_flag_values(value) for details]")


def global_enum(cls, update_str=False):
    import sys
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


def pickle_by_global_name(self, proto):
    return self.name


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)
