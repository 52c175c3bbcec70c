import asyncio


class Awaitable:
    def __await__(self):
        yield from asyncio.sleep(1).__await__()
        return 'awaitable'


async def work():
    return 'work'


async def main():
    task = asyncio.ensure_future(work())
    print(type(task).__name__, asyncio.ensure_future(task) is task)
    future = asyncio.get_running_loop().create_future()
    print(asyncio.ensure_future(future) is future)
    wrapped = asyncio.ensure_future(Awaitable())
    print(wrapped.get_name(), wrapped.get_coro().__qualname__)
    print(await task, await wrapped)
    for wrong in (5, work, 'text', None):
        try:
            asyncio.ensure_future(wrong)
        except TypeError as error:
            print(error)
    future.cancel()
    print(await asyncio.ensure_future(work(), loop=asyncio.get_running_loop()))


asyncio.run(main())
