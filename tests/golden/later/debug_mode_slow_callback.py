import asyncio
import time


async def slow():
    time.sleep(0.5)


def slow_callback():
    time.sleep(0.2)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    await asyncio.create_task(slow())
    loop.call_soon(slow_callback)
    await asyncio.sleep(1)
    print('done')


asyncio.run(main(), debug=True)
