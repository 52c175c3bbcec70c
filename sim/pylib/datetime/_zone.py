# tzinfo, from which zones inherit, and timezone: a fixed offset from UTC.
from _support import builtin_type

from datetime._calendar import offset_text
from datetime._delta import timedelta

__name__ = "datetime"  # where the program finds what is here


@builtin_type
class tzinfo:
    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        from datetime._datetime import datetime
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset, summer = dt.utcoffset(), dt.dst()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        if summer is None:
            raise ValueError("fromutc: non-None dst() result required")
        dt += offset - summer
        summer = dt.dst()
        if summer is None:
            raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return dt + summer


_missing = object()
_DAY = timedelta(days=1)


def _check_datetime(dt, method):
    from datetime._datetime import datetime
    if dt is not None and not isinstance(dt, datetime):
        raise TypeError(f"{method}(dt) argument must be a datetime instance or None, "
                        f"not {type(dt).__name__}")


@builtin_type
class timezone(tzinfo):
    __slots__ = ("_offset", "_name")

    def __new__(cls, offset, name=_missing):
        if not isinstance(offset, timedelta):
            raise TypeError("timezone() argument 1 must be datetime.timedelta, "
                            f"not {_type_name(offset)}")
        if name is not _missing and not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {_type_name(name)}")
        if name is _missing and not offset:
            return cls.utc
        if not -_DAY < offset < _DAY:
            raise ValueError("offset must be a timedelta strictly between "
                             "-timedelta(hours=24) and timedelta(hours=24), "
                             f"not {offset!r}.")
        return _make(offset, None if name is _missing else name)

    def __init_subclass__(cls):
        raise TypeError("type 'datetime.timezone' is not an acceptable base type")

    def utcoffset(self, dt):
        _check_datetime(dt, "utcoffset")
        return self._offset

    def dst(self, dt):
        _check_datetime(dt, "dst")
        return None

    def tzname(self, dt):
        _check_datetime(dt, "tzname")
        return str(self)

    def fromutc(self, dt):
        from datetime._datetime import datetime
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime instance, "
                            f"not {_type_name(dt)}")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        name = "" if self._name is None else f", {self._name!r}"
        return f"datetime.timezone({self._offset!r}{name})"

    def __str__(self):
        if self._name is not None:
            return self._name
        return "UTC" + offset_text(self._offset) if self._offset or self is not UTC else "UTC"

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __reduce__(self):
        return timezone, (self._offset,) if self._name is None else (self._offset, self._name)


def _type_name(obj):
    return type(obj).__name__


def _make(offset, name):
    self = object.__new__(timezone)
    self._offset = offset
    self._name = name
    return self


UTC = timezone.utc = _make(timedelta(0), None)
timezone.min = _make(timedelta(hours=-23, minutes=-59), None)
timezone.max = _make(timedelta(hours=23, minutes=59), None)
