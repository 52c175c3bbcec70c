import asyncio


async def work(delay, value='value'):
    try:
        await asyncio.sleep(delay)
        print('finished', value)
        return value
    except asyncio.CancelledError:
        print('cancelled', value)
        raise


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.wait_for(work(1, 'in time'), 2), loop.time())
    try:
        await asyncio.wait_for(work(5, 'too slow'), 1)
    except asyncio.TimeoutError as error:
        print('timeout', repr(error), type(error) is TimeoutError, repr(error.__cause__), loop.time())
    print(await asyncio.wait_for(work(1, 'no limit'), None), loop.time())
    try:
        await asyncio.wait_for(work(0, 'zero limit'), 0)
    except TimeoutError:
        print('timeout of zero', loop.time())
    try:
        await asyncio.wait_for(work(0, 'negative'), -1)
    except TimeoutError:
        print('negative timeout')
    done = asyncio.create_task(work(0, 'done before'))
    await done
    print(await asyncio.wait_for(done, 0), await asyncio.wait_for(done, 1))
    task = asyncio.create_task(work(3, 'task'))
    try:
        await asyncio.wait_for(task, 1)
    except TimeoutError:
        print('the task is cancelled', task.cancelled(), loop.time())
    future = loop.create_future()
    try:
        await asyncio.wait_for(future, 1)
    except TimeoutError:
        print('the future is cancelled', future.cancelled())
    try:
        await asyncio.wait_for(failing(), 1)
    except ValueError as error:
        print('error passes through', error)
    print(await asyncio.wait_for(work(1, 'just in time'), 1.5))


async def failing():
    raise ValueError('failed')


asyncio.run(main())
