# date: a day of the calendar.
from _support import builtin_type

from datetime._calendar import (DAYS, MAXORDINAL, MONTHS, check_date, class_name,
                                days_before_month, from_iso_calendar, from_ordinal, index,
                                iso_week1_monday, missing, to_ordinal, wrap_strftime)
from datetime._delta import timedelta

__name__ = "datetime"  # where the program finds what is here

_missing = object()


class IsoCalendarDate(tuple):
    def __new__(cls, year, week, weekday):
        return super().__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"


@builtin_type
class date:
    __slots__ = ("_year", "_month", "_day")

    def __new__(cls, year=_missing, month=_missing, day=_missing):
        for count, value in enumerate((year, month, day)):
            if value is _missing:
                missing(count, ("year", "month", "day"))
        year, month, day = index(year), index(month), index(day)
        check_date(year, month, day)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        return self

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    @classmethod
    def today(cls):
        import _time
        return cls.fromtimestamp(_time.wall_ns() // 1000000000)

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        import time
        year, month, day = time.localtime(timestamp)[:3]
        return cls(year, month, day)

    @classmethod
    def fromordinal(cls, ordinal, /):
        ordinal = index(ordinal)
        if ordinal < 1:
            raise ValueError("ordinal must be >= 1")
        if ordinal > MAXORDINAL:
            raise ValueError(f"year {from_ordinal(ordinal)[0]} is out of range")
        return cls(*from_ordinal(ordinal))

    @classmethod
    def fromisoformat(cls, string, /):
        from datetime._iso import Invalid, parse_date
        if not isinstance(string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            if len(string) not in (7, 8, 10):
                raise Invalid
            return cls(*parse_date(string))
        except Invalid:
            pass
        raise ValueError(f"Invalid isoformat string: {string!r}")

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls(*from_iso_calendar(year, week, day))

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year,
                          self._month if month is None else month,
                          self._day if day is None else day)

    __replace__ = replace

    def toordinal(self):
        return to_ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        year, today = self._year, date.toordinal(self)
        monday = iso_week1_monday(year)
        week, day = divmod(today - monday, 7)
        if week < 0:
            year -= 1
            week, day = divmod(today - iso_week1_monday(year), 7)
        elif week >= 52 and today >= iso_week1_monday(year + 1):
            year += 1
            week = 0
        return IsoCalendarDate(year, week + 1, day + 1)

    def _yearday(self):
        return days_before_month(self._year, self._month) + self._day

    def timetuple(self):
        import time
        return time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(),
                                 self._yearday(), -1))

    def ctime(self):
        return (f"{DAYS[self.weekday()]} {MONTHS[self._month - 1]} {self._day:2d} "
                f"00:00:00 {self._year:04d}")

    def strftime(self, format):
        return wrap_strftime(self, format, tuple(self.timetuple()))

    def __format__(self, format):
        if not isinstance(format, str):
            raise TypeError(f"__format__() argument 1 must be str, not {type(format).__name__}")
        return self.strftime(format) if format else str(self)

    def isoformat(self):
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return f"{class_name(self)}({self._year}, {self._month}, {self._day})"

    def _key(self):
        return self._year, self._month, self._day

    @staticmethod
    def _is_plain(other):
        from datetime._datetime import datetime
        return isinstance(other, date) and not isinstance(other, datetime)

    def __eq__(self, other):
        return self._key() == other._key() if self._is_plain(other) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if self._is_plain(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._is_plain(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._is_plain(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._is_plain(other) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        ordinal = self.toordinal() + other.days
        if not 0 < ordinal <= MAXORDINAL:
            raise OverflowError("date value out of range")
        return type(self)(*from_ordinal(ordinal))

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if self._is_plain(other):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def __reduce__(self):
        return type(self), (self._year, self._month, self._day)


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)
