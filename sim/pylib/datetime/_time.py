# time: a time of day, in a zone or in none.
from _support import builtin_type

from datetime._calendar import (check_time, check_tzinfo, class_name, index, offset_text,
                                time_text, wrap_strftime)
from datetime._delta import timedelta

__name__ = "datetime"  # where the program finds what is here


def check_offset(name, offset):
    """What a tzinfo's utcoffset or dst answered, checked."""
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{name}() must return None or a timedelta, "
                        f"not '{type(offset).__name__}'")
    if not -timedelta(1) < offset < timedelta(1):
        raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and "
                         "timedelta(hours=24).")
    return offset


@builtin_type
class time:
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        fields = [index(value) for value in (hour, minute, second, microsecond)]
        check_time(*fields, fold)
        check_tzinfo(tzinfo)
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond = fields
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def fromisoformat(cls, string, /):
        from datetime._iso import Invalid, parse_time
        if not isinstance(string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            fields, zone = parse_time(string.removeprefix("T"))
            return cls(*fields, zone)
        except Invalid:
            pass
        raise ValueError(f"Invalid isoformat string: {string!r}")

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *,
                fold=None):
        return type(self)(self._hour if hour is None else hour,
                          self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo,
                          fold=self._fold if fold is None else fold)

    __replace__ = replace

    def utcoffset(self):
        if self._tzinfo is None:
            return None
        return check_offset("utcoffset", self._tzinfo.utcoffset(None))

    def dst(self):
        return None if self._tzinfo is None else check_offset("dst", self._tzinfo.dst(None))

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def isoformat(self, timespec="auto"):
        return (time_text(self._hour, self._minute, self._second, self._microsecond, timespec)
                + offset_text(self.utcoffset()))

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        fields = [self._hour, self._minute, self._second, self._microsecond]
        while len(fields) > 2 and fields[-1] == 0:
            fields.pop()
        text = f"{class_name(self)}({', '.join(map(str, fields))}"
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        return text + (", fold=1)" if self._fold else ")")

    def strftime(self, format):
        fields = (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1)
        return wrap_strftime(self, format, fields)

    def __format__(self, format):
        if not isinstance(format, str):
            raise TypeError(f"__format__() argument 1 must be str, not {type(format).__name__}")
        return self.strftime(format) if format else str(self)

    def _key(self):
        total = ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000
        return total + self._microsecond

    def _order(self, other, for_equality=False):
        # The keys to compare, or None where a time in a zone meets one in none.
        mine, its = self.utcoffset(), other.utcoffset()
        if mine == its:
            return self._key(), other._key()
        if mine is None or its is None:
            if for_equality:
                return None
            raise TypeError("can't compare offset-naive and offset-aware times")
        return self._key() - mine._total(), other._key() - its._total()

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        keys = self._order(other, True)
        return keys is not None and keys[0] == keys[1]

    def __lt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        a, b = self._order(other)
        return a < b

    def __le__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        a, b = self._order(other)
        return a <= b

    def __gt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        a, b = self._order(other)
        return a > b

    def __ge__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        a, b = self._order(other)
        return a >= b

    def __hash__(self):
        offset = self.utcoffset()
        return hash(self._key() - (offset._total() if offset is not None else 0))

    def __reduce__(self):
        return type(self), (self._hour, self._minute, self._second, self._microsecond,
                            self._tzinfo)


time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
