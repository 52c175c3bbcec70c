import asyncio

async def main():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(86400)
    print(loop.time())
    await asyncio.sleep(86401)
    print(loop.time())
    await asyncio.sleep(86400 * 3.5)
    print(loop.time())

asyncio.run(main())
