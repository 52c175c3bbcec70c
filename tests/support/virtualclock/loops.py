"""Waiting moves the clock: the selector, the timers, and the counting of ticks.

`patch` changes five things of asyncio and leaves `_run_once` as it is:
- the selector's wait moves the clock to the earliest deadline, or, where the
  loop cuts a long wait (24 hours), by what the loop asked for;
- `loop.time()` reads the clock;
- a timer knows its deadline in whole nanoseconds and its place in the order of
  starting, and the heap compares these two;
- a wrapper round `_run_once` counts the ticks, one round `Handle._run` records
  the schedule;
- nothing ready and nothing scheduled ends the process with status 3 (threads.py).
"""
import math
import os
import selectors
import sys

from .clock import clock, now, to_ns, to_seconds

LIMIT = 4


class Limits:
    """When an endless program ends: after so many ticks, seconds or rows."""

    def __init__(self, ticks, until, rows):
        self.ticks = float(ticks or "inf")
        self.until_ns = float(until or "inf") * 1e9
        self.rows = float(rows or "inf")

    def are_reached(self, schedule):
        return (schedule.tick >= self.ticks or now() > self.until_ns
                or len(schedule.rows) >= self.rows)


class Ending:
    """Ends the process at once, without running any more of the program."""

    def __init__(self, schedule):
        self.schedule = schedule

    def __call__(self, why, status):
        self.schedule.finish(why)
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


class VirtualSelector(selectors.SelectSelector):
    """Waits for nothing but the clock; real events (threads, signals) come first."""

    loop = None   # whose timers are waited for
    turns = None  # see threads.py

    def select(self, timeout=None):
        events = super().select(0)
        if timeout == 0:
            self.count_spin()
            return events
        if not events:
            self.turns.wait(lambda: super(VirtualSelector, self).select(0),
                            self.deadline(timeout))
            events = super().select(0)
        return events

    def count_spin(self):
        if self.loop._scheduled or self.turns.somebody_sleeps():
            clock.spin()
        self.turns.yield_to_workers()

    def deadline(self, timeout):
        """When the wait is over, or None for never."""
        if timeout is None:
            return None
        first = self.loop._scheduled[0]
        if first._when - self.loop.time() > timeout:
            return now() + to_ns(timeout)
        return first.deadline_ns


VirtualSelector.__name__ = selectors.DefaultSelector.__name__  # logged in debug mode


def make_timer_handle(events):
    """A TimerHandle with an order among equals; it looks like the original."""
    count = iter(range(2**62))

    class TimerHandle(events.TimerHandle):
        __slots__ = ("deadline_ns", "started")

        def __init__(self, when, callback, args, loop, context=None):
            super().__init__(when, callback, args, loop, context)
            self.deadline_ns = to_ns(when)
            self.started = next(count)

        def __lt__(self, other):
            if isinstance(other, TimerHandle):
                return ((self.deadline_ns, self.started)
                        < (other.deadline_ns, other.started))
            return NotImplemented

    TimerHandle.__qualname__ = "TimerHandle"
    TimerHandle.__module__ = events.__name__
    return TimerHandle


def patch(schedule, limits, end, virtual):
    from asyncio import base_events, events
    patch_counting(base_events.BaseEventLoop, events.Handle, schedule, limits, end)
    if virtual:
        patch_virtual()


def patch_virtual():
    """The clock, the wait and the timers, without the counting."""
    from asyncio import base_events, events, selector_events
    patch_clock(base_events.BaseEventLoop)
    patch_selector(selector_events.BaseSelectorEventLoop)
    events.TimerHandle = make_timer_handle(events)


def patch_counting(loop_class, handle_class, schedule, limits, end):
    run_once, run = loop_class._run_once, handle_class._run

    def _run_once(self):
        if limits.are_reached(schedule):
            end("limit", LIMIT)
        schedule.tick += 1
        run_once(self)

    def _run(self):
        schedule.record(self._callback, now())
        run(self)
        self = None  # a kept traceback keeps this frame; it must not keep the task

    loop_class._run_once = _run_once
    handle_class._run = _run


def patch_clock(loop_class):
    def time_(self):
        if sys._getframe(1).f_globals.get("__name__") == "__main__":
            clock.spin()
        return to_seconds(now())

    def resolution(self):
        # Beyond some hundred days a float is coarser than a nanosecond.
        return max(1e-9, math.ulp(to_seconds(now())))

    loop_class.time = time_
    loop_class._clock_resolution = property(resolution, lambda self, value: None)


def patch_selector(loop_class):
    init = loop_class.__init__

    def __init__(self, selector=None):
        if selector is None:
            selector = VirtualSelector()
            selector.loop = self
        init(self, selector)

    loop_class.__init__ = __init__
