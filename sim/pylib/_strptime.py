# Reading times by a format, for time.strptime and datetime.strptime.
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august",
           "september", "october", "november", "december")
_SHORTHANDS = {"D": "%m/%d/%y", "F": "%Y-%m-%d", "T": "%H:%M:%S", "R": "%H:%M",
               "X": "%H:%M:%S", "x": "%m/%d/%y", "c": "%a %b %d %H:%M:%S %Y"}
_WIDTHS = {"Y": 4, "m": 2, "d": 2, "H": 2, "I": 2, "M": 2, "S": 2, "y": 2, "j": 3, "f": 6}


class _Mismatch(Exception):
    pass


def _number(string, at, width):
    end = at
    while end < len(string) and end - at < width and string[end].isdigit():
        end += 1
    if end == at:
        raise _Mismatch
    return int(string[at:end]), end


def _word(string, at, words):
    rest = string[at:].lower()
    for length in (None, 3):
        for index, word in enumerate(words):
            if rest.startswith(word[:length]):
                return index, at + len(word[:length])
    raise _Mismatch


def _zone(string, at):
    if string[at:at + 1] == "Z":
        return 0, at + 1
    if string[at:at + 1] not in ("+", "-"):
        raise _Mismatch
    sign = -1 if string[at] == "-" else 1
    hours, end = _number(string, at + 1, 2)
    if string[end:end + 1] == ":":
        end += 1
    minutes, end = _number(string, end, 2)
    return sign * (hours * 3600 + minutes * 60), end


def _directive(letter, string, at, found):
    if letter in _WIDTHS:
        value, end = _number(string, at, _WIDTHS[letter])
        if letter == "f":
            value *= 10 ** (6 - (end - at))
        found[letter] = value
        return end
    if letter in "aA":
        found["w"], end = _word(string, at, _DAYS)
    elif letter in "bBh":
        month, end = _word(string, at, _MONTHS)
        found["m"] = month + 1
    elif letter == "p":
        found["p"], end = _word(string, at, ("am", "pm"))
    elif letter == "z":
        found["z"], end = _zone(string, at)
    elif letter == "Z":
        _, end = _word(string, at, ("utc", "gmt"))
    else:
        raise ValueError(f"'{letter}' is a bad directive in format '%{letter}'")
    return end


def _match(string, format, at, found):
    i = 0
    while i < len(format):
        character = format[i]
        i += 1
        if character == "%" and i < len(format):
            letter = format[i]
            i += 1
            if letter in _SHORTHANDS:
                at = _match(string, _SHORTHANDS[letter], at, found)
            elif letter == "%":
                at = _literal(string, "%", at)
            else:
                at = _directive(letter, string, at, found)
        elif character.isspace():
            while at < len(string) and string[at].isspace():
                at += 1
        else:
            at = _literal(string, character, at)
    return at


def _literal(string, character, at):
    if string[at:at + 1].lower() != character.lower():
        raise _Mismatch
    return at + 1


def parse(string, format):
    """The fields that [format] finds in [string], by their letters."""
    if not isinstance(string, str):
        raise TypeError(f"strptime() argument 0 must be str, not {type(string)}")
    found = {}
    try:
        end = _match(string, format, 0, found)
    except _Mismatch:
        raise ValueError(f"time data {string!r} does not match format {format!r}") from None
    if end != len(string):
        raise ValueError(f"unconverted data remains: {string[end:]}")
    if "y" in found:
        found["Y"] = found["y"] + (1900 if found["y"] >= 69 else 2000)
    if "I" in found:
        found["H"] = found["I"] % 12 + (12 if found.get("p") == 1 else 0)
    return found


def parse_time(string, format):
    from time import _day_number
    found = parse(string, format)
    year, month, day = found.get("Y", 1900), found.get("m", 1), found.get("d", 1)
    days = _day_number(year, month, day)
    return (year, month, day, found.get("H", 0), found.get("M", 0), found.get("S", 0),
            (days + 3) % 7, days - _day_number(year, 1, 1) + 1, -1)
