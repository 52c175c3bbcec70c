import asyncio


async def work(value):
    print('working', value)
    await asyncio.sleep(1)
    return value


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(work('task'))
    coroutine = work('coroutine')
    future = loop.create_future()
    loop.call_later(0.5, future.set_result, 'future')
    print(await asyncio.gather(task, coroutine, future, task, coroutine, future))
    done = asyncio.create_task(asyncio.sleep(0, 'already done'))
    await done
    print(await asyncio.gather(done, done), await asyncio.gather(*[]))
    nested = asyncio.gather(asyncio.gather(work(1), work(2)), asyncio.gather(work(3)))
    print(await nested, nested.done(), nested.result())
    print(await asyncio.gather(*(work(n) for n in range(3))))
    outer = asyncio.gather(work('x'))
    print(type(outer).__name__, isinstance(outer, asyncio.Future), outer.done())
    try:
        print(outer.result())
    except asyncio.InvalidStateError as error:
        print(error)
    print(await outer)
    try:
        await asyncio.gather(work('never'), 5)
    except TypeError as error:
        print(error)


asyncio.run(main())
