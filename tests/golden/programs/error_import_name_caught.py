try:
    from math import floor, cieling
except ImportError as error:
    print(type(error).__name__, error.name, str(error).startswith("cannot import name 'cieling' from 'math'"))
try:
    import no_such_module
except ModuleNotFoundError as error:
    print(error, error.name)
try:
    import asyncio.no_such_part
except ImportError as error:
    print(error)
import math as m, random
from math import sqrt as root, pi
print(m.floor(2.5), root(16), pi, m is __import__('math'))
import asyncio.tasks
print(asyncio.tasks.sleep is asyncio.sleep)


def inside():
    import sys
    from time import monotonic
    return sys.argv[0], monotonic()


print(inside())
