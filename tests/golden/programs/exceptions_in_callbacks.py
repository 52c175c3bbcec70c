import asyncio


def bad():
    raise ValueError('callback failed')


def bad_done(task):
    1 / 0


async def work():
    return 'worked'


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(bad)
    loop.call_soon(print, 'the next callback still runs')
    await asyncio.sleep(0)
    task = asyncio.create_task(work())
    task.add_done_callback(bad_done)
    print(await task)
    await asyncio.sleep(0)
    loop.call_later(1, bad)
    await asyncio.sleep(2)
    print('main ends')


asyncio.run(main())
