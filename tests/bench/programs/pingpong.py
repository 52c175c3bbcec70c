"""Two tasks that give way to each other by sleep(0), N times each."""
import asyncio
import sys

N = int(sys.argv[1])


async def give_way(times):
    for turn in range(times):
        await asyncio.sleep(0)


async def main():
    left = asyncio.create_task(give_way(N))
    right = asyncio.create_task(give_way(N))
    await left
    await right


asyncio.run(main())
