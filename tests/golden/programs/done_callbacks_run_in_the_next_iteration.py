import asyncio


async def work():
    print('work')
    return 5


async def main():
    task = asyncio.create_task(work())
    task.add_done_callback(lambda t: print('first callback', t.result()))
    task.add_done_callback(lambda t: print('second callback', asyncio.get_running_loop().time()))
    await asyncio.sleep(0)
    print('main: task is done', task.done(), 'but callbacks have not run')
    await asyncio.sleep(0)
    print('main: now they have')
    task.add_done_callback(lambda t: print('callback of a finished task'))
    print('added')
    await asyncio.sleep(0)
    print('end')


def outer(task):
    print('outer callback')
    asyncio.get_running_loop().call_soon(print, 'scheduled by a callback')


async def second():
    task = asyncio.create_task(work())
    task.add_done_callback(outer)
    await task
    print('awaited')
    await asyncio.sleep(0)
    print('after one more')


asyncio.run(main())
asyncio.run(second())
