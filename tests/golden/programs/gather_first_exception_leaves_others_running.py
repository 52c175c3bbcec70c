import asyncio

async def works(delay, value):
    await asyncio.sleep(delay)
    print('works', value)
    return value

async def fails(delay):
    await asyncio.sleep(delay)
    raise ValueError(f'after {delay}')

async def main():
    try:
        await asyncio.gather(works(1, 'a'), fails(2), works(3, 'b'), fails(4))
    except ValueError as error:
        print('caught', error, 'at', asyncio.get_running_loop().time())
    await asyncio.sleep(3)
    print('end')

asyncio.run(main())
