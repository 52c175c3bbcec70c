import asyncio


class Countdown:
    def __init__(self, n):
        self.n = n

    def __await__(self):
        while self.n:
            print('left', self.n)
            self.n -= 1
            yield
        return 'lift-off'


class Delegating:
    def __await__(self):
        result = yield from Countdown(1).__await__()
        yield from asyncio.sleep(1).__await__()
        return result + ' delegated'


class Ready:
    def __await__(self):
        return iter(())


class Future:
    def __await__(self):
        return asyncio.get_running_loop().create_task(asyncio.sleep(1, 'task')).__await__()


async def other():
    for i in range(4):
        print('other', i)
        await asyncio.sleep(0)


async def main():
    task = asyncio.create_task(other())
    print(await Countdown(3))
    print(await Delegating())
    print(await Ready())
    print(await Future())
    print(await asyncio.gather(Countdown(1), Ready()))
    await task
    print(asyncio.iscoroutine(Ready()), asyncio.iscoroutine(c := other()), asyncio.isfuture(task),
          asyncio.iscoroutinefunction(other))
    c.close()


asyncio.run(main())
