import asyncio
import time


async def tick():
    for number in range(3):
        await asyncio.sleep(1)
        print(f"tick {number} at {time.monotonic():.0f} s")


async def careless():
    await asyncio.sleep(0.5)
    print("careless sleeps without await")
    time.sleep(2.5)
    print("careless is done")


async def main():
    await asyncio.gather(tick(), careless())


asyncio.run(main())
