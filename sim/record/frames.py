"""Calls, lines, returns and stores of the program's own frames.

`Frames` is told what the interpreter reports and tells the stream; who reports is
monitoring.py (Python 3.12 and later) or tracing.py (3.11).  A frame is known by its
address from its start to its end, however often it is suspended in between.
"""
import sys

from .describe import describe
from .words import FRAME, LINE, RAISE, RETURN, SET

LOOP_CODE = ("Handle._run", "BaseEventLoop._run_once")  # nothing above these called a frame


class Frames:
    """The program's frames that have started and not ended."""

    def __init__(self, stream, files, with_values):
        self.stream = stream
        self.files = {path: number for number, path in enumerate(files)}
        self.numbers = {}  # address of a frame: its number
        self.values = {}   # address of a frame: {name: what its value was called last}
        self.count = 0
        self.with_values = with_values

    def start(self, frame):
        code = frame.f_code
        self.count += 1
        number = self.numbers[id(frame)] = self.count
        self.stream.tell(FRAME, number,
                         (self.files[code.co_filename], code.co_firstlineno or 1,
                          self.caller(frame)), (code.co_qualname,))
        if self.with_values:
            self.values[id(frame)] = {}
            self.tell_values(frame, number)

    def caller(self, frame):
        """The number of the frame of the program that called or awaits this one, or 0."""
        frame = frame.f_back
        while frame is not None and frame.f_code.co_qualname not in LOOP_CODE:
            if id(frame) in self.numbers:
                return self.numbers[id(frame)]
            frame = frame.f_back
        return 0

    def line(self, frame, line):
        number = self.numbers.get(id(frame))
        if number is not None and line:
            if self.with_values:
                self.tell_values(frame, number)
            self.stream.extend((-(number << 5 | LINE), line))

    def leave(self, frame, value):
        self.end(frame, RETURN, value)

    def unwind(self, frame, error):
        self.end(frame, RAISE, error)

    def end(self, frame, kind, value):
        number = self.numbers.get(id(frame))
        if number is None:
            return
        if self.with_values:
            self.tell_values(frame, number)
        self.numbers.pop(id(frame), None)
        self.values.pop(id(frame), None)
        self.stream.tell(kind, number, (), (describe(value),))

    def tell_values(self, frame, number):
        """Tell of the locals whose values are not called what they were called last."""
        known = self.values[id(frame)]
        names = frame.f_locals
        for name in list(names):
            if name.startswith("__"):
                continue
            text = describe(names.get(name))
            if known.get(name) != text:
                known[name] = text
                self.stream.tell(SET, number, (), (name, text))
        if sys.version_info < (3, 13) and frame.f_code.co_flags & 1 and self.may_clear:
            names.clear()  # a copy, which would keep the values alive

    may_clear = True  # not where the interpreter writes the copy back
