# Reading ISO 8601: what the fromisoformat methods take.
from datetime._calendar import from_iso_calendar


class Invalid(Exception):
    """The text is no such date or time."""


def _digits(text, start, count):
    part = text[start:start + count]
    if len(part) != count or not (part.isascii() and part.isdigit()):
        raise Invalid
    return int(part)


def parse_date(text):
    """(year, month, day) of YYYY-MM-DD, YYYYMMDD, YYYY-Www[-D] or YYYYWww[D]."""
    year = _digits(text, 0, 4)
    dash = text[4:5] == "-"
    at = 5 if dash else 4
    if text[at:at + 1] == "W":
        week, at = _digits(text, at + 1, 2), at + 3
        day = 1
        if at < len(text):
            if dash:
                if text[at] != "-":
                    raise Invalid
                at += 1
            day, at = _digits(text, at, 1), at + 1
        if at != len(text):
            raise Invalid
        try:
            return from_iso_calendar(year, week, day)
        except ValueError:
            raise Invalid
    month, at = _digits(text, at, 2), at + 2
    if dash:
        if text[at:at + 1] != "-":
            raise Invalid
        at += 1
    day = _digits(text, at, 2)
    if at + 2 != len(text):
        raise Invalid
    return year, month, day


def date_length(text):
    """How long the date is with which a date and time begins."""
    if len(text) == 7:
        return 7
    if text[4:5] == "-":
        if text[5:6] != "W":
            return 10
        if len(text) < 8:
            raise Invalid
        if text[8:9] == "-":
            if len(text) == 9:
                raise Invalid
            # A day of the week, or a separator that is a dash, too.
            return 8 if len(text) > 10 and text[10].isdigit() else 10
        return 8
    if text[4:5] != "W":
        return 8
    end = 7
    while end < len(text) and text[end].isdigit():
        end += 1
    if end < 9:
        return end
    return 7 if end % 2 == 0 else 8


def _fraction(text):
    # Up to six digits count, the rest is cut.
    if not text or not (text.isascii() and text.isdigit()):
        raise Invalid
    return int(text[:6].ljust(6, "0"))


def _clock(text):
    # [hour, minute, second, microsecond] of HH[:MM[:SS[.f]]], with or without colons.
    fields = [_digits(text, 0, 2), 0, 0, 0]
    at = 2
    colons = text[2:3] == ":"
    for number in (1, 2):
        if at == len(text):
            return fields
        if colons:
            if text[at] != ":":
                raise Invalid
            at += 1
        elif text[at] == ":":
            raise Invalid
        fields[number], at = _digits(text, at, 2), at + 2
    if at < len(text):
        if text[at] not in ".,":
            raise Invalid
        fields[3] = _fraction(text[at + 1:])
    return fields


def _zone_start(text):
    for at, c in enumerate(text):
        if c in "+-Z":
            return at
    return len(text)


def parse_time(text):
    """[hour, minute, second, microsecond] and the zone of a time, or None."""
    from datetime._delta import timedelta
    from datetime._zone import UTC, timezone
    at = _zone_start(text)
    fields = _clock(text[:at])
    zone = text[at:]
    if not zone:
        return fields, None
    if zone[0] == "Z":
        if len(zone) > 1:
            raise Invalid
        return fields, UTC
    hour, minute, second, micro = _clock(zone[1:])
    offset = timedelta(hours=hour, minutes=minute, seconds=second, microseconds=micro)
    if not offset:
        return fields, UTC
    return fields, timezone(-offset if zone[0] == "-" else offset)
