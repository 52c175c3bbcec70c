import asyncio


class Countdown:
    def __init__(self, start):
        self.current = start

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.current == 0:
            raise StopAsyncIteration
        await asyncio.sleep(1)
        self.current -= 1
        return self.current + 1


class Both:
    def __aiter__(self):
        return Countdown(2)

    def __iter__(self):
        return iter('ab')


class BadNext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


class BadIter:
    def __aiter__(self):
        return 5


async def main():
    async for number in Countdown(3):
        if number == 2:
            continue
        print(number, asyncio.get_running_loop().time())
    else:
        print('finished')
    print([x async for x in Both()], list(Both()))
    async for a, b in pairs():
        print(a, b)
    for bad in (BadNext(), BadIter(), 5):
        try:
            async for _ in bad:
                pass
        except TypeError as error:
            print(error)
    try:
        async for x in failing():
            print(x)
    except ValueError as error:
        print(error)


async def pairs():
    yield 1, 2
    yield 3, 4


async def failing():
    yield 'one'
    raise ValueError('generator failed')


async def run_both():
    async def consume(name):
        async for number in Countdown(2):
            print(name, number)
    await asyncio.gather(consume('x'), consume('y'))


asyncio.run(main())
asyncio.run(run_both())
