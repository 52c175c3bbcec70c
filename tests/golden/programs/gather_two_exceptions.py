import asyncio


async def fail(delay, error):
    await asyncio.sleep(delay)
    print('raising', error)
    raise error


async def main():
    try:
        await asyncio.gather(fail(2, ValueError('slow')), fail(1, KeyError('fast')))
    except (KeyError, ValueError) as error:
        print('caught', repr(error))
    await asyncio.sleep(2)
    try:
        await asyncio.gather(fail(1, ValueError('first')), fail(1, KeyError('second')))
    except (KeyError, ValueError) as error:
        print('caught', repr(error))
    results = await asyncio.gather(fail(0, ValueError('a')),
            asyncio.gather(fail(0, ValueError('b'))), return_exceptions=True)
    print(results)
    try:
        await asyncio.gather(fail(0, OSError('c')), asyncio.sleep(1))
    except OSError as error:
        print(repr(error), error.__context__)


asyncio.run(main())
