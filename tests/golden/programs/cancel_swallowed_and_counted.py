import asyncio


async def stubborn():
    me = asyncio.current_task()
    for attempt in range(3):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print('attempt', attempt, 'cancelling', me.cancelling())
    print('uncancel', me.uncancel(), me.uncancel(), me.uncancel(), me.uncancel())
    return 'survived'


async def main():
    task = asyncio.create_task(stubborn())
    for _ in range(3):
        await asyncio.sleep(1)
        print(task.cancel(), task.cancelling())
    print(await task, task.cancelled(), task.cancelling())

    async def twice():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print('first')
        await asyncio.sleep(1)
        print('second sleep was not cancelled')
    task = asyncio.create_task(twice())
    await asyncio.sleep(1)
    task.cancel()
    task.cancel()
    await task
    print(task.cancelled(), task.cancelling())


asyncio.run(main())
