import asyncio

async def steps(name, *delays):
    for delay in delays:
        await asyncio.sleep(delay)
    print(name, asyncio.get_running_loop().time())

async def main():
    await asyncio.gather(
        steps('0.1+0.2', 0.1, 0.2),
        steps('0.3', 0.3),
        steps('0.2+0.1', 0.2, 0.1),
        steps('0.1+0.1+0.1', 0.1, 0.1, 0.1),
        steps('0.15+0.15', 0.15, 0.15),
    )

asyncio.run(main())
