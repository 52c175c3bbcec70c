"""N tasks that end in their first step, made and awaited a thousand at a time."""
import asyncio
import sys

N = int(sys.argv[1])


async def echo(number):
    return number


async def main():
    total = 0
    for start in range(0, N, 1000):
        batch = []
        for number in range(start, min(start + 1000, N)):
            batch.append(asyncio.create_task(echo(number)))
        for task in batch:
            total += await task
    print(total)


asyncio.run(main())
