import asyncio


def at(name, loop):
    print(name, loop.time())


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    loop.call_later(2, at, 'two', loop)
    loop.call_later(1, at, 'one', loop)
    loop.call_at(start + 1, at, 'also one', loop)
    loop.call_at(start + 1.5, at, 'one and a half', loop)
    loop.call_later(0, at, 'zero', loop)
    loop.call_later(-1, at, 'minus one', loop)
    loop.call_at(0, at, 'long ago', loop)
    loop.call_soon(at, 'soon', loop)
    gone = loop.call_later(1.2, at, 'cancelled', loop)
    print(gone.when(), gone.cancelled())
    loop.call_later(1.1, gone.cancel)
    await asyncio.sleep(0)
    print('main')
    await asyncio.sleep(3)
    print(gone.cancelled(), loop.time())
    for wrong in (lambda: loop.call_later(None, at), lambda: loop.call_at(None, at),
            lambda: loop.call_later('1', at)):
        try:
            wrong()
        except TypeError as error:
            print(error)


asyncio.run(main())
