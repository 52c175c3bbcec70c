# JSON to values, by recursive descent.
__all__ = ["JSONDecoder", "JSONDecodeError"]

_SPACE = " \t\n\r"
_CONSTANTS = {"null": None, "true": True, "false": False}
_NUMBERS = {"NaN": float("nan"), "Infinity": float("inf"), "-Infinity": float("-inf")}
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        super().__init__(f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


JSONDecodeError.__module__ = "json.decoder"


def _skip(s, at):
    while at < len(s) and s[at] in _SPACE:
        at += 1
    return at


def _code_unit(s, at):
    # The four hexadecimal digits behind \u, which is at [at] - 1.
    digits = s[at + 1:at + 5]
    if len(digits) == 4 and all(c in "0123456789abcdefABCDEF" for c in digits):
        return int(digits, 16)
    raise JSONDecodeError("Invalid \\uXXXX escape", s, at)


def _unicode_escape(s, at):
    code, end = _code_unit(s, at), at + 5
    if 0xd800 <= code <= 0xdbff and s[end:end + 2] == "\\u":
        low = _code_unit(s, end + 1)
        if 0xdc00 <= low <= 0xdfff:
            return chr(0x10000 + ((code - 0xd800) << 10 | low - 0xdc00)), end + 6
    return chr(code), end


def scanstring(s, end, strict=True):
    """The text that begins at [end], behind its quote, and where it ends."""
    begin = end - 1
    pieces = []
    start = at = end
    while True:
        if at >= len(s):
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        c = s[at]
        if c == '"':
            pieces.append(s[start:at])
            return "".join(pieces), at + 1
        if c == "\\":
            pieces.append(s[start:at])
            kind = s[at + 1:at + 2]
            if not kind:
                raise JSONDecodeError("Unterminated string starting at", s, begin)
            if kind == "u":
                piece, at = _unicode_escape(s, at + 1)
            elif kind in _ESCAPES:
                piece, at = _ESCAPES[kind], at + 2
            else:
                raise JSONDecodeError("Invalid \\escape", s, at)
            pieces.append(piece)
            start = at
        elif c < " " and strict:
            raise JSONDecodeError("Invalid control character at", s, at)
        else:
            at += 1


def _digits(s, at):
    while at < len(s) and "0" <= s[at] <= "9":
        at += 1
    return at


def _number(s, at):
    # (end, is it a float) of the number at [at]; None if there is none.
    start = at + 1 if s[at] == "-" else at
    end = _digits(s, start)
    if end == start:
        return None
    if s[start] == "0":
        end = start + 1
    is_float = False
    if s[end:end + 1] == "." and _digits(s, end + 1) > end + 1:
        end = _digits(s, end + 1)
        is_float = True
    if s[end:end + 1] in ("e", "E"):
        sign = end + 2 if s[end + 1:end + 2] in ("+", "-") else end + 1
        if _digits(s, sign) > sign:
            end = _digits(s, sign)
            is_float = True
    return end, is_float


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
                 strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _NUMBERS.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook
        self.memo = {}

    def decode(self, s):
        obj, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return obj

    def raw_decode(self, s, idx=0):
        return self._value(s, idx)

    def _value(self, s, at):
        c = s[at:at + 1]
        if c == '"':
            return scanstring(s, at + 1, self.strict)
        if c == "{":
            return self._object(s, at + 1)
        if c == "[":
            return self._array(s, at + 1)
        for word, value in _CONSTANTS.items():
            if s.startswith(word, at):
                return value, at + len(word)
        found = _number(s, at) if c else None
        if found is not None:
            end, is_float = found
            text = s[at:end]
            return (self.parse_float if is_float else self.parse_int)(text), end
        for word in _NUMBERS:
            if s.startswith(word, at):
                return self.parse_constant(word), at + len(word)
        raise JSONDecodeError("Expecting value", s, at)

    def _array(self, s, at):
        items = []
        at = _skip(s, at)
        if s[at:at + 1] == "]":
            return items, at + 1
        while True:
            value, at = self._value(s, at)
            items.append(value)
            at = _skip(s, at)
            c = s[at:at + 1]
            if c == "]":
                return items, at + 1
            if c != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            comma = at
            at = _skip(s, at + 1)
            if s[at:at + 1] == "]":
                raise JSONDecodeError("Illegal trailing comma before end of array", s, comma)

    def _object(self, s, at):
        pairs = []
        at = _skip(s, at)
        if s[at:at + 1] == "}":
            return self._made(pairs), at + 1
        while True:
            if s[at:at + 1] != '"':
                raise JSONDecodeError("Expecting property name enclosed in double quotes", s, at)
            key, at = scanstring(s, at + 1, self.strict)
            at = _skip(s, at)
            if s[at:at + 1] != ":":
                raise JSONDecodeError("Expecting ':' delimiter", s, at)
            value, at = self._value(s, _skip(s, at + 1))
            pairs.append((self.memo.setdefault(key, key), value))
            at = _skip(s, at)
            c = s[at:at + 1]
            if c == "}":
                return self._made(pairs), at + 1
            if c != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            comma = at
            at = _skip(s, at + 1)
            if s[at:at + 1] == "}":
                raise JSONDecodeError("Illegal trailing comma before end of object", s, comma)

    def _made(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        made = dict(pairs)
        return made if self.object_hook is None else self.object_hook(made)
