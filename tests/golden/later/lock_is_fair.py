import asyncio


async def worker(name, lock, turns):
    for turn in range(turns):
        async with lock:
            print(name, turn, asyncio.get_running_loop().time())
            await asyncio.sleep(1)


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(worker('a', lock, 2), worker('b', lock, 2), worker('c', lock, 1))
    print(lock.locked(), await lock.acquire(), lock.locked())
    waiting = [asyncio.create_task(lock.acquire(), name=f'w{n}') for n in range(3)]
    await asyncio.sleep(0)
    waiting[0].cancel()
    lock.release()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print([t.done() for t in waiting], waiting[0].cancelled(), lock.locked())
    lock.release()
    await waiting[2]
    lock.release()
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    try:
        with lock:
            pass
    except TypeError as error:
        print(error)
    print(str(lock).split('[')[1])


asyncio.run(main())
