import asyncio


async def work(name):
    try:
        await asyncio.sleep(3)
        print(name, 'finished')
    except asyncio.CancelledError:
        print(name, 'cancelled')
        raise


async def waiter(tasks):
    try:
        await asyncio.wait(tasks)
    except asyncio.CancelledError:
        print('waiter cancelled')
        raise


async def main():
    tasks = [asyncio.create_task(work('a')), asyncio.create_task(work('b'))]
    task = asyncio.create_task(waiter(tasks))
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(task.cancelled(), [t.done() for t in tasks])
    await asyncio.wait(tasks)


asyncio.run(main())
