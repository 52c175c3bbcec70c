import asyncio


async def fail():
    await asyncio.sleep(1)
    raise ValueError('from the task')


async def main():
    task = asyncio.create_task(fail())
    await asyncio.sleep(2)
    print('the task failed a second ago', task.done())
    for _ in range(2):
        try:
            await task
        except ValueError as error:
            print('caught', error)

    async def parent():
        await fail()
    try:
        await parent()
    except ValueError as error:
        print('through two coroutines', error)
    await asyncio.create_task(fail())


asyncio.run(main())
