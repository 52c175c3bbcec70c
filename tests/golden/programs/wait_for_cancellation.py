import asyncio


async def stubborn():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print('stubborn refuses')
        return 'stubborn value'


async def slow_cleanup():
    try:
        await asyncio.sleep(5)
    finally:
        await asyncio.sleep(2)
        print('cleaned')


async def work():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print('inner cancelled')
        raise


async def outer():
    await asyncio.wait_for(work(), 10)


async def main():
    loop = asyncio.get_running_loop()
    try:
        print('result', await asyncio.wait_for(stubborn(), 1))
    except TimeoutError:
        print('timeout in spite of it')
    try:
        await asyncio.wait_for(slow_cleanup(), 1)
    except TimeoutError:
        print('timeout after clean-up', loop.time())
    task = asyncio.create_task(outer())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('outer cancelled', loop.time())
    inner = asyncio.create_task(work())
    waiter = asyncio.create_task(asyncio.wait_for(inner, 10))
    await asyncio.sleep(1)
    inner.cancel()
    try:
        await waiter
    except asyncio.CancelledError:
        print('cancelled from inside', inner.cancelled(), waiter.cancelled())
    nested = asyncio.wait_for(asyncio.wait_for(work(), 3), 1)
    try:
        await nested
    except TimeoutError:
        print('outer limit of two', loop.time())
    nested = asyncio.wait_for(asyncio.wait_for(work(), 1), 3)
    try:
        await nested
    except TimeoutError:
        print('inner limit of two', loop.time())


asyncio.run(main())
