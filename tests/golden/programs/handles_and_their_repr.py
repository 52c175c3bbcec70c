import asyncio


def callback(*args):
    print('callback', args)


async def main():
    loop = asyncio.get_running_loop()
    handle = loop.call_soon(callback, 1)
    print(handle)
    handle.cancel()
    print(handle, handle.cancelled())
    timer = loop.call_later(2, callback, 'late')
    print(timer, timer.when())
    timer.cancel()
    timer.cancel()
    print(timer, timer.cancelled())
    await asyncio.sleep(3)
    print('nothing was called')
    timers = [loop.call_later(1, callback, n) for n in range(150)]
    for timer in timers[10:]:
        timer.cancel()
    await asyncio.sleep(2)
    print(loop.time())


asyncio.run(main())
