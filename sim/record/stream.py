"""What is told to the process that keeps the trace: a list of words, sent now and then.

words.def says what the words mean.  `extend` adds words that are made already, `tell`
makes them; a thing told is added by one call, so that threads never mix theirs.
`flush` sends what there is, `sync` waits until it is in the file.
"""
import _socket
import _thread
from array import array
from time import monotonic_ns

from .words import SYNC

PIECE = 8_000         # words a message
PATIENCE = 25         # a flush costs at most one part in so many of the time
MSG_NOSIGNAL = _socket.MSG_NOSIGNAL


def text_words(text):
    """A text as words: its length in bytes, then its bytes."""
    data = text.encode("utf-8", "surrogatepass")
    words = array("q")
    words.frombytes(data + bytes(-len(data) % 8))
    return [len(data), *words]


class Stream:
    """The words that were not sent yet.  In a forked child, or if sending fails, all is lost."""

    def __init__(self, number):
        self.socket = _socket.socket(_socket.AF_UNIX, _socket.SOCK_SEQPACKET, 0, number)
        self.words = []
        self.extend = self.words.extend
        self.sent = 0          # messages
        self.sending = _thread.allocate_lock()
        self.is_open = True
        self.is_careful = False  # at the end: everything is sent at once, and answered
        self.error = 0

    def tell(self, kind, subject, numbers=(), texts=()):
        words = [-(subject << 5 | kind), *numbers]
        for text in texts:
            words += text_words(text)
        self.extend(words)
        if self.is_careful:
            self.sync()

    def flush(self):
        """Send everything; answer when to flush next, on the monotonic clock.

        Nothing is done while a flush is under way, in another thread or before a signal came."""
        if not self.sending.acquire(False):
            return 0
        try:
            begun = monotonic_ns()
            while self.words:
                piece = self.words[:PIECE]
                del self.words[:len(piece)]
                self.send(piece)
            now = monotonic_ns()
            return now + (now - begun) * PATIENCE
        finally:
            self.sending.release()

    def send(self, piece):
        """Send one message.  A signal handler may raise here; then it is sent once more, since
        nobody knows whether it went out, and the keeper takes each number once."""
        piece.insert(0, self.sent)
        message = array("q", piece)
        raised = None
        while self.is_open:
            try:
                self.socket.send(message, MSG_NOSIGNAL)
                break
            except OSError:
                self.close()
            except BaseException as error:
                raised = error
        self.sent += 1
        if raised is not None:
            raise raised

    def sync(self):
        """Wait until all is in the file."""
        self.extend((-SYNC,))
        self.flush()
        while self.is_open:
            try:
                answer = self.socket.recv(8)
                self.error = int.from_bytes(answer, "little")
                break
            except OSError:
                self.close()

    def close(self):
        """Tell nothing any more: the keeper is gone, or this is a forked child."""
        self.is_open = False
        try:
            self.socket.close()
        except OSError:
            pass
