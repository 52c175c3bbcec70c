# Reading times by a format, for time.strptime and datetime.strptime.
#
# A format is a list of parts; each part knows the ends where it may stop in the text, the preferred
# first, and the first way through all of them wins: what a regular expression would find.
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august",
           "september", "october", "november", "december")
_SHORTHANDS = {"X": "%H:%M:%S", "x": "%m/%d/%y", "c": "%a %b %d %H:%M:%S %Y"}
# Of numbers: the most digits, the least and the greatest value, and whether fewer digits will do.
_NUMBERS = {"Y": (4, 0, 9999, False), "G": (4, 0, 9999, False), "y": (2, 0, 99, False),
            "m": (2, 1, 12, True), "d": (2, 1, 31, True), "H": (2, 0, 23, True),
            "I": (2, 1, 12, True), "M": (2, 0, 59, True), "S": (2, 0, 61, True),
            "j": (3, 1, 366, True), "U": (2, 0, 53, True), "W": (2, 0, 53, True),
            "V": (2, 0, 53, True), "w": (1, 0, 6, True), "u": (1, 1, 7, True)}
_WORDS = {"A": _DAYS, "a": tuple(day[:3] for day in _DAYS), "B": _MONTHS,
          "b": tuple(month[:3] for month in _MONTHS), "p": ("am", "pm"), "Z": ("utc", "gmt")}
_NO_YEAR = """\
Parsing dates involving a day of month without a year specified is ambiguious
and fails to parse leap day. The default behavior will change in Python 3.15
to either always raise an exception or to use a different default year (TBD).
To avoid trouble, add a specific year to the input & format.
See https://github.com/python/cpython/issues/70647."""


# Parts: each gives (value, end) pairs ---------------------------------------------------------


def _are_digits(text):
    return text != "" and text.isascii() and text.isdigit()


def _number(letter, text, at):
    most, least, greatest, fewer = _NUMBERS[letter]
    for width in range(most, 0 if fewer else most - 1, -1):
        part = text[at:at + width]
        if len(part) == width and _are_digits(part) and least <= int(part) <= greatest:
            yield int(part), at + width
    if letter == "d" and text[at:at + 1] == " " and text[at + 1:at + 2] in tuple("123456789"):
        yield int(text[at + 1]), at + 2


def _fraction(letter, text, at):
    for width in range(6, 0, -1):
        part = text[at:at + width]
        if len(part) == width and _are_digits(part):
            yield int(part.ljust(6, "0")), at + width


def _word(letter, text, at):
    rest = text[at:].lower()
    words = _WORDS[letter]
    for word in sorted(words, key=len, reverse=True):
        if rest.startswith(word):
            yield words.index(word), at + len(word)


def _zone(letter, text, at):
    # The offset in microseconds of +HH:MM[:SS[.f]], with or without colons, or of Z.
    if text[at:at + 1] == "Z":
        yield 0, at + 1
        return
    sign = {"+": 1, "-": -1}.get(text[at:at + 1])
    hour, end = text[at + 1:at + 3], at + 3
    if sign is None or len(hour) != 2 or not _are_digits(hour):
        return
    colon = text[end:end + 1] == ":"
    found = []
    total = int(hour) * 3600
    for unit in (60, 1):
        start = end + (text[end:end + 1] == ":")
        part = text[start:start + 2]
        if len(part) != 2 or not _are_digits(part) or int(part) > 59:
            break
        if colon != (start > end):
            if unit == 1:
                raise ValueError(f"Inconsistent use of : in {text[at:start + 2]}")
        total += int(part) * unit
        end = start + 2
        found.append((sign * total * 1000000, end))
    if len(found) == 2 and text[end:end + 1] == ".":
        for micro, stop in _fraction("f", text, end + 1):
            found.append((sign * (total * 1000000 + micro), stop))
            break
    yield from reversed(found)


def _literal(character, text, at):
    if text[at:at + 1].lower() == character.lower():
        yield None, at + 1


def _space(letter, text, at):
    end = at
    while end < len(text) and text[end].isspace():
        end += 1
    for stop in range(end, at, -1):
        yield None, stop


def _part_for(letter):
    if letter in _NUMBERS:
        return _number
    if letter in _WORDS:
        return _word
    return {"f": _fraction, "z": _zone}.get(letter)


def _parts(format, whole, result):
    at = 0
    while at < len(format):
        character = format[at]
        at += 1
        if character.isspace():
            if not result or result[-1][0] is not _space:
                result.append((_space, ""))
        elif character != "%":
            result.append((_literal, character))
        elif at == len(format):
            raise ValueError(f"stray % in format '{whole}'")
        else:
            _add_directive(format[at], whole, result)
            at += 1
    return result


def _add_directive(letter, whole, result):
    if letter in _SHORTHANDS:
        _parts(_SHORTHANDS[letter], whole, result)
    elif letter == "%":
        result.append((_literal, "%"))
    elif _part_for(letter) is None:
        raise ValueError(f"'{letter}' is a bad directive in format '{whole}'")
    else:
        result.append((_part_for(letter), letter))


