import asyncio


async def worker(name, delay, barrier):
    await asyncio.sleep(delay)
    print(name, 'arrives', barrier.n_waiting)
    position = await barrier.wait()
    print(name, 'passes', position, asyncio.get_running_loop().time())


async def main():
    barrier = asyncio.Barrier(3)
    await asyncio.gather(*(worker(n, d, barrier) for n, d in [('a', 2), ('b', 1), ('c', 3)]))
    print(barrier.parties, barrier.n_waiting, barrier.broken)
    async with asyncio.Barrier(1) as position:
        print('alone', position)
    waiting = [asyncio.create_task(barrier.wait()) for _ in range(2)]
    await asyncio.sleep(1)
    await barrier.abort()
    print([repr(r) for r in await asyncio.gather(*waiting, return_exceptions=True)], barrier.broken)
    await barrier.reset()
    print(barrier.broken)


asyncio.run(main())
