import asyncio


async def work(n):
    await asyncio.sleep(n)
    if n == 3:
        raise ValueError(n)
    return n


async def main():
    for coroutine in asyncio.as_completed([work(2), work(1), work(4), work(3)]):
        try:
            print(await coroutine, asyncio.get_running_loop().time())
        except ValueError as error:
            print('error', error)
    tasks = [asyncio.create_task(work(n), name=f't{n}') for n in (2, 1, 0)]
    async for task in asyncio.as_completed(tasks):
        print(task.get_name(), await task, task in tasks)
    try:
        for coroutine in asyncio.as_completed([work(5), work(1)], timeout=2):
            print(await coroutine)
    except TimeoutError:
        print('timeout', asyncio.get_running_loop().time())
    try:
        async for task in asyncio.as_completed([work(9)], timeout=1):
            print(task)
    except TimeoutError:
        print('timeout')
    print([await c for c in asyncio.as_completed([])])
    try:
        asyncio.as_completed(c := work(1))
    except TypeError as error:
        print(error)
        c.close()


asyncio.run(main())
