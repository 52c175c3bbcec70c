import asyncio


async def ticker(delay, count):
    try:
        for number in range(count):
            yield number
            await asyncio.sleep(delay)
    finally:
        print('ticker finished')


async def squares():
    async for number in ticker(1, 3):
        yield number * number


async def echo():
    received = None
    while True:
        try:
            received = yield f'got {received}'
        except ValueError as error:
            received = f'error {error}'


async def main():
    async for number in ticker(0.5, 3):
        print(number, asyncio.get_running_loop().time())
    else:
        print('else')
    print([x async for x in squares()])
    async for number in ticker(1, 5):
        if number == 1:
            break
    await asyncio.sleep(0)
    print('after break')
    e = echo()
    print(await e.asend(None), await e.asend('a'), await anext(e))
    print(await e.athrow(ValueError('v')))
    await e.aclose()
    try:
        await anext(e)
    except StopAsyncIteration:
        print('StopAsyncIteration')
    print(await anext(e, 'default'), type(e).__name__, e.__name__)
    g = ticker(0, 1)
    print(await g.__anext__(), aiter(g) is g)
    try:
        await g.__anext__()
    except StopAsyncIteration as stop:
        print(repr(stop))
    try:
        await echo().asend('early')
    except TypeError as error:
        print(error)
    h = ticker(1, 2)
    task = asyncio.create_task(anext(h))
    print(await task)


asyncio.run(main())
