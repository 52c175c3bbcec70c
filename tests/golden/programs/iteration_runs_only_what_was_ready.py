import asyncio


async def spawner(depth):
    print('depth', depth)
    if depth:
        asyncio.create_task(spawner(depth - 1))
        asyncio.get_running_loop().call_soon(print, 'callback of depth', depth)
    await asyncio.sleep(0)
    print('depth', depth, 'again')


async def main():
    asyncio.create_task(spawner(3))
    for turn in range(6):
        print('turn', turn)
        await asyncio.sleep(0)


asyncio.run(main())
