import asyncio


async def child():
    await asyncio.sleep(1)
    return [1, 2]


async def fails():
    raise ValueError('bad')


def callback(future):
    pass


async def main():
    task = asyncio.create_task(child(), name='kid')
    print(task)
    task.add_done_callback(callback)
    await asyncio.sleep(0)
    print(task)
    await task
    print(task)
    bad = asyncio.create_task(fails())
    await asyncio.wait([bad])
    print(bad)
    gone = asyncio.create_task(child())
    gone.cancel()
    await asyncio.wait([gone])
    print(gone)
    print(repr(bad.exception()))
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future)
    future.add_done_callback(callback)
    print(future)
    future.set_result({'a': 1})
    print(future)
    other = loop.create_future()
    other.set_exception(KeyError('k'))
    print(other, repr(other.exception()))
    other = loop.create_future()
    other.cancel()
    print(other, loop)


asyncio.run(main())
