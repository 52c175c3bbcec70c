import asyncio


async def once():
    await asyncio.sleep(0)
    return 'once'


async def main():
    coroutine = once()
    print(await coroutine)
    try:
        await coroutine
    except RuntimeError as error:
        print(error)
    task = asyncio.create_task(once())
    print(await task, await task, task.result())
    closed = once()
    closed.close()
    try:
        await closed
    except RuntimeError as error:
        print(error)
    shared = once()

    async def use():
        return await shared
    results = await asyncio.gather(use(), use(), return_exceptions=True)
    print([repr(r) for r in results])


asyncio.run(main())
