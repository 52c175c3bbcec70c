"""What the program writes, and the warnings of the runtime, as they happen.

The streams stay what they are; an attribute `write` of theirs, which `print`, tracebacks
and `logging` look up, calls the real one and then tells.
"""
import sys
import warnings

from .words import OUT, WARN


def put(stream, now):
    for number, file in enumerate((sys.stdout, sys.stderr)):
        if file is not None:
            put_write(file, number, stream, now)
    put_warnings(stream)


def put_write(file, number, stream, now):
    real, tell = file.write, stream.tell

    def write(text, /):
        length = real(text)
        if text:
            tell(OUT, number, (now(),), (text,))
        return length

    file.write = write


def put_warnings(stream):
    show = warnings._showwarnmsg_impl

    def _showwarnmsg_impl(msg):
        show(msg)
        stream.tell(WARN, 0, (), (str(msg.message), msg.category.__name__))

    warnings._showwarnmsg_impl = _showwarnmsg_impl
