# anext and aiter, with and without a default.
import asyncio

async def agen(n):
    for i in range(n):
        await asyncio.sleep(0.1)
        yield i

class Count:

    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n

async def main():
    it = agen(2)
    print(await anext(it), await anext(it, 'd'), await anext(it, 'd'), await anext(it, 'e'))
    c = Count(1)
    print(await anext(c), await anext(c, 'over'))
    try:
        await anext(c)
    except StopAsyncIteration as e:
        print('stop', e.args)
    try:
        await anext(agen(0))
    except StopAsyncIteration as e:
        print('stop2', e.args)
    print([x async for x in aiter(agen(3))], [x async for x in Count(3)])
    for bad in (5, [1]):
        try:
            aiter(bad)
        except TypeError as e:
            print(e)
        try:
            await anext(bad, 1)
        except TypeError as e:
            print(e)
    t = asyncio.create_task(anext_task())
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print('cancelled')
    print(type(anext(agen(1), 5)), type(anext(agen(1))))

async def anext_task():
    return await anext(agen(1), 'x')
asyncio.run(main())
