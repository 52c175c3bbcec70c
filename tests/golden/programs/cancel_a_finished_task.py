import asyncio


async def quick():
    return 'quick'


async def sleeper():
    await asyncio.sleep(1)
    return 'slept'


async def main():
    task = asyncio.create_task(quick())
    await task
    print(task.cancel(), task.cancelled(), task.result())
    task = asyncio.create_task(sleeper())
    await asyncio.sleep(1)
    print('its timer has fired', task.done(), task.cancel())
    try:
        print(await task)
    except asyncio.CancelledError:
        print('cancelled between the timer and the wake-up')
    task = asyncio.create_task(sleeper())
    await asyncio.sleep(1)
    await asyncio.sleep(0)
    print('one iteration later', task.done(), task.cancel())
    print(await task if not task.cancelled() else 'cancelled')


asyncio.run(main())
