import asyncio


async def work(delay):
    try:
        await asyncio.sleep(delay)
        return 'finished'
    except asyncio.CancelledError:
        print('cancelled')
        raise


async def attempt(delay, timeout):
    try:
        print(delay, timeout, await asyncio.wait_for(work(delay), timeout))
    except TimeoutError:
        print(delay, timeout, 'timeout')


async def main():
    await attempt(1, 1)
    await attempt(0, 0.5)
    await attempt(0.5, 0.4999)
    task = asyncio.create_task(work(1))
    await asyncio.sleep(0)
    try:
        print(await asyncio.wait_for(task, 1))
    except TimeoutError:
        print('timeout')
    await asyncio.gather(attempt(1, 1), attempt(2, 2))


asyncio.run(main())
