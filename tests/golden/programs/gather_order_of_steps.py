import asyncio


async def step(name, delays):
    for delay in delays:
        print(name, 'at', asyncio.get_running_loop().time())
        await asyncio.sleep(delay)
    return name


async def main():
    print(await asyncio.gather(step('a', [1, 1]), step('b', [0, 0, 1]), step('c', []), step('d', [2])))
    print(asyncio.get_running_loop().time())


asyncio.run(main())
