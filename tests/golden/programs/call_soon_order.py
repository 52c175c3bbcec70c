import asyncio


def say(*words):
    print(*words)


def chain(n):
    print('chain', n)
    if n:
        asyncio.get_running_loop().call_soon(chain, n - 1)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(say, 'one')
    loop.call_soon(say, 'two', 2)
    handle = loop.call_soon(say, 'cancelled')
    handle.cancel()
    print(handle.cancelled())
    asyncio.create_task(task())
    loop.call_soon(say, 'three')
    loop.call_soon(chain, 2)
    print('main yields')
    await asyncio.sleep(0)
    print('main after one iteration')
    await asyncio.sleep(0)
    print('main after two')
    await asyncio.sleep(0)
    print('main after three')


async def task():
    print('task')


asyncio.run(main())
