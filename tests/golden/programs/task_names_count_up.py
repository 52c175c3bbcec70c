import asyncio


async def nothing():
    await asyncio.sleep(0)


async def main():
    print(asyncio.current_task().get_name())
    tasks = [asyncio.create_task(nothing()) for _ in range(3)]
    await asyncio.gather(nothing(), nothing(), *tasks)
    print([t.get_name() for t in tasks])
    await asyncio.wait_for(nothing(), 1)
    print(asyncio.create_task(nothing()).get_name())
    print(asyncio.ensure_future(nothing()).get_name())
    future = asyncio.get_running_loop().create_future()
    future.set_result(None)
    await future
    print(asyncio.create_task(nothing(), name='Task-100').get_name())
    print(asyncio.create_task(nothing()).get_name())


asyncio.run(main())
asyncio.run(main())
