import asyncio


async def first(mine, other):
    print('first waits')
    await other
    mine.set_result(1)


async def second(mine, other):
    print('second waits')
    await other
    mine.set_result(2)


async def main():
    loop = asyncio.get_running_loop()
    a, b = loop.create_future(), loop.create_future()
    await asyncio.gather(first(a, b), second(b, a))


asyncio.run(main())
