import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    print(name, asyncio.get_running_loop().time())
    return name


async def main():
    async with asyncio.TaskGroup() as group:
        a = group.create_task(work('a', 2))
        b = group.create_task(work('b', 1), name='named')
        print(a.get_name(), b.get_name())
    print(a.result(), b.result())
    async with asyncio.TaskGroup():
        print('an empty group does not wait')
    async with asyncio.TaskGroup() as outer:
        outer.create_task(nested(outer))
    print('end')
    try:
        outer.create_task(coroutine := work('late', 1))
    except RuntimeError as error:
        print(str(error).split('<')[0], str(error).split('>')[-1])
        coroutine.close()


async def nested(outer):
    async with asyncio.TaskGroup() as inner:
        inner.create_task(work('inner', 1))
        outer.create_task(work('added to outer', 3))
    print('inner group over')


asyncio.run(main())
