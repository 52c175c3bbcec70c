import asyncio


async def work(name):
    try:
        await asyncio.sleep(5)
    finally:
        print(name, 'ends')


async def parent():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work('a'))
            group.create_task(work('b'))
    except asyncio.CancelledError:
        print('parent cancelled', asyncio.current_task().cancelling())
        raise


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled(), asyncio.get_running_loop().time())


asyncio.run(main())
