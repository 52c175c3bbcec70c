"""Reports the program's frames to frames.py with sys.monitoring (Python 3.12 and later)."""
import sys

TOOL = 4  # none of those that the interpreter has given names


def watch(frames):
    monitoring = sys.monitoring
    events = monitoring.events
    files = frames.files
    getframe = sys._getframe
    disable = monitoring.DISABLE

    def started(code, offset):
        if code.co_filename not in files:
            return disable
        frames.start(getframe(1))

    def line(code, number):
        if code.co_filename not in files:
            return disable
        frames.line(getframe(1), number)

    def returned(code, offset, value):
        if code.co_filename not in files:
            return disable
        frames.leave(getframe(1), value)

    def unwound(code, offset, error):
        if code.co_filename in files:
            frames.unwind(getframe(1), error)

    monitoring.use_tool_id(TOOL, "loopscope")
    for event, function in ((events.PY_START, started), (events.LINE, line),
                            (events.PY_RETURN, returned), (events.PY_UNWIND, unwound)):
        monitoring.register_callback(TOOL, event, function)
    monitoring.set_events(TOOL, events.PY_START | events.LINE | events.PY_RETURN
                          | events.PY_UNWIND)