def _search(parts, number, text, at, found):
    # The end of the first way through parts[number:], or None; fills [found] on the way back.
    if number == len(parts):
        return at
    part, letter = parts[number]
    for value, after in part(letter, text, at):
        end = _search(parts, number + 1, text, after, found)
        if end is not None:
            if value is not None:
                found[letter] = value
            return end
    return None


def _warn_if_no_year(parts):
    letters = {letter for part, letter in parts if part not in (_literal, _space)}
    if "d" in letters and not letters & {"Y", "y", "G"}:
        from warnings import warn
        warn(_NO_YEAR, DeprecationWarning, 2)


# Putting together -----------------------------------------------------------------------------


def _hour(found):
    if "H" in found:
        return found["H"]
    if "I" not in found:
        return 0
    return found["I"] % 12 + (12 if found.get("p") == 1 else 0)


def _weekday(found):
    for letter in "Aa":
        if letter in found:
            return found[letter]
    if "w" in found:
        return (found["w"] + 6) % 7
    return found["u"] - 1 if "u" in found else None


def _month(found):
    for letter in "Bb":
        if letter in found:
            return found[letter] + 1
    return found.get("m", 1)


def _check_iso(found, year, weekday):
    hint = "directive ('%A', '%a', '%w', or '%u')."
    if "G" in found:
        if "j" in found:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year "
                             "directive '%G'. Use '%Y' instead.")
        if "V" not in found or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive "
                             f"'%V' and a weekday {hint}")
    elif "V" in found:
        if year is None or weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive "
                             f"'%G' and a weekday {hint}")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. "
                         "Use the ISO year '%G' instead.")


def _yearday_of_week(year, week, weekday, begins_monday):
    from datetime import date
    first = date(year, 1, 1).weekday()
    if not begins_monday:
        first, weekday = (first + 1) % 7, (weekday + 1) % 7
    before = (7 - first) % 7
    if week == 0:
        return 1 + weekday - first
    return 1 + before + 7 * (week - 1) + weekday


def _day(found):
    """(year, month, day, weekday, yearday) of what was found."""
    from datetime import date
    year = found.get("Y")
    if "y" in found:
        year = found["y"] + (2000 if found["y"] <= 68 else 1900)
    month = _month(found)
    day, weekday, yearday = found.get("d", 1), _weekday(found), found.get("j")
    _check_iso(found, year, weekday)
    leap_day = year is None and month == 2 and day == 29
    if year is None:
        year = 1904 if leap_day else 1900
    if yearday is None and weekday is not None:
        if "U" in found or "W" in found:
            week = found["U"] if "U" in found else found["W"]
            yearday = _yearday_of_week(year, week, weekday, "W" in found and "U" not in found)
        elif "G" in found:
            iso = date.fromisocalendar(found["G"], found["V"], weekday + 1)
            year, month, day = iso.year, iso.month, iso.day
            yearday = iso.toordinal() - date(year, 1, 1).toordinal() + 1
        if yearday is not None and yearday <= 0:
            year -= 1
            yearday += date(year + 1, 1, 1).toordinal() - date(year, 1, 1).toordinal()
    if yearday is None:
        yearday = date(year, month, day).toordinal() - date(year, 1, 1).toordinal() + 1
    else:
        moment = date.fromordinal(yearday - 1 + date(year, 1, 1).toordinal())
        year, month, day = moment.year, moment.month, moment.day
    if weekday is None:
        weekday = date(year, month, day).weekday()
    return 1900 if leap_day else year, month, day, weekday, yearday


def _find(string, format):
    for number, text in enumerate((string, format)):
        if not isinstance(text, str):
            raise TypeError(f"strptime() argument {number} must be str, not {type(text)}")
    parts = _parts(format, format, [])
    _warn_if_no_year(parts)
    found = {}
    end = _search(parts, 0, string, 0, found)
    if end is None:
        raise ValueError(f"time data {string!r} does not match format {format!r}")
    if end != len(string):
        raise ValueError(f"unconverted data remains: {string[end:]}")
    return found


def parse_time(string, format):
    """The nine fields of a struct_time."""
    found = _find(string, format)
    year, month, day, weekday, yearday = _day(found)
    return (year, month, day, _hour(found), found.get("M", 0), found.get("S", 0), weekday, yearday,
            0 if "Z" in found else -1)


def parse_datetime(string, format):
    """The seven fields of a datetime, the offset in microseconds or None, the zone's name."""
    found = _find(string, format)
    year, month, day, _, _ = _day(found)
    name = _WORDS["Z"][found["Z"]].upper() if "Z" in found else None
    fields = (year, month, day, _hour(found), found.get("M", 0), found.get("S", 0),
              found.get("f", 0))
    return fields, found.get("z"), name
