import asyncio


async def work(name, delay):
    try:
        await asyncio.sleep(delay)
        print(name, 'finished')
    except asyncio.CancelledError:
        print(name, 'cancelled')
        raise


async def fail(delay, error):
    await asyncio.sleep(delay)
    raise error


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work('a', 1))
            group.create_task(fail(2, ValueError('boom')))
            group.create_task(work('b', 3))
            group.create_task(work('c', 4))
            await asyncio.sleep(10)
            print('never')
    except* ValueError as errors:
        print(errors, errors.exceptions, asyncio.get_running_loop().time())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(1, ValueError('one')))
            group.create_task(fail(1, KeyError('two')))
            group.create_task(work('d', 5))
    except ExceptionGroup as errors:
        print(errors.message, [repr(e) for e in errors.exceptions])
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work('e', 5))
            raise KeyError('from the body')
    except* KeyError as errors:
        print(errors.exceptions)
    async with asyncio.TaskGroup() as group:
        task = group.create_task(work('f', 5))
        await asyncio.sleep(1)
        task.cancel()
    print('a cancelled child is no error', task.cancelled())
    async with asyncio.TaskGroup() as group:
        group.create_task(fail(0, SystemError('last')))


asyncio.run(main())
