# Arithmetic of the calendar: days are counted from 0001-01-01, which is day 1.
MINYEAR = 1
MAXYEAR = 9999
MAXORDINAL = 3652059

_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year, month):
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month - 1]


def days_before_year(year):
    year -= 1
    return year * 365 + year // 4 - year // 100 + year // 400


def days_before_month(year, month):
    return _BEFORE[month - 1] + (month > 2 and is_leap(year))


def to_ordinal(year, month, day):
    return days_before_year(year) + days_before_month(year, month) + day


def from_ordinal(ordinal):
    """(year, month, day) of a day."""
    days = ordinal - 1
    eras, days = divmod(days, 146097)
    centuries, days = divmod(days, 36524)
    fours, days = divmod(days, 1461)
    years, days = divmod(days, 365)
    year = eras * 400 + centuries * 100 + fours * 4 + years + 1
    if years == 4 or centuries == 4:
        return year - 1, 12, 31
    month = 12
    while days < days_before_month(year, month):
        month -= 1
    return year, month, days - days_before_month(year, month) + 1


def iso_week1_monday(year):
    """The day with which week 1 of [year] begins: that of its first Thursday."""
    first = to_ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    return first - weekday + (7 if weekday > 3 else 0)


def from_iso_calendar(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"Year is out of range: {year}")
    if not 0 < week < 53:
        long = week == 53 and (iso_week1_monday(year + 1) - iso_week1_monday(year)) // 7 == 53
        if not long:
            raise ValueError(f"Invalid week: {week}")
    if not 0 < day < 8:
        raise ValueError(f"Invalid day: {day} (range is [1, 7])")
    return from_ordinal(iso_week1_monday(year) + (week - 1) * 7 + day - 1)


def index(value):
    """[value] as the int that a C type would take it for."""
    if type(value) is int:
        return value
    if not hasattr(type(value), "__index__"):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return int(value.__index__())


def missing(count, names):
    """Raises the TypeError of a call that lacks required arguments."""
    raise TypeError(f"function missing required argument '{names[count]}' (pos {count + 1})")


def check_date(year, month, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= days_in_month(year, month):
        raise ValueError("day is out of range for month")


def check_time(hour, minute, second, microsecond, fold):
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")


def check_tzinfo(tz):
    from datetime._zone import tzinfo
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, "
                        f"not type '{type(tz).__name__}'")


def class_name(obj):
    """How repr names the class: a C type's with its module, a derived class's alone."""
    cls = type(obj)
    return f"datetime.{cls.__qualname__}" if cls.__module__ == "datetime" else cls.__name__


# Formats --------------------------------------------------------------------------------------


def offset_text(offset, separator=":"):
    """An offset from UTC as +HH:MM[:SS[.ffffff]]; nothing for None."""
    if offset is None:
        return ""
    total = (offset.days * 86400 + offset.seconds) * 1000000 + offset.microseconds
    sign = "-" if total < 0 else "+"
    seconds, micro = divmod(abs(total), 1000000)
    minutes, second = divmod(seconds, 60)
    text = f"{sign}{minutes // 60:02d}{separator}{minutes % 60:02d}"
    if second or micro:
        text += f"{separator}{second:02d}"
    if micro:
        text += f".{micro:06d}"
    return text


_TIMESPECS = ("auto", "hours", "minutes", "seconds", "milliseconds", "microseconds")


def time_text(hour, minute, second, microsecond, timespec):
    if timespec not in _TIMESPECS:
        raise ValueError("Unknown timespec value")
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    parts = _TIMESPECS.index(timespec)
    text = f"{hour:02d}"
    if parts > 1:
        text += f":{minute:02d}"
    if parts > 2:
        text += f":{second:02d}"
    if timespec == "milliseconds":
        text += f".{microsecond // 1000:03d}"
    if timespec == "microseconds":
        text += f".{microsecond:06d}"
    return text


def wrap_strftime(obj, format, fields):
    """strftime with what only obj knows: %f, %z, %:z and %Z."""
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    import _time
    result = []
    at = 0
    while True:
        mark = format.find("%", at)
        if mark < 0 or mark + 1 == len(format):
            result.append(format[at:])
            break
        result.append(format[at:mark])
        letter = format[mark + 1]
        at = mark + 2
        if letter == ":" and format[at:at + 1] == "z":
            letter = ":z"
            at += 1
        result.append(_own_directive(obj, letter, fields[0]))
    return _time.strftime("".join(result), fields)


def _own_directive(obj, letter, year):
    if letter == "f":
        return f"{getattr(obj, 'microsecond', 0):06d}"
    if letter in ("z", ":z"):
        offset = obj.utcoffset() if hasattr(obj, "utcoffset") else None
        return offset_text(offset, "" if letter == "z" else ":")
    if letter == "Z":
        name = obj.tzname() if hasattr(obj, "tzname") else None
        return "" if name is None else name.replace("%", "%%")
    if letter == "C":
        return str(year // 100)
    return "%" + letter
