import asyncio


async def work(name, delay):
    try:
        await asyncio.sleep(delay)
        return name
    except asyncio.CancelledError:
        print(name, 'cancelled')
        raise


async def main():
    group = asyncio.gather(work('a', 1), work('b', 5))
    await asyncio.sleep(2)
    print(group.cancel(), group.cancelled())
    try:
        await group
    except asyncio.CancelledError:
        print('group cancelled', group.cancelled(), group.done())
    print(group.cancel())
    children = [asyncio.create_task(work('c', 1)), asyncio.create_task(work('d', 3))]
    group = asyncio.gather(*children)
    await asyncio.sleep(0.5)
    children[0].cancel()
    try:
        await group
    except asyncio.CancelledError as error:
        print('a child was cancelled', error.args, children[1].done())
    print(await children[1])
    children = [asyncio.create_task(work('e', 1)), asyncio.create_task(work('f', 3))]
    children[0].cancel('because')
    results = await asyncio.gather(*children, return_exceptions=True)
    print([repr(r) for r in results])
    group = asyncio.gather(work('g', 1), return_exceptions=True)
    await asyncio.sleep(0)
    group.cancel()
    try:
        print(await group)
    except asyncio.CancelledError:
        print('cancelled in spite of return_exceptions')


async def parent():
    try:
        await asyncio.gather(work('h', 10), work('i', 10))
    except asyncio.CancelledError:
        print('parent cancelled')
        raise


async def second():
    task = asyncio.create_task(parent())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
asyncio.run(second())
