import asyncio


async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('inner')
        raise
    finally:
        print('inner finally')


async def middle():
    try:
        await inner()
    except asyncio.CancelledError as error:
        print('middle turns it into an error')
        raise ValueError('translated') from error


async def waits_for_task(task):
    try:
        await task
    except asyncio.CancelledError:
        print('waiter cancelled')
        raise


async def main():
    task = asyncio.create_task(middle())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except ValueError as error:
        print(error, repr(error.__cause__), task.cancelled())
    child = asyncio.create_task(inner())
    waiter = asyncio.create_task(waits_for_task(child))
    await asyncio.sleep(1)
    waiter.cancel()
    await asyncio.wait([waiter])
    print('the awaited task is cancelled, too', child.cancelled(), waiter.cancelled())
    future = asyncio.get_running_loop().create_future()
    waiter = asyncio.create_task(waits_for_task(future))
    await asyncio.sleep(0)
    waiter.cancel()
    print('the future at once', future.cancelled())
    await asyncio.wait([waiter])
    child = asyncio.create_task(inner())
    waiter = asyncio.create_task(waits_for_task(child))
    await asyncio.sleep(1)
    child.cancel()
    try:
        await waiter
    except asyncio.CancelledError:
        print('cancellation of the child is seen by its waiter', waiter.cancelled(), waiter.cancelling())


asyncio.run(main())
