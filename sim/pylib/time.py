# Time on the virtual clock, in the zone UTC.
import _time
from _time import monotonic, sleep, time

perf_counter = monotonic
monotonic_ns = perf_counter_ns = _time.loop_ns
time_ns = _time.wall_ns
timezone = altzone = daylight = 0
tzname = ("UTC", "UTC")
CLOCK_REALTIME = 0
CLOCK_MONOTONIC = 1

_days = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def process_time():
    return 0.0


def process_time_ns():
    return 0


thread_time = process_time
thread_time_ns = process_time_ns


def clock_gettime(clock):
    return time() if clock == CLOCK_REALTIME else monotonic()


class struct_time(tuple):
    n_fields = 11
    n_sequence_fields = 9
    n_unnamed_fields = 0

    def __new__(cls, fields):
        fields = tuple(fields)
        if len(fields) < 9:
            raise TypeError("time.struct_time() takes an at least 9-sequence "
                            f"({len(fields)}-sequence given)")
        return super().__new__(cls, fields[:9])

    tm_year = property(lambda self: self[0])
    tm_mon = property(lambda self: self[1])
    tm_mday = property(lambda self: self[2])
    tm_hour = property(lambda self: self[3])
    tm_min = property(lambda self: self[4])
    tm_sec = property(lambda self: self[5])
    tm_wday = property(lambda self: self[6])
    tm_yday = property(lambda self: self[7])
    tm_isdst = property(lambda self: self[8])
    tm_zone = property(lambda self: "UTC")
    tm_gmtoff = property(lambda self: 0)

    def __repr__(self):
        names = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday",
                 "tm_yday", "tm_isdst")
        shown = ", ".join(f"{name}={value}" for name, value in zip(names, self))
        return f"time.struct_time({shown})"


def _days_before(year):
    # Days from 1970-01-01 to the first of March of [year]: leap days then come last.
    return year * 365 + year // 4 - year // 100 + year // 400 - 719468


def _day_number(year, month, day):
    if month <= 2:
        year -= 1
        month += 12
    return _days_before(year) + (153 * (month - 3) + 2) // 5 + day - 1


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _civil(days):
    days += 719468
    era, of_era = divmod(days, 146097)
    year_of_era = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    month = (5 * of_year + 2) // 153
    day = of_year - (153 * month + 2) // 5 + 1
    month = month + 3 if month < 10 else month - 9
    return year_of_era + era * 400 + (month <= 2), month, day


def _whole_seconds(seconds):
    if isinstance(seconds, (int, float)):
        return int(seconds // 1)
    raise TypeError(f"'{type(seconds).__name__}' object cannot be interpreted as an integer")


def gmtime(seconds=None):
    days, rest = divmod(int(time()) if seconds is None else _whole_seconds(seconds), 86400)
    year, month, day = _civil(days)
    hour, rest = divmod(rest, 3600)
    yearday = days - _day_number(year, 1, 1) + 1
    return struct_time((year, month, day, hour, rest // 60, rest % 60, (days + 3) % 7, yearday, 0))


localtime = gmtime


def mktime(fields):
    year, month, day, hour, minute, second = tuple(fields)[:6]
    return float(_day_number(year, month, day) * 86400 + hour * 3600 + minute * 60 + second)


def strftime(format, t=None):
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    return _time.strftime(format, tuple(localtime() if t is None else t))


def asctime(t=None):
    t = localtime() if t is None else t
    return (f"{_days[t[6]]} {_months[t[1] - 1]} {t[2]:2d} "
            f"{t[3]:02d}:{t[4]:02d}:{t[5]:02d} {t[0]}")


def ctime(seconds=None):
    return asctime(localtime(seconds))


def strptime(string, format="%a %b %d %H:%M:%S %Y"):
    from _strptime import parse_time
    return struct_time(parse_time(string, format))
