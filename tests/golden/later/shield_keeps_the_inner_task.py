import asyncio


async def important():
    try:
        await asyncio.sleep(3)
        print('important is done', asyncio.get_running_loop().time())
        return 'result'
    except asyncio.CancelledError:
        print('important cancelled')
        raise


async def waiter(task):
    try:
        print(await asyncio.shield(task))
    except asyncio.CancelledError:
        print('waiter cancelled, task done:', task.done())
        raise


async def main():
    task = asyncio.create_task(important())
    w = asyncio.create_task(waiter(task))
    await asyncio.sleep(1)
    w.cancel()
    await asyncio.wait([w])
    print(await task)
    try:
        await asyncio.wait_for(asyncio.shield(second := asyncio.create_task(important())), 1)
    except TimeoutError:
        print('timed out, still running', second.done())
    await second
    third = asyncio.create_task(important())
    outer = asyncio.shield(third)
    await asyncio.sleep(0)
    third.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print('cancelled from inside', outer.cancelled())
    print(await asyncio.shield(asyncio.sleep(1, 'a coroutine')), asyncio.shield(task) is task)


asyncio.run(main())
