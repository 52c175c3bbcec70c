import asyncio

async def works(delay, value):
    await asyncio.sleep(delay)
    return value

async def fails(delay):
    await asyncio.sleep(delay)
    raise KeyError('missing')

async def main():
    results = await asyncio.gather(works(2, 'a'), fails(1), works(0, 'b'), fails(3),
                                   return_exceptions=True)
    for result in results:
        print(type(result).__name__, repr(result))

asyncio.run(main())
