"""Records one program: makes everything ready, runs it as `__main__`, and ends as it ends."""
import json
import os
import sys
import time

from . import files, output, refused
from .stream import Stream
from .words import END, HEADER


class Recorder:
    """One run.  [words] are the program's path as it was given, and its arguments."""

    def __init__(self, stream, detail, producer, words):
        self.stream = stream
        self.detail = detail
        self.producer = producer
        self.words = words
        self.path = os.path.abspath(words[0])
        self.files = files.find(self.path)
        self.why = "finished"
        if detail != "schedule":
            from .frames import Frames
            if sys.version_info >= (3, 12):
                from .monitoring import watch
            else:
                from .tracing import watch
            self.frames = Frames(stream, self.files, detail == "values")
            self.watch = watch

    def tell_header(self, clock, epoch, start_ns):
        folder = os.path.join(os.path.dirname(self.path), "")
        header = {
            "format": "loopscope-trace", "version": 1, "producer": self.producer,
            "runtime": "cpython " + ".".join(map(str, sys.version_info[:3])),
            "model": "cpython", "clock": clock, "epoch": epoch, "detail": self.detail,
            "files": [{"path": path.removeprefix(folder), "text": text}
                      for path, text in self.files.items()]}
        self.stream.tell(HEADER, 0, (start_ns,), (json.dumps(header, ensure_ascii=True),))

    def hook(self, now, to_ns):
        import asyncio
        from .book import Book
        from .callbacks import Callbacks
        from .hooks import Hooks
        book = Book(self.stream, asyncio.Future)
        Hooks(self.stream, book, Callbacks(self.files), now, to_ns).put()
        output.put(self.stream, now)

    def watch_ends(self):
        """Before the process ends all is in the file, but what finalizing tells; that is told at
        once.  A forked child is not recorded."""
        import atexit
        leave = os._exit

        def _exit(status):
            self.finish()
            leave(status)

        os._exit = _exit
        atexit.register(self.finish)
        os.register_at_fork(after_in_child=self.stream.close)
        sys.meta_path.insert(0, refused.Refuser(self.leave))

    def leave(self, why, status):
        """End the process at once, without running any more of the program."""
        self.why = why
        if why == "deadlock":
            sys.stderr.write(waiting())
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)

    def finish(self):
        if self.stream.is_open:
            self.stream.tell(END, 0, (), (self.why,))
            self.stream.sync()
            self.stream.is_careful = True
            if self.stream.error:
                print(f"loopscope: the trace cannot be written: {os.strerror(self.stream.error)}",
                      file=sys.stderr)

    def run(self, namespace, compile_program, begin):
        """Run the program in [namespace]; afterwards the interpreter ends the process."""
        self.dress(namespace)
        self.watch_ends()
        begin()
        try:
            code = compile_program(self.path)
            if self.detail != "schedule":
                self.watch(self.frames)
            exec(code, namespace)
        except SystemExit:
            raise
        except BaseException as error:
            self.why = "interrupted" if isinstance(error, KeyboardInterrupt) else "error"
            self.report(error)
            self.end_as(error)

    def dress(self, namespace):
        """What a module has that python3 runs as a program."""
        from importlib.machinery import SourceFileLoader
        sys.argv[:] = self.words
        sys.orig_argv[1:] = self.words
        if not sys.flags.safe_path:
            sys.path.insert(0, os.path.dirname(os.path.realpath(self.path)))
        namespace["__file__"] = self.path
        namespace["__loader__"] = SourceFileLoader("__main__", self.path)
        namespace["__cached__"] = None

    def report(self, error):
        """Print an uncaught exception without the recorder's own frames."""
        error.__traceback__ = trace = without_recorder(error.__traceback__)
        sys.last_type, sys.last_value, sys.last_traceback = type(error), error, trace
        sys.last_exc = error
        sys.stdout.flush()
        sys.excepthook(type(error), error, trace)

    def end_as(self, error):
        """With status 1, or by the signal of Ctrl-C."""
        if isinstance(error, KeyboardInterrupt):
            sys.excepthook = lambda *info: None
            raise KeyboardInterrupt from None
        raise SystemExit(1) from None


def waiting():
    """Who waits for what when nothing can ever happen again."""
    import asyncio
    loop = asyncio._get_running_loop()
    tasks = [task for task in (asyncio.all_tasks(loop) if loop else ()) if not task.done()]
    lines = ["loopscope: deadlock: nothing is ready and no timer is set, so nothing can ever "
             "happen again" + ("; these wait:" if tasks else "")]
    for task in tasks:
        waiter = task._fut_waiter
        lines.append(f"  {task.get_name()} " + ("never gets its turn" if waiter is None
                                                else f"waits for {waiter!r}"))
    return "\n".join(lines) + "\n"


def without_recorder(trace):
    """The traceback without frames of this package and of `python3 -c`."""
    if trace is None:
        return None
    rest = without_recorder(trace.tb_next)
    if trace.tb_frame.f_code.co_filename.startswith(("<_loopscope", "<string>")):
        return rest
    trace.tb_next = rest
    return trace


def prepare_real(recorder):
    def begin():
        recorder.tell_header("real", time.strftime("%Y-%m-%dT%H:%M:%S"), time.monotonic_ns())

    recorder.hook(time.monotonic_ns, lambda seconds: round(seconds * 1e9))
    return compile_plain, begin


def compile_plain(path):
    with open(path, "rb") as file:
        return compile(file.read(), path, "exec", dont_inherit=True)


def prepare_virtual(recorder, start, seed):
    os.environ["TZ"] = "UTC"
    from .virtualclock import clock
    clock.EPOCH = start
    clock.patch_time()
    import random
    from .virtualclock import loops, programs, sets, threads
    epoch = time.strftime("%Y-%m-%dT%H:%M:%S")
    loops.patch_virtual()
    sets.patch()
    threads.patch(loops.VirtualSelector, recorder.leave)
    recorder.hook(clock.now, clock.to_ns)
    random.seed(seed)
    return programs.compile_program, lambda: recorder.tell_header("virtual", epoch, 0)


def prepare(socket, detail, start, seed, clock, producer, words):
    """Answer the function that runs the program in a namespace."""
    recorder = Recorder(Stream(socket), detail, producer, words)
    if clock == "virtual":
        ready = prepare_virtual(recorder, start, seed)
    else:
        ready = prepare_real(recorder)
    return lambda namespace: recorder.run(namespace, *ready)
