# Breaking paragraphs into lines.
__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_WHITESPACE = "\t\n\x0b\x0c\r "


def _is_word(c):
    return c.isalnum() or c == "_"


def _is_letter(c):
    return _is_word(c) and not c.isdigit()


class TextWrapper:
    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True,
                 replace_whitespace=True, fix_sentence_endings=False, break_long_words=True,
                 drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None,
                 placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    # Pieces: whitespace, and words, cut behind their hyphens.

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate({ord(c): " " for c in _WHITESPACE})
        return text

    def _split(self, text):
        pieces = []
        at = 0
        while at < len(text):
            start = at
            blank = text[at] in _WHITESPACE
            while at < len(text) and (text[at] in _WHITESPACE) == blank:
                at += 1
            if blank or not self.break_on_hyphens:
                pieces.append(text[start:at])
            else:
                pieces += _split_word(text[start:at])
        return pieces

    def _fix_sentence_endings(self, pieces):
        i = 0
        while i < len(pieces) - 1:
            word = pieces[i].rstrip("\"'")
            ends = len(word) > 1 and word[-1] in ".!?" and "a" <= word[-2] <= "z"
            if pieces[i + 1] == " " and ends:
                pieces[i + 1] = "  "
                i += 2
            else:
                i += 1

    def _split_chunks(self, text):
        pieces = self._split(self._munge_whitespace(text))
        if self.fix_sentence_endings:
            self._fix_sentence_endings(pieces)
        return pieces

    # Lines. The pieces lie in a stack, the next on top.

    def _cut_long_word(self, pieces, line, length, width):
        room = 1 if width < 1 else width - length
        if not self.break_long_words:
            if not line:
                line.append(pieces.pop())
            return
        word = pieces[-1]
        end = room
        if self.break_on_hyphens and len(word) > room:
            hyphen = word.rfind("-", 0, room)
            if hyphen > 0 and any(c != "-" for c in word[:hyphen]):
                end = hyphen + 1
        line.append(word[:end])
        pieces[-1] = word[end:]

    def _take_line(self, pieces, width):
        line, length = [], 0
        while pieces and length + len(pieces[-1]) <= width:
            length += len(pieces[-1])
            line.append(pieces.pop())
        if pieces and len(pieces[-1]) > width:
            self._cut_long_word(pieces, line, length, width)
        if self.drop_whitespace and line and line[-1].strip() == "":
            line.pop()
        return line

    def _put_last(self, lines, line, indent, width):
        # The last line that is allowed, though there is more: with the placeholder.
        while line:
            if line[-1].strip() and sum(map(len, line)) + len(self.placeholder) <= width:
                line.append(self.placeholder)
                lines.append(indent + "".join(line))
                return
            line.pop()
        if lines:
            before = lines[-1].rstrip()
            if len(before) + len(self.placeholder) <= self.width:
                lines[-1] = before + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def _check(self):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")

    def wrap(self, text):
        pieces = self._split_chunks(text)
        self._check()
        lines = []
        pieces.reverse()
        while pieces:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and pieces[-1].strip() == "" and lines:
                pieces.pop()
            line = self._take_line(pieces, width)
            if not line:
                continue
            fits = (self.max_lines is None or len(lines) + 1 < self.max_lines
                    or (not pieces or self.drop_whitespace and len(pieces) == 1
                        and not pieces[0].strip()) and sum(map(len, line)) <= width)
            if not fits:
                self._put_last(lines, line, indent, width)
                break
            lines.append(indent + "".join(line))
        return lines

    def fill(self, text):
        return "\n".join(self.wrap(text))


def _split_word(word):
    # Behind hyphens between letters, and around dashes of two or more.
    pieces = []
    start = at = 0
    while at < len(word):
        if word[at] != "-":
            at += 1
            continue
        end = at
        while end < len(word) and word[end] == "-":
            end += 1
        before = at > 0 and (_is_word(word[at - 1]) or word[at - 1] in "!\"'&.,?")
        if end - at >= 2 and before and end < len(word) and _is_word(word[end]):
            pieces += [word[start:at], word[at:end]] if at > start else [word[at:end]]
            start = end
        elif end - at == 1 and _breaks_at(word, start, at):
            pieces.append(word[start:end])
            start = end
        at = end
    if start < len(word):
        pieces.append(word[start:])
    return pieces


def _breaks_at(word, start, at):
    # Two letters before the hyphen, and two behind it (or one and another hyphen or letter pair).
    before = at - start >= 2 and _is_letter(word[at - 1]) and _is_letter(word[at - 2]) or (
        at - start >= 3 and _is_letter(word[at - 1]) and word[at - 2] == "-"
        and _is_letter(word[at - 3]))
    rest = word[at + 1:]
    after = len(rest) >= 2 and _is_letter(rest[0]) and (
        _is_letter(rest[1]) or len(rest) >= 3 and rest[1] == "-" and _is_letter(rest[2]))
    return before and after


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    wrapper = TextWrapper(width=width, max_lines=1, **kwargs)
    return wrapper.fill(" ".join(text.strip().split()))


def _common(a, b):
    same = 0
    while same < min(len(a), len(b)) and a[same] == b[same]:
        same += 1
    return a[:same]


def dedent(text):
    lines = ["" if line.strip(" \t") == "" else line for line in text.split("\n")]
    margin = None
    for line in lines:
        if line:
            indent = line[:len(line) - len(line.lstrip(" \t"))]
            margin = indent if margin is None else _common(margin, indent)
    return "\n".join(line[len(margin):] if line and margin else line for line in lines)


def indent(text, prefix, predicate=None):
    lines = []
    for line in text.splitlines(True):
        wanted = not line.isspace() if predicate is None else predicate(line)
        lines.append(prefix + line if wanted else line)
    return "".join(lines)
