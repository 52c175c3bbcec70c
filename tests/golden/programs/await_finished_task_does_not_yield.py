import asyncio


async def quick():
    return 'quick'


async def other():
    print('other runs')


async def main():
    task = asyncio.create_task(quick())
    await asyncio.sleep(0)
    asyncio.create_task(other())
    print('awaiting a finished task', await task)
    print('and a coroutine that never suspends', await quick())
    future = asyncio.get_running_loop().create_future()
    future.set_result('set')
    print('and a finished future', await future)
    print('other has not run yet')
    await asyncio.sleep(0)
    print('end')


asyncio.run(main())
