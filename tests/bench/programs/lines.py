"""A loop of plain statements: N of them, four stores and a test in five lines."""
import asyncio
import sys

N = int(sys.argv[1])


async def main():
    table = [2, 7, 1, 8, 2, 8, 1, 8]
    total = rest = turn = 0
    end = N // 5
    while turn < end:
        item = table[turn & 7]
        total = total + item
        rest = total - turn
        turn = turn + 1
    print(total, rest)


asyncio.run(main())
