import asyncio


async def work():
    try:
        await asyncio.sleep(10)
    finally:
        print('cleaning')
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print('clean-up cancelled, too')
            raise
        finally:
            print('last words')


async def raises_in_finally():
    try:
        await asyncio.sleep(10)
    finally:
        raise KeyError('instead')


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.sleep(1)
    print('still cleaning', task.done(), task.cancelling())
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled(), asyncio.get_running_loop().time())
    task = asyncio.create_task(raises_in_finally())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except KeyError as error:
        print(repr(error), repr(error.__context__), task.cancelled())


asyncio.run(main())
