import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(1) as limit:
            print(limit.when(), limit.expired())
            await asyncio.sleep(5)
    except TimeoutError as error:
        print('timeout', repr(error), limit.expired(), loop.time(), asyncio.current_task().cancelling())
    async with asyncio.timeout(2):
        await asyncio.sleep(1)
    async with asyncio.timeout(None) as limit:
        limit.reschedule(loop.time() + 1)
        try:
            await asyncio.sleep(0.5)
        finally:
            limit.reschedule(None)
        await asyncio.sleep(3)
    print(limit.when(), limit.expired(), loop.time())
    try:
        async with asyncio.timeout_at(loop.time() + 1):
            async with asyncio.timeout(5):
                await asyncio.sleep(10)
    except TimeoutError:
        print('the outer limit', loop.time())
    try:
        async with asyncio.timeout(5):
            try:
                async with asyncio.timeout(1):
                    await asyncio.sleep(10)
            except TimeoutError:
                print('the inner limit', loop.time())
                await asyncio.sleep(1)
            print('inside the outer one')
            raise ValueError('not a timeout')
    except ValueError as error:
        print(error)
    try:
        async with asyncio.timeout(0):
            await asyncio.sleep(0)
            print('never')
    except TimeoutError:
        print('zero')
    try:
        async with asyncio.timeout(-1) as limit:
            print('no await in here')
    except TimeoutError:
        print('never')
    print(limit)


asyncio.run(main())
