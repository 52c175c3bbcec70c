"""Reports the program's frames to frames.py with sys.settrace (Python 3.11).

settrace says `call` when a frame goes on and `return` when it is suspended, too; the
instruction at which a frame stands tells these apart from its start and its end.
"""
import opcode
import sys
import threading

RETURN = opcode.opmap["RETURN_VALUE"]
RETURN_GENERATOR = opcode.opmap["RETURN_GENERATOR"]


def watch(frames):
    files = frames.files
    raised = {}  # address of a frame: the exception that was last seen in it

    def trace(frame, event, argument):
        if frame.f_code.co_filename not in files:
            return None
        if id(frame) not in frames.numbers:
            frames.start(frame)
        return trace_frame

    def trace_frame(frame, event, argument):
        if event == "line":
            raised.pop(id(frame), None)
            frames.line(frame, frame.f_lineno)
        elif event == "exception":
            raised[id(frame)] = argument[1]
        elif event == "return":
            error = raised.pop(id(frame), None)
            instruction = frame.f_code.co_code[frame.f_lasti]
            if instruction == RETURN:
                frames.leave(frame, argument)
            elif error is not None and argument is None:
                frames.unwind(frame, error)
        return trace_frame

    frames.may_clear = False
    threading.settrace(trace)
    sys.settrace(trace)
