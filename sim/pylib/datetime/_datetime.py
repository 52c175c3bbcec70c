# datetime: a day and a time of day, in a zone or in none.
from _support import builtin_type

from datetime._calendar import (DAYS, MAXORDINAL, MONTHS, check_date, check_time, check_tzinfo,
                                class_name, from_iso_calendar, from_ordinal, index, missing,
                                offset_text, time_text, to_ordinal, wrap_strftime)
from datetime._date import date
from datetime._delta import timedelta
from datetime._time import check_offset, time
from datetime._zone import UTC, timezone, tzinfo

__name__ = "datetime"  # where the program finds what is here

_missing = object()
_DAY = 86400 * 1000000
_EPOCH = to_ordinal(1970, 1, 1)


def _microseconds(timestamp):
    # A timestamp in whole microseconds, the nearest, halves to even.
    if isinstance(timestamp, int):
        return int(timestamp) * 1000000
    if not isinstance(timestamp, float):
        index(timestamp)
    if timestamp != timestamp:
        raise ValueError("Invalid value NaN (not a number)")
    if abs(timestamp) > 9e18:
        raise OverflowError("timestamp out of range for platform time_t")
    a, b = timestamp.as_integer_ratio()
    whole, rest = divmod(a * 1000000, b)
    return whole + (2 * rest > b or 2 * rest == b and whole % 2 == 1)


def _warn_deprecated(name, instead):
    from warnings import warn
    warn(f"datetime.datetime.{name}() is deprecated and scheduled for removal in a future "
         "version. Use timezone-aware objects to represent datetimes in UTC: "
         f"datetime.datetime.{instead}.", DeprecationWarning, stacklevel=3)


