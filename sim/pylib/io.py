# Streams in memory. Files are refused by name.
import sys

__all__ = ["BlockingIOError", "open", "IOBase", "RawIOBase", "StringIO", "BytesIO",
           "BufferedIOBase", "TextIOBase", "TextIOWrapper", "UnsupportedOperation", "SEEK_SET",
           "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE"]

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192
open = open
BlockingIOError = BlockingIOError
TextIOWrapper = type(sys.__stdout__)


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    _is_closed = False

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def _check_open(self):
        if self._is_closed:
            raise ValueError("I/O operation on closed file")

    @property
    def closed(self):
        return self._is_closed

    def close(self):
        if not self._is_closed:
            self.flush()
            self._is_closed = True

    def flush(self):
        self._check_open()

    def isatty(self):
        self._check_open()
        return False

    def readable(self):
        self._check_open()
        return False

    writable = seekable = readable

    def fileno(self):
        self._unsupported("fileno")

    def seek(self, offset, whence=SEEK_SET, /):
        self._unsupported("seek")

    def tell(self):
        return self.seek(0, SEEK_CUR)

    def truncate(self, pos=None, /):
        self._unsupported("truncate")

    def readlines(self, hint=-1, /):
        lines, length = [], 0
        for line in self:
            lines.append(line)
            length += len(line)
            if hint is not None and 0 < hint <= length:
                break
        return lines

    def writelines(self, lines, /):
        self._check_open()
        for line in lines:
            self.write(line)

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *details):
        self.close()

    def __iter__(self):
        self._check_open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class TextIOBase(IOBase):
    encoding = errors = newlines = None

    def read(self, size=-1, /):
        self._unsupported("read")

    def write(self, s, /):
        self._unsupported("write")

    def readline(self, size=-1, /):
        self._unsupported("readline")


class _Memory:
    # What StringIO and BytesIO share: a text or bytes, and a position in it.
    #
    # Writing at the end is by far the most frequent, so pieces are kept apart until somebody looks.

    def _begin(self, initial):
        self._pieces = [initial] if initial else []
        self._length = len(initial)
        self._position = 0

    def _whole(self):
        if len(self._pieces) != 1:
            self._pieces = [self._empty.join(self._pieces)]
        return self._pieces[0]

    def _replace(self, whole):
        self._pieces = [whole]
        self._length = len(whole)

    def _put(self, piece):
        at, count = self._position, len(piece)
        if count == 0:
            return 0
        if at == self._length:
            self._pieces.append(piece)
            self._length += count
        else:
            whole = self._whole()
            if at > len(whole):
                whole += self._zero * (at - len(whole))
            self._replace(whole[:at] + piece + whole[at + count:])
        self._position = at + count
        return count

    def _size(self, size, what="argument"):
        if size is None:
            return -1
        if not hasattr(size, "__index__"):
            raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'")
        return size.__index__()

    def getvalue(self):
        self._check_open()
        return self._whole()

    def read(self, size=-1, /):
        self._check_open()
        size = self._size(size)
        at = self._position
        end = self._length if size < 0 else min(self._length, at + size)
        piece = self._whole()[at:end]
        self._position = max(at, end)
        return piece

    def readline(self, size=-1, /):
        self._check_open()
        size = self._size(size)
        whole, at = self._whole(), self._position
        end = whole.find(self._newline, at) + 1 or self._length
        if size >= 0:
            end = min(end, at + size)
        self._position = max(at, end)
        return whole[at:end]

    def tell(self):
        self._check_open()
        return self._position

    def truncate(self, pos=None, /):
        self._check_open()
        pos = self._position if pos is None else self._size(pos)
        if pos < 0:
            raise ValueError(self._negative_size.format(pos))
        if pos < self._length:
            self._replace(self._whole()[:pos])
        return pos

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable

    def close(self):
        self._is_closed = True


class StringIO(_Memory, TextIOBase):
    _empty, _zero, _newline = "", "\0", "\n"
    _negative_size = "Negative size value {}"
    line_buffering = False

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError("initial_value must be str or None, "
                            f"not {type(initial_value).__name__}")
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        self._translation = newline
        self._begin(self._translate(initial_value or ""))

    def _translate(self, text):
        if self._translation is None:
            return text.replace("\r\n", "\n").replace("\r", "\n")
        if self._translation in ("\r", "\r\n"):
            return text.replace("\n", self._translation)
        return text

    def write(self, s, /):
        self._check_open()
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got '{type(s).__name__}'")
        self._put(self._translate(s))
        return len(s)

    def seek(self, pos, whence=SEEK_SET, /):
        self._check_open()
        if whence not in (0, 1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == SEEK_SET and pos < 0:
            raise ValueError(f"Negative seek position {pos}")
        if whence != SEEK_SET and pos != 0:
            raise OSError("Can't do nonzero cur-relative seeks")
        if whence != SEEK_CUR:
            self._position = pos if whence == SEEK_SET else self._length
        return self._position


class BytesIO(_Memory, BufferedIOBase):
    _empty, _zero, _newline = b"", b"\0", b"\n"
    _negative_size = "negative size value {}"

    def __init__(self, initial_bytes=b""):
        self._begin(bytes(initial_bytes) if initial_bytes is not None else b"")

    def write(self, b, /):
        self._check_open()
        if not isinstance(b, (bytes, bytearray)):
            raise TypeError(f"a bytes-like object is required, not '{type(b).__name__}'")
        return self._put(bytes(b))

    read1 = _Memory.read

    def seek(self, pos, whence=SEEK_SET, /):
        self._check_open()
        if whence not in (0, 1, 2):
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == SEEK_SET and pos < 0:
            raise ValueError(f"negative seek value {pos}")
        base = (0, self._position, self._length)[whence]
        self._position = max(0, base + pos)
        return self._position

    def getbuffer(self):
        from _support import refuse
        refuse("BytesIO.getbuffer(): use getvalue()")
