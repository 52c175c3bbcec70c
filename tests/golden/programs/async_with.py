import asyncio


class Resource:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    async def __aenter__(self):
        print('opening', self.name)
        await asyncio.sleep(1)
        print('opened', self.name)
        return self.name.upper()

    async def __aexit__(self, kind, value, traceback):
        print('closing', self.name, kind and kind.__name__)
        await asyncio.sleep(0.5)
        print('closed', self.name)
        return self.swallow


async def use(name):
    async with Resource(name) as r:
        await asyncio.sleep(0.25)
        return r


async def main():
    print(await use('a'))
    async with Resource('b', True), Resource('c') as c:
        print(c)
        raise ValueError('inside')
    try:
        async with (Resource('d'), Resource('e')):
            raise KeyError('key')
    except KeyError as error:
        print('caught', error)
    print(await asyncio.gather(use('f'), use('g')))
    task = asyncio.create_task(use('h'))
    await asyncio.sleep(1.1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled', asyncio.get_running_loop().time())
    for wrong in (object(), 5):
        try:
            async with wrong:
                pass
        except TypeError as error:
            print(error)


asyncio.run(main())