@builtin_type
class datetime(date):
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, year=_missing, month=_missing, day=_missing, hour=0, minute=0, second=0,
                microsecond=0, tzinfo=None, *, fold=0):
        for count, value in enumerate((year, month, day)):
            if value is _missing:
                missing(count, ("year", "month", "day"))
        year, month, day = index(year), index(month), index(day)
        clock = [index(value) for value in (hour, minute, second, microsecond)]
        check_date(year, month, day)
        check_time(*clock, fold)
        check_tzinfo(tzinfo)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        self._hour, self._minute, self._second, self._microsecond = clock
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    # Making.

    @classmethod
    def _from_count(cls, count, zone=None):
        # Of a number of microseconds since day 0.
        days, rest = divmod(count, _DAY)
        if not 0 < days <= MAXORDINAL:
            raise OverflowError("date value out of range")
        seconds, micro = divmod(rest, 1000000)
        minutes, second = divmod(seconds, 60)
        return cls(*from_ordinal(days), minutes // 60, minutes % 60, second, micro, zone)

    @classmethod
    def _from_microseconds(cls, count, zone):
        days = count // _DAY + _EPOCH
        if not 0 < days <= MAXORDINAL:
            year = from_ordinal(days)[0]
            raise ValueError(f"year {year} is out of range")
        return cls._from_count(count + _EPOCH * _DAY, zone)

    @classmethod
    def _at(cls, count, tz):
        check_tzinfo(tz)
        if tz is None:
            return cls._from_microseconds(count, None)
        return tz.fromutc(cls._from_microseconds(count, tz))

    @classmethod
    def now(cls, tz=None):
        import _time
        return cls._at(_time.wall_ns() // 1000, tz)

    @classmethod
    def today(cls):
        import _time
        return cls._at(_time.wall_ns() // 1000, None)

    @classmethod
    def utcnow(cls):
        import _time
        _warn_deprecated("utcnow", "now(datetime.UTC)")
        return cls._at(_time.wall_ns() // 1000, None)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        return cls._at(_microseconds(timestamp), tz)

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        _warn_deprecated("utcfromtimestamp", "fromtimestamp(timestamp, datetime.UTC)")
        return cls._at(_microseconds(timestamp), None)

    @classmethod
    def fromordinal(cls, ordinal, /):
        day = date.fromordinal(ordinal)
        return cls(day.year, day.month, day.day)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls(*from_iso_calendar(year, week, day))

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        _check_argument("combine", 1, date, globals()["date"], "datetime.date")
        _check_argument("combine", 2, time, globals()["time"], "datetime.time")
        zone = time.tzinfo if tzinfo is True else tzinfo
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second,
                   time.microsecond, zone, fold=time.fold)

    @classmethod
    def fromisoformat(cls, string, /):
        from datetime._iso import Invalid, date_length, parse_date, parse_time
        if not isinstance(string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            if len(string) < 7:
                raise Invalid
            length = date_length(string)
            day = parse_date(string[:length])
            clock, zone = [], None
            if len(string) > length:
                clock, zone = parse_time(string[length + 1:])
            return cls(*day, *clock, tzinfo=zone)
        except Invalid:
            pass
        raise ValueError(f"Invalid isoformat string: {string!r}")

    @classmethod
    def strptime(cls, date_string, format, /):
        from _strptime import parse_datetime
        for number, text in ((1, date_string), (2, format)):
            if not isinstance(text, str):
                raise TypeError(f"strptime() argument {number} must be str, "
                                f"not {type(text).__name__}")
        fields, offset, name = parse_datetime(date_string, format)
        zone = None
        if offset is not None:
            offset = timedelta(microseconds=offset)
            zone = timezone(offset) if name is None else timezone(offset, name)
        return cls(*fields, zone)

    # Parts.

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo,
                    fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None,
                microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self._year if year is None else year,
                          self._month if month is None else month,
                          self._day if day is None else day,
                          self._hour if hour is None else hour,
                          self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo,
                          fold=self._fold if fold is None else fold)

    __replace__ = replace

    def _count(self):
        # Microseconds since day 0.
        seconds = (self._hour * 60 + self._minute) * 60 + self._second
        days = to_ordinal(self._year, self._month, self._day)
        return (days * 86400 + seconds) * 1000000 + self._microsecond

    def timestamp(self):
        count = self._count() - _EPOCH * _DAY
        offset = self.utcoffset()
        if offset is not None:
            count -= offset._total()
        return count / 1000000

    def timetuple(self):
        import time
        summer = self.dst()
        flag = -1 if summer is None else int(bool(summer))
        return time.struct_time((self._year, self._month, self._day, self._hour, self._minute,
                                 self._second, self.weekday(), self._yearday(), flag))

    def utctimetuple(self):
        import time
        offset = self.utcoffset()
        moment = self if offset is None else self.replace(tzinfo=None) - offset
        return time.struct_time((*tuple(moment.timetuple())[:8], 0))

    # Zones.

    def utcoffset(self):
        if self._tzinfo is None:
            return None
        return check_offset("utcoffset", self._tzinfo.utcoffset(self))

    def dst(self):
        return None if self._tzinfo is None else check_offset("dst", self._tzinfo.dst(self))

    def tzname(self):
        if self._tzinfo is None:
            return None
        name = self._tzinfo.tzname(self)
        if name is not None and not isinstance(name, str):
            raise TypeError("tzinfo.tzname() must return None or a string, "
                            f"not '{type(name).__name__}'")
        return name

    def astimezone(self, tz=None):
        if tz is None:
            tz = timezone(timedelta(0), "UTC")
        elif not isinstance(tz, tzinfo):
            raise TypeError("tzinfo argument must be None or of a tzinfo subclass, "
                            f"not type '{type(tz).__name__}'")
        if tz is self._tzinfo:
            return self
        offset = self.utcoffset()
        moment = self.replace(tzinfo=None)
        if offset is not None:
            moment -= offset
        return tz.fromutc(moment.replace(tzinfo=tz))

    # Texts.

    def isoformat(self, sep="T", timespec="auto"):
        if not isinstance(sep, str) or len(sep) != 1:
            raise TypeError("isoformat() argument 1 must be a unicode character, "
                            f"not {type(sep).__name__}")
        clock = time_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        return date.isoformat(self) + sep + clock + offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        fields = [self._year, self._month, self._day, self._hour, self._minute, self._second,
                  self._microsecond]
        while len(fields) > 5 and fields[-1] == 0:
            fields.pop()
        text = f"{class_name(self)}({', '.join(map(str, fields))}"
        if self._fold:
            text += ", fold=1"
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        return text + ")"

    def ctime(self):
        return (f"{DAYS[self.weekday()]} {MONTHS[self._month - 1]} {self._day:2d} "
                f"{self._hour:02d}:{self._minute:02d}:{self._second:02d} {self._year:04d}")

    def strftime(self, format):
        return wrap_strftime(self, format, tuple(self.timetuple()))

    # Order and arithmetic.

    def _order(self, other, for_equality=False):
        mine, its = self.utcoffset(), other.utcoffset()
        if mine is not None and its is not None:
            return self._count() - mine._total(), other._count() - its._total()
        if mine is None and its is None:
            return self._count(), other._count()
        if for_equality:
            return None
        raise TypeError("can't compare offset-naive and offset-aware datetimes")

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        keys = self._order(other, True)
        return keys is not None and keys[0] == keys[1]

    def __lt__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        a, b = self._order(other)
        return a < b

    def __le__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        a, b = self._order(other)
        return a <= b

    def __gt__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        a, b = self._order(other)
        return a > b

    def __ge__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        a, b = self._order(other)
        return a >= b

    def __hash__(self):
        offset = self.utcoffset()
        return hash(self._count() - (0 if offset is None else offset._total()))

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return self._from_count(self._count() + other._total(), self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._from_count(self._count() - other._total(), self._tzinfo)
        if not isinstance(other, datetime):
            return NotImplemented
        count = self._count() - other._count()
        if self._tzinfo is not other._tzinfo:
            mine, its = self.utcoffset(), other.utcoffset()
            if (mine is None) != (its is None):
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            if mine is not None:
                count += its._total() - mine._total()
        return timedelta(microseconds=count)

    def __reduce__(self):
        return type(self), (self._year, self._month, self._day, self._hour, self._minute,
                            self._second, self._microsecond, self._tzinfo)


def _check_argument(method, number, value, wanted, name):
    if not isinstance(value, wanted):
        raise TypeError(f"{method}() argument {number} must be {name}, "
                        f"not {type(value).__name__}")


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
