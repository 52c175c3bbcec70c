"""Threads take turns on the virtual clock: one runs, the others stand still.

A thread runs until it blocks (a lock, a queue, a join, `time.sleep`) or ends;
then the first thread that can go on goes on, in the order of starting, and if
none can, the clock moves to the earliest deadline.  The main thread comes last:
a worker therefore runs when the loop waits, and its sleep passes on the clock
while the loop goes on.

`Turns.wait` is the one place where anything blocks.  The locks of `threading`
are replaced by locks that wait there, and what is built on them (conditions,
events, semaphores, queues, executors) is the library's own.
"""
import _thread
import threading

from .clock import clock, now, to_ns
from .clock import SPIN_FREE


class Turn:
    """A thread as seen by the simulation; `gate` is open while it may run."""

    def __init__(self, thread):
        self.thread = thread
        self.gate = _thread.allocate_lock()
        self.gate.acquire()
        self.until = None        # what it waits for, a function
        self.deadline_ns = None  # when it stops waiting

    def can_go_on(self):
        if self.until is None or self.until():
            return True
        return self.deadline_ns is not None and self.deadline_ns <= now()


class Turns:
    """All threads, the main thread last; exactly one of them runs."""

    def __init__(self, end):
        self.end = end  # what to call when nobody can ever go on
        self.main = Turn(threading.main_thread())
        self.workers = []
        self.current = self.main

    def everyone(self):
        return [*self.workers, self.main]

    def wait(self, until, deadline_ns=None):
        """Block the running thread; True when [until] came true before the deadline."""
        me = self.current
        if until():
            return True
        me.until, me.deadline_ns = until, deadline_ns
        self.pass_on(me)
        me.until = me.deadline_ns = None
        return until()

    def pass_on(self, me):
        """Give the turn to whoever is next, and come back when it is [me]."""
        turn = self.next_turn()
        if turn is not me:
            self.current = turn
            turn.gate.release()
            me.gate.acquire()

    def next_turn(self):
        while True:
            for turn in self.everyone():
                if turn.can_go_on():
                    return turn
            deadlines = [turn.deadline_ns for turn in self.everyone()
                         if turn.deadline_ns is not None]
            if not deadlines:
                self.end("deadlock", 3)
            clock.advance_to(min(deadlines))

    def yield_to_workers(self):
        """A loop that spins lets the workers go on, too."""
        if clock.spins > SPIN_FREE and self.workers:
            me = self.current
            me.until = lambda: True
            self.pass_on(me)

    def somebody_sleeps(self):
        return any(turn.deadline_ns is not None for turn in self.workers)

    def sleep_until(self, moment_ns):
        clock.spins = 0
        self.wait(lambda: False, moment_ns)

    def enter(self, thread):
        """In a new thread: stand still until it is this thread's turn."""
        self.find(thread).gate.acquire()

    def leave(self, thread):
        """At the end of a thread: the turn goes to somebody else for good."""
        self.workers.remove(self.find(thread))
        self.current = self.next_turn()
        self.current.gate.release()

    def find(self, thread):
        return next(turn for turn in self.workers if turn.thread is thread)


class Lock:
    """threading.Lock, as far as asked for, blocking on the simulation."""

    turns = None

    def __init__(self):
        self.is_locked = False

    def acquire(self, blocking=True, timeout=-1):
        if self.is_locked:
            if not blocking:
                return False
            deadline_ns = None if timeout < 0 else now() + to_ns(timeout)
            if not self.turns.wait(lambda: not self.is_locked, deadline_ns):
                return False
        self.is_locked = True
        return True

    def release(self):
        if not self.is_locked:
            raise RuntimeError("release unlocked lock")
        self.is_locked = False

    def locked(self):
        return self.is_locked

    def _at_fork_reinit(self):
        self.is_locked = False

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *info):
        self.release()


class RLock(Lock):
    """threading.RLock, with what threading.Condition asks of it."""

    def __init__(self):
        super().__init__()
        self.owner, self.count = None, 0

    def acquire(self, blocking=True, timeout=-1):
        if self.owner != _thread.get_ident():
            if not super().acquire(blocking, timeout):
                return False
            self.owner = _thread.get_ident()
        self.count += 1
        return True

    def release(self):
        if self.owner != _thread.get_ident():
            raise RuntimeError("cannot release un-acquired lock")
        self.count -= 1
        if self.count == 0:
            self.owner = None
            super().release()

    def _release_save(self):
        count, self.count, self.owner = self.count, 0, None
        super().release()
        return count

    def _acquire_restore(self, count):
        super().acquire()
        self.owner, self.count = _thread.get_ident(), count

    def _is_owned(self):
        return self.owner == _thread.get_ident()


class Started:
    """Thread._started: the one event that a thread sets before its first turn."""

    def __init__(self):
        self.lock = _thread.allocate_lock()
        self.lock.acquire()

    def is_set(self):
        return not self.lock.locked()

    def set(self):
        if self.lock.locked():
            self.lock.release()

    def wait(self, timeout=None):
        with self.lock:
            return True

    def _at_fork_reinit(self):
        pass


def patch(selector_class, end):
    """Let all threads from now on take turns; the selector's wait is a turn, too."""
    import queue
    turns = Turns(end)
    Lock.turns = turns
    patch_thread(threading.Thread, turns)
    threading.Lock, threading.RLock, threading._allocate_lock = Lock, RLock, Lock
    queue.SimpleQueue = queue._PySimpleQueue
    threading._register_atexit(lambda: turns.wait(lambda: not has_work(turns)))
    clock.block = turns.sleep_until
    selector_class.turns = turns
    import concurrent.futures.thread  # registers its own clean-up, run before ours


def has_work(turns):
    return any(not turn.thread.daemon for turn in turns.workers)


def patch_thread(thread_class, turns):
    init, start, run = thread_class.__init__, thread_class.start, thread_class.run

    def __init__(self, *args, **kwargs):
        init(self, *args, **kwargs)
        self._started = Started()

    def start_(self):
        if not self._started.is_set():
            turns.workers.append(Turn(self))
        start(self)

    def run_(self):
        turns.enter(self)
        try:
            run(self)
        finally:
            turns.leave(self)

    def is_running(self):
        return any(turn.thread is self for turn in turns.workers)

    def join(self, timeout=None):
        if not self._started.is_set():
            raise RuntimeError("cannot join thread before it is started")
        if self is threading.current_thread():
            raise RuntimeError("cannot join current thread")
        deadline_ns = None if timeout is None else now() + to_ns(max(timeout, 0))
        turns.wait(lambda: not is_running(self), deadline_ns)

    thread_class.__init__ = __init__
    thread_class.start = start_
    thread_class.run = run_
    thread_class.join = join
    thread_class.is_alive = is_running
