import asyncio
import threading
import time


def worker(loop, event):
    time.sleep(1)
    print('worker sets the event')
    loop.call_soon_threadsafe(event.set)
    future = asyncio.run_coroutine_threadsafe(add(1, 2), loop)
    print('worker got', future.result(), time.monotonic())


async def add(a, b):
    await asyncio.sleep(1)
    return a + b


async def main():
    event = asyncio.Event()
    thread = threading.Thread(target=worker, args=(asyncio.get_running_loop(), event))
    thread.start()
    await event.wait()
    print('event seen', time.monotonic())
    await asyncio.sleep(2)
    thread.join()
    print('joined', time.monotonic())


asyncio.run(main())
