"""What `python3 -c` gets: finds the recorder's modules, records the program, and runs it.

The words after it are the numbers of two open files (the modules; the socket to the
process that keeps the trace), the detail, the virtual clock's start and seed, the
clock, who records, and then the program and its own words.
"""
import sys
from _frozen_importlib import ModuleSpec


def check_version():
    if not (3, 11) <= sys.version_info[:2] <= (3, 14):
        version = ".".join(map(str, sys.version_info[:3]))
        print(f"loopscope: {sys.executable} is Python {version}; 3.11 to 3.14 can be recorded: "
              "give --python PATH", file=sys.stderr)
        sys.exit(2)


class Modules:
    """Finds the recorder's modules, `_loopscope.NAME`, while it is on sys.meta_path."""

    def __init__(self, number):
        self.texts = {"_loopscope": b""}
        with open(number, "rb") as file:
            while line := file.readline():
                name, length = line.split()
                self.texts["_loopscope." + name.decode()] = file.read(int(length))
        self.texts["_loopscope.virtualclock"] = b""

    def find_spec(self, name, path=None, target=None):
        if name not in self.texts:
            return None
        is_package = any(other.startswith(name + ".") for other in self.texts)
        return ModuleSpec(name, self, is_package=is_package)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        name = module.__name__
        exec(compile(self.texts[name], f"<{name}>", "exec"), module.__dict__)


def begin():
    """Make ready; answer the function that runs the program in the namespace it is given."""
    check_version()
    modules, socket, detail, start, seed, clock, producer = sys.argv[1:8]
    if not sys.flags.safe_path:
        sys.path.pop(0)  # the working directory is not where the program's modules are
    finder = Modules(int(modules))
    sys.meta_path.insert(0, finder)
    from _loopscope import run
    ready = run.prepare(int(socket), detail, int(start), int(seed), clock, producer,
                        sys.argv[8:])
    sys.meta_path.remove(finder)
    for name in finder.texts:
        module = sys.modules.pop(name, None)
        if module is not None:  # nothing of `__main__` may be kept alive from here
            module.__spec__ = module.__loader__ = None
    return ready


def main():
    """The program gets this very namespace: it dies at exit exactly when `__main__` does."""
    ready = begin()
    namespace = sys.modules["__main__"].__dict__
    for name in list(namespace):
        if name not in ("__name__", "__doc__", "__package__", "__loader__", "__spec__",
                        "__builtins__"):
            del namespace[name]
    namespace["__doc__"] = None
    ready(namespace)


main()
