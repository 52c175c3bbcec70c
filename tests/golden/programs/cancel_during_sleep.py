import asyncio


async def sleeper(name):
    print(name, 'sleeps')
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(name, 'cancelled', error.args, asyncio.get_running_loop().time())
        raise
    finally:
        print(name, 'finally')


async def main():
    task = asyncio.create_task(sleeper('a'))
    await asyncio.sleep(1)
    print(task.cancel('stop it'))
    print('asked, not yet cancelled', task.cancelled(), task.done(), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as error:
        print('main sees', error.args)
    print(task.cancelled(), task.done(), asyncio.get_running_loop().time())
    task = asyncio.create_task(sleeper('b'))
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.sleep(0)
    print('b is', task.done())
    await asyncio.sleep(0)
    print('b is', task.done())
    asyncio.get_running_loop().call_later(1, (c := asyncio.create_task(sleeper('c'))).cancel)
    await asyncio.wait([c])
    print(c.cancelled())


asyncio.run(main())
