import asyncio


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(0.1)
    timer = loop.call_later(0.2, print, 'fired')
    print(loop.time(), timer.when(), loop.time() + 0.2 == timer.when())
    print(loop.call_at(7, print).when(), loop.call_at(0.3, print).when(), loop.call_later(5, print).when())
    await asyncio.sleep(0.2)
    print(loop.time(), timer.when() - loop.time())
    await asyncio.sleep(1 / 3)
    print(loop.time())
    await asyncio.sleep(1e-9)
    print(loop.time())
    await asyncio.sleep(1e-10)
    print(loop.time())


asyncio.run(main())
