"""The clock: whole nanoseconds from 0, moved by waiting and by nothing else.

`now()` is the time; `advance_to` and `sleep` move it.  `patch_time` replaces
the functions of `time` and of `datetime` that read or spend time, and must be
called before anything else imports a name from them.

A program that polls the clock would never end if it stood still.  So the clock
counts reads by the program and iterations of the loop between two waits: after
SPIN_FREE of them each further one moves it by SPIN_STEP.
"""
import math
import sys
import time

SECOND = 1_000_000_000
EPOCH = 1_767_292_023 * SECOND  # 2026-01-01 18:27:03 UTC
SPIN_FREE = 1_000
SPIN_STEP = 1_000_000

real_sleep = time.sleep
real_localtime, real_gmtime = time.localtime, time.gmtime
real_strftime, real_asctime, real_ctime = time.strftime, time.asctime, time.ctime


class Clock:
    """The one clock of the process; `block` is replaced by the thread simulation."""

    def __init__(self):
        self.time_ns = 0
        self.spins = 0
        self.block = self.advance_to

    def advance_to(self, moment_ns):
        """Wait until [moment_ns]; a wait ends every spin."""
        self.spins = 0
        self.time_ns = max(self.time_ns, moment_ns)

    def spin(self):
        """A read or an iteration without a wait."""
        self.spins += 1
        if self.spins > SPIN_FREE:
            self.time_ns += SPIN_STEP


clock = Clock()


def now():
    return clock.time_ns


def to_ns(seconds):
    """The whole nanosecond nearest to [seconds]."""
    return int(math.floor(seconds * 1e9 + 0.5))


def to_seconds(ns):
    """As CPython turns its nanoseconds into a float."""
    return float(ns // SECOND) if ns % SECOND == 0 else float(ns) / 1e9


def read():
    """The time for the program; what a library reads between two waits is no spin."""
    frame = sys._getframe(1)
    while frame.f_globals is globals():
        frame = frame.f_back
    if frame.f_globals.get("__name__") == "__main__":
        clock.spin()
    return clock.time_ns


def sleep(seconds):
    ok = isinstance(seconds, (int, float)) and 0 <= seconds < 2**33
    if not ok:
        return real_sleep(seconds)  # it raises the error that belongs to this
    if seconds > 0:
        clock.block(clock.time_ns + to_ns(seconds))


def wall(seconds):
    """[seconds], or the time of day where none are given."""
    return (EPOCH + clock.time_ns) // SECOND if seconds is None else seconds


class Builtin:
    """A function that looks like the built-in one which it stands in for.

    It is no method when a class has it as an attribute (logging does that), and
    with a wrong number of arguments the real one raises its own error.
    """

    def __init__(self, real, most, function):
        self.real, self.most, self.function = real, most, function
        self.__name__ = self.__qualname__ = real.__name__
        self.__doc__ = real.__doc__

    def __call__(self, *args, **kwargs):
        if kwargs or len(args) > self.most or self.is_short(len(args)):
            return self.real(*args, **kwargs)
        return self.function(*args)

    def is_short(self, count):
        return count == 0 and self.function in (sleep, strftime)

    def __repr__(self):
        return repr(self.real)


def strftime(form, *parts):
    return real_strftime(form, *(parts or (real_localtime(wall(None)),)))


REPLACED = {  # name: the most arguments it takes, and what it does
    "monotonic": (0, lambda: to_seconds(read())),
    "monotonic_ns": (0, lambda: read()),
    "perf_counter": (0, lambda: to_seconds(read())),
    "perf_counter_ns": (0, lambda: read()),
    "time": (0, lambda: to_seconds(EPOCH + read())),
    "time_ns": (0, lambda: EPOCH + read()),
    "process_time": (0, lambda: 0.0),
    "process_time_ns": (0, lambda: 0),
    "thread_time": (0, lambda: 0.0),
    "thread_time_ns": (0, lambda: 0),
    "sleep": (1, sleep),
    "localtime": (1, lambda seconds=None: real_localtime(wall(seconds))),
    "gmtime": (1, lambda seconds=None: real_gmtime(wall(seconds))),
    "ctime": (1, lambda seconds=None: real_ctime(wall(seconds))),
    "asctime": (1, lambda *parts: real_asctime(*(parts or (real_localtime(wall(None)),)))),
    "strftime": (2, strftime),
}


def patch_time():
    time.tzset()
    for name, (most, function) in REPLACED.items():
        setattr(time, name, Builtin(getattr(time, name), most, function))
    patch_datetime()


def patch_datetime():
    """`datetime` is a C type: its methods are replaced in the type's own dict."""
    import datetime

    def now_(cls, tz=None):
        seconds, ns = divmod(EPOCH + read(), SECOND)
        return cls.fromtimestamp(seconds, tz).replace(microsecond=ns // 1000)

    def utcnow(cls):
        warn_utcnow()
        seconds, ns = divmod(EPOCH + read(), SECOND)
        moment = datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc)
        fields = moment.timetuple()[:6]
        return cls(*fields, ns // 1000)

    def today(cls):
        seconds, ns = divmod(EPOCH + read(), SECOND)
        return cls.fromtimestamp(seconds).replace(microsecond=ns // 1000)

    def date_today(cls):
        return cls.fromtimestamp((EPOCH + read()) // SECOND)

    put_into_type(datetime.datetime, now=classmethod(now_),
                  utcnow=classmethod(utcnow), today=classmethod(today))
    put_into_type(datetime.date, today=classmethod(date_today))


def warn_utcnow():
    import warnings
    if sys.version_info >= (3, 12):
        warnings.warn(
            "datetime.datetime.utcnow() is deprecated and scheduled for removal in a "
            "future version. Use timezone-aware objects to represent datetimes in UTC: "
            "datetime.datetime.now(datetime.UTC).", DeprecationWarning, stacklevel=3)


def put_into_type(cls, **methods):
    import ctypes
    import gc
    gc.get_referents(cls.__dict__)[0].update(methods)
    ctypes.pythonapi.PyType_Modified(ctypes.py_object(cls))
