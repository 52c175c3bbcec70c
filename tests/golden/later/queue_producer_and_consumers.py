import asyncio


async def producer(queue):
    for n in range(6):
        await queue.put(n)
        print('put', n, 'size', queue.qsize())
        await asyncio.sleep(0.5)


async def consumer(name, queue):
    while True:
        item = await queue.get()
        await asyncio.sleep(1)
        print(name, 'did', item, asyncio.get_running_loop().time())
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=2)
    consumers = [asyncio.create_task(consumer(f'c{n}', queue)) for n in range(2)]
    await producer(queue)
    await queue.join()
    print('all done', queue.empty(), queue.full(), queue.maxsize)
    for task in consumers:
        task.cancel()
    await asyncio.gather(*consumers, return_exceptions=True)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(type(error).__name__)
    queue.put_nowait(1)
    queue.put_nowait(2)
    try:
        queue.put_nowait(3)
    except asyncio.QueueFull as error:
        print(type(error).__name__)
    print(queue.get_nowait(), await queue.get())
    queue.task_done()
    queue.task_done()
    try:
        queue.task_done()
    except ValueError as error:
        print(error)
    getter = asyncio.create_task(queue.get())
    await asyncio.sleep(1)
    getter.cancel()
    await queue.put('kept')
    await asyncio.sleep(0)
    print(queue.qsize(), getter.cancelled())


asyncio.run(main())
