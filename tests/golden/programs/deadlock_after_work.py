import asyncio


async def worker(n, gate):
    await asyncio.sleep(n)
    print('worker', n, 'at the gate')
    await gate
    print('never')


async def main():
    gate = asyncio.Future()
    await asyncio.wait([asyncio.create_task(worker(n, gate)) for n in (1, 2)])


try:
    asyncio.run(main())
finally:
    print('not printed either: nothing of the program runs after a deadlock')
