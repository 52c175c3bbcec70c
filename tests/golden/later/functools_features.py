import asyncio
import functools


def timed(f):
    @functools.wraps(f)
    async def wrapper(*args, **kwargs):
        start = asyncio.get_running_loop().time()
        try:
            return await f(*args, **kwargs)
        finally:
            print(f.__name__, 'took', asyncio.get_running_loop().time() - start)
    return wrapper


@timed
async def work(n):
    """Works."""
    await asyncio.sleep(n)
    return n


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@functools.cache
def slow(x):
    print('computing', x)
    return x * x


@functools.total_ordering
class V:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


class Lazy:
    @functools.cached_property
    def value(self):
        print('once')
        return 42


@functools.singledispatch
def kind(x):
    return 'other'


@kind.register
def _(x: int):
    return 'int'


@kind.register(str)
def _(x):
    return 'str'


async def main():
    print(await asyncio.gather(work(1), work(2)), work.__name__, work.__doc__, work.__wrapped__.__name__)
    print(fib(80), fib.cache_info(), slow(3), slow(3),
          functools.reduce(lambda a, b: a * b, [1, 2, 3, 4]), functools.reduce(max, [3, 9, 2], 5))
    p = functools.partial(print, 'partial', sep='-')
    p('a', 'b')
    print(functools.partial(int, base=2)('101'), p.args, p.keywords, V(1) >= V(0), V(1) <= V(0),
          sorted([V(3), V(1)], key=functools.cmp_to_key(lambda a, b: a.n - b.n))[0].n)
    lazy = Lazy()
    print(lazy.value, lazy.value, kind(1), kind('a'), kind(1.5))
    asyncio.get_running_loop().call_soon(functools.partial(print, 'called', end='!\n'))
    await asyncio.sleep(0)


asyncio.run(main())
