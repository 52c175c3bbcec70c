import asyncio


async def worker(name, semaphore):
    async with semaphore:
        print(name, 'in', asyncio.get_running_loop().time())
        await asyncio.sleep(1)
    print(name, 'out')


async def main():
    semaphore = asyncio.Semaphore(2)
    await asyncio.gather(*(worker(n, semaphore) for n in 'abcde'))
    print(semaphore.locked(), await semaphore.acquire(), await semaphore.acquire(), semaphore.locked())
    semaphore.release()
    semaphore.release()
    semaphore.release()
    print('an unbounded one may be released too often')
    bounded = asyncio.BoundedSemaphore(1)
    await bounded.acquire()
    bounded.release()
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)
    zero = asyncio.Semaphore(0)
    waiting = asyncio.create_task(zero.acquire())
    await asyncio.sleep(1)
    print(waiting.done(), str(zero).split('[')[1])
    zero.release()
    print(await waiting)


asyncio.run(main())
