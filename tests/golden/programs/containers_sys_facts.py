# What sys knows about itself.

import sys


def show(text, function):
    try:
        print(text, "->", repr(function()).split(" at 0x")[0])
    except BaseException as error:
        print(text, "->", type(error).__name__ + ":", error)


show("sys.maxsize", lambda: sys.maxsize)
show("sys.version_info[:3]", lambda: sys.version_info[:3])
show("sys.version_info", lambda: sys.version_info)
show("sys.platform", lambda: sys.platform)
show("sys.getrecursionlimit()", lambda: sys.getrecursionlimit())
show("sys.setrecursionlimit(0)", lambda: sys.setrecursionlimit(0))
show("sys.exit()", lambda: sys.exit())
show("sys.exit(3)", lambda: sys.exit(3))
show("sys.exit((1, 2))", lambda: sys.exit((1, 2)))
show("sys.exit('x')", lambda: sys.exit('x'))
show("sys.exit(1, 2)", lambda: sys.exit(1, 2))
show("sys.intern(5)", lambda: sys.intern(5))
show("sys.exc_info()", lambda: sys.exc_info())
show("sys.stdout.write(5)", lambda: sys.stdout.write(5))
show("sys.stdout.isatty()", lambda: sys.stdout.isatty())
show("sys.stdout.foo", lambda: sys.stdout.foo)
show("sys.version_info.foo", lambda: sys.version_info.foo)
show("sys.version_info.major", lambda: sys.version_info.major)
show("sys.foo", lambda: sys.foo)
show("sys.float_info", lambda: sys.float_info)
show("sys.int_info", lambda: sys.int_info)
show("sys.getrefcount(None)", lambda: sys.getrefcount(None))
show("sys.float_info.max", lambda: sys.float_info.max)
show("sys.implementation.name", lambda: sys.implementation.name)
show("sys.hexversion", lambda: sys.hexversion)
show("sys.maxunicode", lambda: sys.maxunicode)
