import asyncio


async def holder(lock, seconds):
    async with lock:
        await asyncio.sleep(seconds)
        print('holder lets go', asyncio.get_running_loop().time())


async def hopeful(name, lock, patience):
    try:
        async with asyncio.timeout(patience):
            async with lock:
                print(name, 'has the lock', asyncio.get_running_loop().time())
    except TimeoutError:
        print(name, 'gave up', asyncio.get_running_loop().time())


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(holder(lock, 2), hopeful('impatient', lock, 1), hopeful('just', lock, 2),
            hopeful('patient', lock, 3))
    print(lock.locked())


asyncio.run(main())
