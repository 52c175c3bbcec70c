import asyncio
import inspect
import types


async def coroutine():
    pass


async def agen():
    yield 1


def gen():
    yield 1


@types.coroutine
def old():
    yield
    return 'old style'


class C:
    async def method(self):
        pass


for thing in (coroutine, agen, gen, old, C().method, len, lambda: 0):
    print(asyncio.iscoroutinefunction(thing), inspect.iscoroutinefunction(thing),
          inspect.isasyncgenfunction(thing), inspect.isgeneratorfunction(thing))
c, g, a = coroutine(), gen(), agen()
print(asyncio.iscoroutine(c), inspect.iscoroutine(c), inspect.isawaitable(c),
      inspect.isgenerator(g), inspect.isasyncgen(a), inspect.isawaitable(g),
      inspect.isawaitable(old()))
print(inspect.getcoroutinestate(c), inspect.getgeneratorstate(g))
c.close()
print(inspect.getcoroutinestate(c), next(g), inspect.getgeneratorstate(g))


async def main():
    print(await old())
    await asyncio.create_task(coroutine())


asyncio.run(main())
