import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def blocking(name, seconds):
    print(name, 'begins', time.monotonic())
    time.sleep(seconds)
    print(name, 'ends', time.monotonic())
    return name


def failing():
    raise ValueError('in a thread')


async def ticker():
    for n in range(4):
        print('tick', n, time.monotonic())
        await asyncio.sleep(0.6)


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.gather(asyncio.to_thread(blocking, 'a', 1), ticker(),
          asyncio.to_thread(blocking, 'b', seconds=2)))
    print(await loop.run_in_executor(None, blocking, 'c', 1))
    with ThreadPoolExecutor(max_workers=2) as pool:
        futures = [loop.run_in_executor(pool, blocking, f'p{n}', 1) for n in range(3)]
        print(await asyncio.gather(*futures), time.monotonic())
    try:
        await asyncio.to_thread(failing)
    except ValueError as error:
        print(error)
    loop.call_later(1, print, 'timer')
    await asyncio.wait_for(asyncio.to_thread(blocking, 'd', 2), 3)


asyncio.run(main())
print(time.monotonic())
