import asyncio
import time

async def ticker(period, count):
    loop = asyncio.get_running_loop()
    for number in range(count):
        await asyncio.sleep(period)
        print('tick', number, loop.time())

async def blocker():
    await asyncio.sleep(1.5)
    print('blocking at', time.monotonic())
    time.sleep(2)
    print('unblocked at', time.monotonic())

async def main():
    await asyncio.gather(ticker(1, 4), ticker(0.5, 5), blocker())

asyncio.run(main())
