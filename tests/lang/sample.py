"""A program with some of everything, to be cut off and changed anywhere."""

import asyncio as aio, os.path
from . import (a, b as c,)
from ..d.e import *


@decorator(1, *args, key=value, **kwargs)
async def main[T: int, *Ts, **P](first, /, second: str = 'two', *rest, third=3, **others) -> None:
    '''Doc'''
    global counter; nonlocal_ = 0x_1F + 0b1 - 1_000.5e-3 * 2j // .5 % 7 @ m ** -1
    async with lock as held, other:
        async for item in stream():
            await aio.sleep(0.1 if item else 2)
    else_ = [x async for x, *y in z if x if not y for w in v]
    return {**a, 'k': (yield), f'{x!r:>{width}}{y=}{{}}': lambda q=1, *w: (q := w)}


class Point(Base, metaclass=Meta):
    x: int = 1
    (y): float

    def __init__(self): self.x, *self.y = 1, 2; pass


type Alias[K] = dict[K, list[int]]
try:
    with (open("f") as f, open('g'),):
        del f[0], (g.h, [i])
    raise ValueError("é日本\x41\u00e9\n") from None
except* (KeyError, ValueError) as error:
    assert error is not None, "message"
else:
    while True:
        if a < b <= c != d not in e and f or not g: break
        elif ~h & i | j ^ k << 2 >> 1: continue
        else: x = y = (z,)
finally:
    print(*a, sep='', end="\n", file=sys.stderr) # comment

match command.split():
    case ["go", direction] | ("walk", direction) if direction in "nsew":
        x += 1; y //= 2
    case {"key": [1, -2.5 | 3 + 4j, *_], **rest} as whole:
        pass
    case Point(x=0, y=None) | os.path.sep | True | b'x' b"y":
        pass
    case _:
        value = a[1:2, ::3, ...] if \
            b else c[*d]
for i, (j, k) in enumerate([{1, 2}, {x for x in y}, {k: v for k, v in z}]):
    total = sum(x ** 2 for x in range(10))
