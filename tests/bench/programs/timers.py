"""N timers, every other one cancelled before it is due."""
import asyncio
import sys

N = int(sys.argv[1])
count = 0


def ring(number):
    global count
    count += 1


async def main():
    loop = asyncio.get_running_loop()
    timers = []
    for number in range(N):
        delay = 0.001 * (number * 7919 % 1000)
        timers.append(loop.call_later(delay, ring, number))
    for number in range(0, N, 2):
        timers[number].cancel()
    await asyncio.sleep(2)
    print(count)


asyncio.run(main())
