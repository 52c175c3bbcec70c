import asyncio

async def after(delay, value):
    await asyncio.sleep(delay)
    print('ready', value)
    return value

async def main():
    print(await asyncio.gather(after(3, 'c'), after(1, 'a'), after(2, 'b')))
    print(await asyncio.gather())
    print(await asyncio.gather(after(0, 'alone')))

asyncio.run(main())
