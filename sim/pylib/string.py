# Constants, templates, and a Formatter that classes can change.
__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits",
           "hexdigits", "octdigits", "printable", "punctuation", "whitespace", "Formatter",
           "Template"]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace

_missing = object()


def capwords(s, sep=None):
    return (sep or " ").join(word.capitalize() for word in s.split(sep))


# Templates ------------------------------------------------------------------------------------


def _identifier_end(text, at):
    # Names are of ASCII letters, digits and underscores.
    if text[at:at + 1] not in ascii_letters + "_" or at >= len(text):
        return at
    while at < len(text) and (text[at] in ascii_letters or text[at] in "_0123456789"):
        at += 1
    return at


class Template:
    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = 2

    def __init_subclass__(cls):
        super().__init_subclass__()
        for name in ("idpattern", "braceidpattern", "pattern", "flags"):
            if name in cls.__dict__:
                from _support import refuse
                refuse(f"string.Template with a {name} of its own")

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        # (literal, None), (text, name) and, for a delimiter that means nothing, (position, False).
        text, mark = self.template, self.delimiter
        at = 0
        while True:
            start = text.find(mark, at)
            if start < 0:
                yield text[at:], None
                return
            yield text[at:start], None
            after = start + len(mark)
            at = self._end_of_name(text, after)
            if text.startswith(mark, after):
                at = after + len(mark)
                yield mark, None
            elif at == after:
                yield after, False
                at = after
                yield mark, None
            else:
                yield text[start:at], text[after:at].strip("{}")

    @staticmethod
    def _end_of_name(text, at):
        if text[at:at + 1] != "{":
            return _identifier_end(text, at)
        end = _identifier_end(text, at + 1)
        return end + 1 if end > at + 1 and text[end:end + 1] == "}" else at

    def _refuse(self, position):
        lines = self.template[:position].splitlines(keepends=True)
        raise ValueError(f"Invalid placeholder in string: line {len(lines)}, col {len(lines[-1])}")

    def _filled(self, value_of):
        result = []
        for text, name in self._pieces():
            if name is False:
                self._refuse(text)
            elif name is None:
                result.append(text)
            else:
                result.append(value_of(text, name))
        return "".join(result)

    def substitute(self, mapping=_missing, /, **kws):
        values = _merge(mapping, kws)
        return self._filled(lambda text, name: str(values[name]))

    def safe_substitute(self, mapping=_missing, /, **kws):
        values = _merge(mapping, kws)
        result = []
        for text, name in self._pieces():
            if name is False:
                continue
            if name is not None:
                try:
                    text = str(values[name])
                except KeyError:
                    pass
            result.append(text)
        return "".join(result)

    def is_valid(self):
        return all(name is not False for _, name in self._pieces())

    def get_identifiers(self):
        names = []
        for text, name in self._pieces():
            if name and name not in names:
                names.append(name)
        return names


def _merge(mapping, kws):
    if mapping is _missing:
        return kws
    if not kws:
        return mapping
    from collections import ChainMap
    return ChainMap(kws, mapping)


# Formatter ------------------------------------------------------------------------------------


def _name_end(text, at):
    # Where the name of a field ends: at : ! or }; what is in [] belongs to it.
    in_brackets = False
    while at < len(text):
        c = text[at]
        if c == "{" and not in_brackets:
            raise ValueError("unexpected '{' in field name")
        if c == "[":
            in_brackets = True
        elif c == "]":
            in_brackets = False
        elif c in ":!}" and not in_brackets:
            return at
        at += 1
    raise ValueError("expected '}' before end of string")


def _spec_end(text, at):
    depth = 1
    while at < len(text):
        depth += (text[at] == "{") - (text[at] == "}")
        if depth == 0:
            return at
        at += 1
    raise ValueError("unmatched '{' in format spec")


def _field(text, at):
    # The field behind a {: (name, spec, conversion) and where it ends.
    end = _name_end(text, at)
    name, conversion = text[at:end], None
    if text[end] == "!":
        if end + 1 >= len(text):
            raise ValueError("end of string while looking for conversion specifier")
        conversion = text[end + 1]
        end += 2
        if end >= len(text):
            raise ValueError("unmatched '{' in format spec")
        if text[end] not in ":}":
            raise ValueError("expected ':' after conversion specifier")
    if text[end] == "}":
        return (name, "", conversion), end + 1
    stop = _spec_end(text, end + 1)
    return (name, text[end + 1:stop], conversion), stop + 1


def _parse(text):
    at = 0
    while at < len(text):
        start = at
        while at < len(text) and text[at] not in "{}":
            at += 1
        if at == len(text):
            yield text[start:], None, None, None
            return
        if text[at + 1:at + 2] == text[at]:
            yield text[start:at + 1], None, None, None
            at += 2
            continue
        if text[at] == "}" or at + 1 == len(text):
            raise ValueError(f"Single '{text[at]}' encountered in format string")
        literal = text[start:at]
        field, at = _field(text, at + 1)
        yield literal, *field


def _split_name(name):
    # "a.b[0]" as "a" and [(True, "b"), (False, 0)].
    at = 0
    while at < len(name) and name[at] not in ".[":
        at += 1
    first, rest = name[:at], []
    while at < len(name):
        is_attribute = name[at] == "."
        if is_attribute:
            end = at + 1
            while end < len(name) and name[end] not in ".[":
                end += 1
            key, after = name[at + 1:end], end
        elif name[at] == "[":
            end = name.find("]", at)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            key, after = name[at + 1:end], end + 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if key == "":
            raise ValueError("Empty attribute in format string")
        rest.append((is_attribute, int(key) if key.isdigit() and not is_attribute else key))
        at = after
    return int(first) if first.isdigit() else first, rest


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used_args = set()
        result, _ = self._vformat(format_string, args, kwargs, used_args, 2, 0)
        self.check_unused_args(used_args, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError("Max string recursion exceeded")
        result = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if name is None:
                continue
            name, auto_arg_index = self._numbered(name, auto_arg_index)
            obj, used = self.get_field(name, args, kwargs)
            used_args.add(used)
            obj = self.convert_field(obj, conversion)
            spec, auto_arg_index = self._vformat(spec, args, kwargs, used_args,
                                                 recursion_depth - 1, auto_arg_index)
            result.append(self.format_field(obj, spec))
        return "".join(result), auto_arg_index

    @staticmethod
    def _numbered(name, number):
        # {} counts; {0} ends the counting. [number] False: fields have numbers of their own.
        first = _split_name(name)[0]
        if first == "":
            if number is False:
                raise ValueError("cannot switch from manual field specification to automatic "
                                 "field numbering")
            return str(number) + name, number + 1
        if isinstance(first, int):
            if number:
                raise ValueError("cannot switch from manual field specification to automatic "
                                 "field numbering")
            number = False
        return name, number

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def parse(self, format_string):
        return _parse(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _split_name(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attribute, key in rest:
            obj = getattr(obj, key) if is_attribute else obj[key]
        return obj, first
