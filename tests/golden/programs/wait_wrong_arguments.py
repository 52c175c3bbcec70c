import asyncio


async def work():
    return 1


async def attempt(make):
    try:
        print(await make())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


async def main():
    task = asyncio.create_task(work())
    coroutine = work()
    await attempt(lambda: asyncio.wait([]))
    await attempt(lambda: asyncio.wait(task))
    await attempt(lambda: asyncio.wait(coroutine))
    await attempt(lambda: asyncio.wait([coroutine]))
    await attempt(lambda: asyncio.wait([task, coroutine]))
    await attempt(lambda: asyncio.wait([task], return_when='SOMETIMES'))
    await attempt(lambda: asyncio.wait(5))
    coroutine.close()
    done, pending = await asyncio.wait({task})
    print(len(done), len(pending), type(done).__name__, done == {task}, task in done)
    done, pending = await asyncio.wait((task, task))
    print(len(done), done.pop().result(), pending)
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(1, future.cancel)
    done, pending = await asyncio.wait([future])
    print(future in done, future.cancelled())


asyncio.run(main())
