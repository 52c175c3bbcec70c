"""N switches at the far end of a hundred coroutines that await each other."""
import asyncio
import sys

N = int(sys.argv[1])


async def descend(depth):
    if depth > 0:
        return 1 + await descend(depth - 1)
    for turn in range(N):
        await asyncio.sleep(0)
    return 0


async def main():
    print(await descend(100))


asyncio.run(main())
