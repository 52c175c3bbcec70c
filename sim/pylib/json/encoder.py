# Values to JSON: one generator, which gives the text piece by piece.
__all__ = ["JSONEncoder"]

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r",
            "\t": "\\t"}
_ESCAPES.update((chr(_code), f"\\u{_code:04x}") for _code in range(32)
                if chr(_code) not in _ESCAPES)
_TABLE = str.maketrans(_ESCAPES)


def _beyond_ascii(c):
    code = ord(c)
    if code < 128:
        return c
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xd800 | code >> 10:04x}\\u{0xdc00 | code & 0x3ff:04x}"


def encode_basestring(s):
    return '"' + s.translate(_TABLE) + '"'


def encode_basestring_ascii(s):
    text = s.translate(_TABLE)
    if not text.isascii():
        text = "".join(map(_beyond_ascii, text))
    return '"' + text + '"'


class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
                 sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        if isinstance(o, str):
            return self._text(o)
        return "".join(self.iterencode(o))

    def iterencode(self, o, _one_shot=False):
        self._open = set()
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        self._step = indent
        return self._pieces(o, 0)

    def _text(self, s):
        return encode_basestring_ascii(s) if self.ensure_ascii else encode_basestring(s)

    def _float(self, value):
        if value != value:
            text = "NaN"
        elif value == float("inf"):
            text = "Infinity"
        elif value == -float("inf"):
            text = "-Infinity"
        else:
            return float.__repr__(value)
        if not self.allow_nan:
            raise ValueError(f"Out of range float values are not JSON compliant: {value!r}")
        return text

    def _plain(self, o):
        # The text of what has no parts; None for others.
        if isinstance(o, str):
            return self._text(o)
        if o is None:
            return "null"
        if o is True:
            return "true"
        if o is False:
            return "false"
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            return self._float(o)
        return None

    def _pieces(self, o, depth):
        text = self._plain(o)
        if text is not None:
            yield text
            return
        if self.check_circular:
            if id(o) in self._open:
                raise ValueError("Circular reference detected")
            self._open.add(id(o))
        if isinstance(o, (list, tuple)):
            yield from self._list(o, depth)
        elif isinstance(o, dict):
            yield from self._dict(o, depth)
        else:
            yield from self._pieces(self.default(o), depth)
        self._open.discard(id(o))

    def _line(self, depth):
        return "" if self._step is None else "\n" + self._step * depth

    def _list(self, items, depth):
        if not items:
            yield "[]"
            return
        before, line = "[", self._line(depth + 1)
        for each in items:
            yield before + line
            before = self.item_separator
            yield from self._pieces(each, depth + 1)
        yield self._line(depth) + "]"

    def _key(self, key):
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return self._float(key)
        if key is True or key is False or key is None:
            return self._plain(key)
        if isinstance(key, int):
            return int.__repr__(key)
        if self.skipkeys:
            return None
        raise TypeError("keys must be str, int, float, bool or None, "
                        f"not {key.__class__.__name__}")

    def _dict(self, pairs, depth):
        before, line = "{", self._line(depth + 1)
        for key, value in sorted(pairs.items()) if self.sort_keys else pairs.items():
            name = self._key(key)
            if name is None:
                continue
            yield before + line
            before = self.item_separator
            yield self._text(name) + self.key_separator
            yield from self._pieces(value, depth + 1)
        if before == "{":
            yield "{}"
        else:
            yield self._line(depth) + "}"
