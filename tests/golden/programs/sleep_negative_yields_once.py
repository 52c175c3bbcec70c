import asyncio

async def sleeper(delay, name):
    print(name, 'before')
    result = await asyncio.sleep(delay, result=name.upper())
    print(name, 'after', result)

async def main():
    loop = asyncio.get_running_loop()
    await asyncio.gather(sleeper(-5, 'minus'), sleeper(0, 'zero'), sleeper(0.0, 'float'))
    print(loop.time())
    await asyncio.gather(sleeper(0.25, 'quarter'), sleeper(-0.0, 'minus zero'))
    print(loop.time())
    print(await asyncio.sleep(1))
    print(await asyncio.sleep(1, 'given'))
    print(loop.time())

asyncio.run(main())
