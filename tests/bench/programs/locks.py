"""N turns: a third each through a lock, a semaphore and a pair of events."""
import asyncio
import sys

N = int(sys.argv[1])
TURNS = N // 12  # of one of the four tasks that share a lock


async def hold(lock):
    for turn in range(TURNS):
        async with lock:
            await asyncio.sleep(0)


async def alternate(mine, other):
    for turn in range(2 * TURNS):
        await mine.wait()
        mine.clear()
        other.set()


async def contend(lock):
    tasks = [asyncio.create_task(hold(lock)) for number in range(4)]
    for task in tasks:
        await task


async def main():
    await contend(asyncio.Lock())
    await contend(asyncio.Semaphore(2))
    first, second = asyncio.Event(), asyncio.Event()
    tasks = [asyncio.create_task(alternate(first, second)),
             asyncio.create_task(alternate(second, first))]
    first.set()
    for task in tasks:
        await task


asyncio.run(main())
