import asyncio
import time


async def blocking(name, seconds):
    print(name, 'begins', time.monotonic())
    time.sleep(seconds)
    print(name, 'ends', time.monotonic())


async def polite(name, seconds):
    print(name, 'begins', time.monotonic())
    await asyncio.sleep(seconds)
    print(name, 'ends', time.monotonic())


async def main():
    await asyncio.gather(polite('p1', 1), blocking('b1', 2), polite('p2', 0.5), blocking('b2', 1))
    print(f'{time.perf_counter():.3f}')
    loop = asyncio.get_running_loop()
    loop.call_later(1, lambda: print('timer due at 4, runs at', loop.time()))
    loop.call_later(1.5, lambda: print('timer due at 4.5, runs at', loop.time()))
    time.sleep(3)
    await asyncio.sleep(0)
    print('main', loop.time())


asyncio.run(main())
