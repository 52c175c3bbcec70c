import asyncio


async def fail(delay):
    await asyncio.sleep(delay)
    raise ValueError('nobody looks')


async def main():
    task = asyncio.create_task(fail(1))
    await asyncio.sleep(2)
    print('task done', task.done())
    del task
    print('task deleted')
    seen = asyncio.create_task(fail(0))
    await asyncio.sleep(1)
    print(repr(seen.exception()))
    future = asyncio.get_running_loop().create_future()
    future.set_exception(KeyError('in a future'))
    del future
    print('main ends')


asyncio.run(main())
