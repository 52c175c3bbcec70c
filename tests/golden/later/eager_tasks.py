import asyncio


async def work(name, *delays):
    print(name, 'starts')
    for delay in delays:
        await asyncio.sleep(delay)
    print(name, 'ends')
    return name


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    print('before')
    task = asyncio.create_task(work('no await'))
    print('created', task.done(), task.result())
    other = asyncio.create_task(work('awaits', 0, 1))
    print('created', other.done())
    print(await asyncio.gather(work('x'), work('y', 1), other))
    print(await asyncio.create_task(who()), asyncio.current_task().get_name())
    try:
        await asyncio.create_task(fail())
    except ValueError as error:
        print(error)


async def who():
    return asyncio.current_task().get_name()


async def fail():
    raise ValueError('eagerly')


asyncio.run(main())
