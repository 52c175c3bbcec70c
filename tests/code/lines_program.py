"""Every construct whose lines are reported in a way of its own; never run, only compiled."""
import a, b
from c import (
    d,
    e,
)

x = 1
x: int = 2
y = (
    a
    + b
    * c
)
z = [1, 2,
     3]
w = {
    "one": a,
    "two": b,
    c: d,
}
s = {a,
     b}
u = (a,
     b), \
    c
"a constant"
...
print("%s and %r" % (
    a,
    b))
f(1,
  a,
  k=2,
  l=b)
f(*a,
  1,
  k=2,
  **b)
a.b(
    1
).c(
    2)
(a
 .b
 .c(1)
 .d())
q = (a
     and b
     or c)
r = (a
     if b
     else c)
t = a < b < \
    c
del a, b[
    1]
assert a, \
    b
lambda v, w=1: (
    v)
if a:
    b
elif c:
    d
else:
    e
if not a or (b and
             c):
    d


def loops(n):
    """Loops."""
    i = 0
    while i < n:
        if i & 1:
            g(i)
        i += 1
    while True:
        k = data[i & 7]
        if k: continue
        break
    else:
        n
    while f(n) and g(n, i, k, a, b, c, d, e, 1, 2, 3, 4, 5):
        pass
    while 0:
        n
    for j in n: pass
    while n: n -= 1
    for j in (n,
              k):
        if j:
            continue
        elif k:
            break
    else:
        i
    for (a,
         b) in c:
        for d in a:
            if d:
                b


def comprehensions(n):
    a = [x
         for x in n
         if x
         if not x]
    b = {x: y for x in n
         for y in x}
    c = {x
         for x in [1,
                   2]}
    d = list(x
             for x in n
             if x)
    return [x for x in n if x]


def leaving(a):
    with a as b:
        return 3
    with a, b as c:
        c
    with (
        a as b,
        c,
    ):
        if b:
            return
        return b
    for i in a:
        with b:
            if i:
                break
            continue
    for i in a:
        try:
            if i: return a
            if a: continue
            break
        finally:
            b


def handling():
    try:
        a()
    except E as e:
        b()
    except (
        F
    ):
        c()
    else:
        d()
    finally:
        z()
    try:
        a
    except:
        return
    try:
        try:
            a()
        finally:
            b
    except E: pass
    try:
        raise A from \
            B
    except* E as e:
        e
    except* (F,
             G):
        g


@d
@e(
    1)
class C(
        B,
        metaclass=M):
    """A class."""
    x: int = 1
    y: str

    @property
    def m(self, a: int, *, k=2,
          **kw: str) -> float:
        """A method."""
        self.z = a
        return super().m(
            a)

    def empty(self):
        """Nothing but a docstring."""

    def defaults(self, a=1, b=2,
                 c=3): pass


async def coroutine(a):
    await a
    async for x in a:
        async with x as y:
            await y
    else:
        z
    b = [await c for c in a]
    return [d async for d in a
            if await d]


def generator():
    x = yield
    yield (
        x)
    yield from x
    return x


def matching(a):
    match a:
        case 1 | 2:
            b
        case [c, *_] if c:
            d
        case {"k": v,
              **rest}:
            v
        case C(x=1,
               y=e):
            e
        case str() as s:
            s
        case _:
            f


def generic[T: int, *Ts](a: T,
                         b=1) -> T:
    type L[U] = list[U]
    return a


class Generic[T]:
    a: T
