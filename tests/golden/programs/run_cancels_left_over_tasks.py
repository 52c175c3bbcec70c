import asyncio


async def worker(name, delay):
    try:
        print(name, 'starts')
        await asyncio.sleep(delay)
        print(name, 'ends')
    except asyncio.CancelledError:
        print(name, 'cancelled')
        raise
    finally:
        print(name, 'finally')


async def slow_to_die():
    try:
        await asyncio.sleep(100)
    finally:
        print('cleaning up')
        await asyncio.sleep(2)
        print('cleaned up at', asyncio.get_running_loop().time())


async def main():
    for number in range(3):
        asyncio.create_task(worker(f'w{number}', number))
    asyncio.create_task(slow_to_die())
    await asyncio.sleep(1.5)
    asyncio.create_task(worker('never started', 1))
    print('main ends')
    return 'result'


print(asyncio.run(main()))
