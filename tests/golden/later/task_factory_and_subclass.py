import asyncio


class Named(asyncio.Task):
    def __init__(self, coro, **kwargs):
        super().__init__(coro, **kwargs)
        print('made a task for', coro.__name__)


def factory(loop, coro, **kwargs):
    return Named(coro, loop=loop, **kwargs)


async def work(n):
    await asyncio.sleep(n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_task_factory())
    loop.set_task_factory(factory)
    task = asyncio.create_task(work(1), name='mine')
    print(type(task).__name__, task.get_name(), await task)
    print(await asyncio.gather(work(1), work(2)))
    loop.set_task_factory(None)
    print(type(asyncio.create_task(work(0))).__name__)
    try:
        loop.set_task_factory(5)
    except TypeError as error:
        print(error)


asyncio.run(main())
