import asyncio


def plain():
    return 5


class Wrong:
    def __await__(self):
        return 5


class AlsoWrong:
    def __await__(self):
        return asyncio.sleep(0)


def generator():
    yield 1


class Foreign:
    def __await__(self):
        yield 'not a future'


async def attempt(thing):
    try:
        print(await thing)
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, error)


async def main():
    await attempt(plain())
    await attempt(None)
    await attempt([asyncio.sleep])
    await attempt(plain)
    await attempt(attempt)
    await attempt(Wrong())
    await attempt(AlsoWrong())
    await attempt(generator())
    await attempt(Foreign())
    try:
        async with plain():
            pass
    except TypeError as error:
        print(error)
    try:
        async for x in [1, 2]:
            pass
    except TypeError as error:
        print(error)
    try:
        for x in agen():
            pass
    except TypeError as error:
        print(error)
    try:
        with manager():
            pass
    except TypeError as error:
        print(error)


async def agen():
    yield 1


class manager:
    async def __aenter__(self):
        pass

    async def __aexit__(self, *info):
        pass


asyncio.run(main())
