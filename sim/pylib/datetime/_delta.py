# timedelta: a duration, exact to the microsecond.
from _support import builtin_type

__name__ = "datetime"  # where the program finds what is here

_MOST_DAYS = 999999999
_DAY = 86400 * 1000000  # in microseconds, as everything inside
# In the order in which CPython adds them, which decides how floats round.
_UNITS = (("microseconds", 1), ("milliseconds", 1000), ("seconds", 1000000),
          ("minutes", 60000000), ("hours", 3600000000), ("days", _DAY), ("weeks", 7 * _DAY))




def _accumulate(amounts):
    total, leftover = 0, 0.0
    for name, factor in _UNITS:
        amount = amounts[name]
        if isinstance(amount, int):
            total += int(amount) * factor
        elif isinstance(amount, float):
            whole = int(amount)
            total += whole * factor
            part = (amount - whole) * factor
            total += int(part)
            leftover += part - int(part)
        else:
            raise TypeError(f"unsupported type for timedelta {name} component: "
                            f"{type(amount).__name__}")
    if leftover:
        whole = round(leftover)
        if abs(whole - leftover) == 0.5:  # to the even total, not to the even rest
            odd = total & 1
            whole = 2 * round((leftover + odd) * 0.5) - odd
        total += int(whole)
    return total


def _divide_nearest(a, b):
    # a / b, rounded half to even.
    quotient, rest = divmod(a, b)
    rest *= 2
    greater = rest > b if b > 0 else rest < b
    if greater or rest == b and quotient % 2 == 1:
        quotient += 1
    return quotient


def _make(total, cls=None):
    days, rest = divmod(total, _DAY)
    if not -_MOST_DAYS <= days <= _MOST_DAYS:
        raise OverflowError(f"days={days}; must have magnitude <= {_MOST_DAYS}")
    self = object.__new__(timedelta if cls is None else cls)
    self._days = days
    self._seconds, self._microseconds = divmod(rest, 1000000)
    return self


@builtin_type
class timedelta:
    __slots__ = ("_days", "_seconds", "_microseconds")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0,
                weeks=0):
        return _make(_accumulate({"days": days, "seconds": seconds, "microseconds": microseconds,
                                  "milliseconds": milliseconds, "minutes": minutes,
                                  "hours": hours, "weeks": weeks}), cls)

    days = property(lambda self: self._days)
    seconds = property(lambda self: self._seconds)
    microseconds = property(lambda self: self._microseconds)

    def _total(self):
        return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    def total_seconds(self):
        return self._total() / 1000000

    def __repr__(self):
        from datetime._calendar import class_name
        parts = [f"{name}={value}" for name, value in
                 (("days", self._days), ("seconds", self._seconds),
                  ("microseconds", self._microseconds)) if value]
        return f"{class_name(self)}({', '.join(parts) or '0'})"

    def __str__(self):
        minutes, second = divmod(self._seconds, 60)
        text = f"{minutes // 60}:{minutes % 60:02d}:{second:02d}"
        if self._days:
            text = f"{self._days} day{'' if abs(self._days) == 1 else 's'}, {text}"
        return f"{text}.{self._microseconds:06d}" if self._microseconds else text

    def __add__(self, other):
        if isinstance(other, timedelta):
            return _make(self._total() + other._total())
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _make(self._total() - other._total())
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return _make(other._total() - self._total())
        return NotImplemented

    def __neg__(self):
        return _make(-self._total())

    def __pos__(self):
        return _make(self._total())

    def __abs__(self):
        return _make(abs(self._total()))

    def __mul__(self, other):
        if isinstance(other, int):
            return _make(self._total() * int(other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return _make(_divide_nearest(self._total() * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total() / other._total()
        if isinstance(other, int):
            if other == 0:
                raise ZeroDivisionError("integer division or modulo by zero")
            return _make(_divide_nearest(self._total(), int(other)))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            if a == 0:
                raise ZeroDivisionError("integer division or modulo by zero")
            return _make(_divide_nearest(b * self._total(), a))
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total() // other._total()
        if isinstance(other, int):
            return _make(self._total() // int(other))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return _make(self._total() % other._total())
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            quotient, rest = divmod(self._total(), other._total())
            return quotient, _make(rest)
        return NotImplemented

    def __eq__(self, other):
        return self._total() == other._total() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total() < other._total() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._total() <= other._total() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._total() > other._total() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._total() >= other._total() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._total() != 0

    def __reduce__(self):
        return type(self), (self._days, self._seconds, self._microseconds)


timedelta.min = timedelta(-_MOST_DAYS)
timedelta.max = timedelta(_MOST_DAYS, 86399, 999999)
timedelta.resolution = timedelta(microseconds=1)
