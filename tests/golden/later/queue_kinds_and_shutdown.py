import asyncio


async def main():
    lifo, priority = asyncio.LifoQueue(), asyncio.PriorityQueue()
    for item in (3, 1, 2):
        await lifo.put(item)
        await priority.put((item, f'p{item}'))
    print([lifo.get_nowait() for _ in range(3)], [await priority.get() for _ in range(3)])
    queue = asyncio.Queue()
    queue.put_nowait('left')
    queue.shutdown()
    try:
        await queue.put('more')
    except asyncio.QueueShutDown as error:
        print(type(error).__name__)
    print(await queue.get())
    try:
        await queue.get()
    except asyncio.QueueShutDown:
        print('empty and shut down')
    queue = asyncio.Queue(1)
    await queue.put(1)
    putter, getters = asyncio.create_task(queue.put(2)), []
    await asyncio.sleep(0)
    queue.shutdown(immediate=True)
    print(repr((await asyncio.gather(putter, return_exceptions=True))[0]))
    empty = asyncio.Queue()
    getters = [asyncio.create_task(empty.get()) for _ in range(2)]
    await asyncio.sleep(0)
    empty.shutdown()
    print([type(r).__name__ for r in await asyncio.gather(*getters, return_exceptions=True)])
    print(asyncio.Queue(3).maxsize, str(asyncio.Queue(3)).split(' at ')[0])


asyncio.run(main())
