import asyncio
import time


async def main():
    start = time.monotonic()
    reads = 0
    while time.monotonic() - start < 0.05:
        reads += 1
    print(reads, time.monotonic() > start)
    await asyncio.sleep(1)
    before = time.monotonic()
    print(time.monotonic() == before)
    done = asyncio.create_task(asyncio.sleep(0.02))
    turns = 0
    while not done.done():
        turns += 1
        await asyncio.sleep(0)
    print(turns)


asyncio.run(main())
