import asyncio


async def long(days, name):
    await asyncio.sleep(days * 86400)
    print(name, asyncio.get_running_loop().time() / 86400)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(36 * 3600, print, 'a day and a half')
    await asyncio.gather(long(2.25, 'two and a quarter'), long(1, 'one'), long(1.5, 'one and a half'))
    handle = loop.call_later(10 ** 9, print, 'never')
    handle.cancel()
    await asyncio.sleep(0.001)
    print(loop.time())


asyncio.run(main())
