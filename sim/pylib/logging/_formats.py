# How a record becomes text: the three styles of formats, and Formatter.
import time

__name__ = "logging"  # where the program finds what is here

BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"


def _is_word(text):
    return text != "" and all(c == "_" or c.isalnum() for c in text)


def _skip_digits(text, at):
    while at < len(text) and text[at].isdigit():
        at += 1
    return at


class PercentStyle:
    default_format = "%(message)s"
    asctime_format = "%(asctime)s"
    asctime_search = "%(asctime)"

    def __init__(self, fmt, *, defaults=None):
        self._fmt = fmt or self.default_format
        self._defaults = defaults

    def usesTime(self):
        return self._fmt.find(self.asctime_search) >= 0

    def _has_field(self):
        # Somewhere in the format stands %(name), flags, width, precision and a conversion.
        start = self._fmt.find("%(")
        while start >= 0:
            end = self._fmt.find(")", start)
            if end >= 0 and _is_word(self._fmt[start + 2:end]) and self._is_directive(end + 1):
                return True
            start = self._fmt.find("%(", start + 1)
        return False

    def _is_directive(self, at):
        text = self._fmt
        while at < len(text) and text[at] in "#0+ -":
            at += 1
        at = at + 1 if text[at:at + 1] == "*" else _skip_digits(text, at)
        if text[at:at + 1] == ".":
            at += 1
            end = at + 1 if text[at:at + 1] == "*" else _skip_digits(text, at)
            if end == at:
                return False
            at = end
        return at < len(text) and text[at].lower() in "diouxefgcrsa%"

    def validate(self):
        if not self._has_field():
            raise ValueError(f"Invalid format '{self._fmt}' for '{self.default_format[0]}' style")

    def _values(self, record):
        return {**self._defaults, **record.__dict__} if self._defaults else record.__dict__

    def _format(self, record):
        return self._fmt % self._values(record)

    def format(self, record):
        try:
            return self._format(record)
        except KeyError as e:
            raise ValueError(f"Formatting field not found in record: {e}")


class StrFormatStyle(PercentStyle):
    default_format = "{message}"
    asctime_format = "{asctime}"
    asctime_search = "{asctime"

    def _format(self, record):
        return self._fmt.format(**self._values(record))

    def validate(self):
        from string import Formatter as Fields
        found = False
        try:
            for _, name, spec, conversion in Fields().parse(self._fmt):
                if name:
                    if not _is_word(name.split(".")[0].split("[")[0]):
                        raise ValueError(f"invalid field name/expression: {name!r}")
                    found = True
                if conversion and conversion not in "rsa":
                    raise ValueError(f"invalid conversion: {conversion!r}")
                if spec and not _is_format_spec(spec):
                    raise ValueError(f"bad specifier: {spec!r}")
        except ValueError as e:
            raise ValueError(f"invalid format: {e}")
        if not found:
            raise ValueError("invalid format: no fields")


def _skip_number(spec, at):
    if spec[at:at + 1] == "{":
        end = spec.find("}", at)
        return end + 1 if end > at + 1 else at
    return _skip_digits(spec, at)


def _is_format_spec(spec):
    at = 0
    if len(spec) > 1 and spec[1] in "<=>^":
        at = 2
    elif spec[0] in "<=>^":
        at = 1
    if spec[at:at + 1] in ("+", "-", " "):
        at += 1
    for flag in "#0":
        if spec[at:at + 1] == flag:
            at += 1
    at = _skip_number(spec, at)
    if spec[at:at + 1] in (",", "_"):
        at += 1
    if spec[at:at + 1] == ".":
        end = _skip_number(spec, at + 1)
        if end == at + 1:
            return False
        at = end
    if at < len(spec) and spec[at].lower() in "bcdefgnosx%":
        at += 1
    return at == len(spec)


class StringTemplateStyle(PercentStyle):
    default_format = "${message}"
    asctime_format = "${asctime}"
    asctime_search = "${asctime}"

    def __init__(self, fmt, *, defaults=None):
        from string import Template
        super().__init__(fmt, defaults=defaults)
        self._tpl = Template(self._fmt)

    def usesTime(self):
        return self._fmt.find("$asctime") >= 0 or self._fmt.find(self.asctime_search) >= 0

    def validate(self):
        if not self._tpl.is_valid():
            raise ValueError("invalid format: bare '$' not allowed")
        if not self._tpl.get_identifiers():
            raise ValueError("invalid format: no fields")

    def _format(self, record):
        return self._tpl.substitute(**self._values(record))


_STYLES = {
    "%": (PercentStyle, BASIC_FORMAT),
    "{": (StrFormatStyle, "{levelname}:{name}:{message}"),
    "$": (StringTemplateStyle, "${levelname}:${name}:${message}"),
}


def check_style(style):
    if style not in _STYLES:
        raise ValueError(f"Style must be one of: {','.join(_STYLES)}")
    return _STYLES[style]


class Formatter:
    converter = time.localtime
    default_time_format = "%Y-%m-%d %H:%M:%S"
    default_msec_format = "%s,%03d"

    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        kind, _ = check_style(style)
        self._style = kind(fmt, defaults=defaults)
        if validate:
            self._style.validate()
        self._fmt = self._style._fmt
        self.datefmt = datefmt

    def formatTime(self, record, datefmt=None):
        # In CPython these two are built in and no methods, even as attributes of a class.
        converter = self.converter
        function = getattr(converter, "__func__", None)
        if function is time.localtime or function is time.gmtime:
            converter = function
        moment = converter(record.created)
        if datefmt:
            return time.strftime(datefmt, moment)
        text = time.strftime(self.default_time_format, moment)
        if self.default_msec_format:
            text = self.default_msec_format % (text, record.msecs)
        return text

    def formatException(self, ei):
        exception = ei[1]
        if exception is None:
            return "NoneType: None"
        if ei[2] is exception.__traceback__:
            from _asyncio import format_exception
            text = format_exception(exception)
        else:
            from traceback import format_exception
            text = "".join(format_exception(ei[0], exception, ei[2]))
        return text[:-1] if text[-1:] == "\n" else text

    def usesTime(self):
        return self._style.usesTime()

    def formatMessage(self, record):
        return self._style.format(record)

    def formatStack(self, stack_info):
        return stack_info

    def format(self, record):
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        for more in (record.exc_text, record.stack_info and self.formatStack(record.stack_info)):
            if more:
                if text[-1:] != "\n":
                    text += "\n"
                text += more
        return text


class BufferingFormatter:
    def __init__(self, linefmt=None):
        self.linefmt = linefmt or _default_formatter

    def formatHeader(self, records):
        return ""

    def formatFooter(self, records):
        return ""

    def format(self, records):
        if not records:
            return ""
        lines = [self.linefmt.format(record) for record in records]
        return self.formatHeader(records) + "".join(lines) + self.formatFooter(records)


_default_formatter = Formatter()
