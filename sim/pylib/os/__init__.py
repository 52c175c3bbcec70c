# The harmless parts of os: what tells of the process and of paths without touching a file.
import sys
from os import path

__all__ = ("getpid", "getppid", "getcwd", "environ", "getenv", "cpu_count", "sep", "linesep",
           "path", "name", "kill", "urandom")

name = "posix"
sep = "/"
altsep = None
extsep = "."
pathsep = ":"
linesep = "\n"
curdir = "."
pardir = ".."
devnull = "/dev/null"
error = OSError
environ = {"HOME": "/home/learner", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "TZ": "UTC",
           "USER": "learner"}

_PID = 4242


def getpid():
    return _PID


def getppid():
    return 1


def getcwd():
    program = getattr(sys.modules["__main__"], "__file__", "/")
    return path.dirname(program) or "/"


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    environ[key] = value


def unsetenv(key):
    environ.pop(key, None)


def cpu_count():
    return 4


process_cpu_count = cpu_count


def getuid():
    return 1000


geteuid = getgid = getegid = getuid


def getlogin():
    return "learner"


def urandom(size):
    import random
    return random.randbytes(size)


def kill(pid, sig):
    if pid != _PID:
        raise ProcessLookupError(3, "No such process")
    if sig:
        import signal
        signal.raise_signal(sig)


def _exit(status):
    raise SystemExit(status)


def abort():
    raise SystemExit(134)


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    if hasattr(type(path), "__fspath__"):
        return path.__fspath__()
    raise TypeError("expected str, bytes or os.PathLike object, not "
                    f"{type(path).__name__}")


def get_terminal_size(fd=1):
    return terminal_size((80, 24))


class terminal_size(tuple):
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return f"os.terminal_size(columns={self[0]}, lines={self[1]})"


class PathLike:
    def __fspath__(self):
        raise NotImplementedError


def times():
    return (0.0, 0.0, 0.0, 0.0, 0.0)


def getloadavg():
    return (0.0, 0.0, 0.0)


def strerror(code):
    return {2: "No such file or directory", 3: "No such process", 13: "Permission denied",
            17: "File exists"}.get(code, f"Unknown error {code}")


_refused = """access chdir chmod chown close closerange copy_file_range dup dup2 execl execle execlp
    execv execve execvp fork forkpty fstat fsync link listdir lseek lstat makedirs mkdir mkfifo open
    pipe popen posix_spawn read readlink remove removedirs rename renames replace rmdir scandir
    spawnl spawnv stat symlink system truncate umask unlink utime wait waitpid walk write""".split()


def __getattr__(name):
    if name in _refused:
        raise NotImplementedError(
            f"os.{name} works on real files or processes, which loopscope does not have: "
            "leave it out, or keep the data in the program")
    raise AttributeError(f"module 'os' has no attribute {name!r}")
