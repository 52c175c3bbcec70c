import asyncio


async def suicidal():
    me = asyncio.current_task()
    print(me.cancel())
    print('still running until the next await')
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        print('now')
        raise


async def returns_after_cancel():
    asyncio.current_task().cancel()
    return 'returned before any await'


async def ring(name, others):
    try:
        await asyncio.sleep(1)
        print(name, 'wakes first')
        for other in others:
            if other is not asyncio.current_task():
                print('cancel', other.get_name(), other.cancel())
    except asyncio.CancelledError:
        print(name, 'cancelled')
        raise


async def main():
    task = asyncio.create_task(suicidal())
    await asyncio.wait([task])
    print(task.cancelled())
    task = asyncio.create_task(returns_after_cancel())
    await asyncio.wait([task])
    print(task.cancelled(), task.result() if not task.cancelled() else None)
    tasks = []
    for name in 'abc':
        tasks.append(asyncio.create_task(ring(name, tasks), name=name))
    print([type(r).__name__ for r in await asyncio.gather(*tasks, return_exceptions=True)])


asyncio.run(main())
