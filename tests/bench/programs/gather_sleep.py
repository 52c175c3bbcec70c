"""N coroutines given to one gather, all of them asleep at the same time."""
import asyncio
import sys

N = int(sys.argv[1])


async def nap(number):
    await asyncio.sleep(0.001 * (number % 1000))
    return number


async def main():
    naps = []
    for number in range(N):
        naps.append(nap(number))
    print(len(await asyncio.gather(*naps)))


asyncio.run(main())
