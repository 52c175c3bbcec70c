import asyncio


async def waiter(name, future):
    print(name, 'waits')
    print(name, 'got', await future)


async def main():
    future = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(waiter(name, future)) for name in 'abc']
    await asyncio.sleep(1)
    future.set_result('it')
    print('set, nobody has run yet')
    late = asyncio.create_task(waiter('late', future))
    await asyncio.gather(*tasks, late)


asyncio.run(main())
